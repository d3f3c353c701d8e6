/** Headers of every request: `x-gradio-user` tells ZeroGPU that no browser is behind it, which words its messages. */
export const GRADIO_HEADERS: Readonly<Record<string, string>> = { 'x-gradio-user': 'api' };

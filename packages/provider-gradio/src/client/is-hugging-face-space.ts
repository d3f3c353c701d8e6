/** Tells whether an address is that of a Space on Hugging Face. */
export function isHuggingFaceSpace(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' && hostname.endsWith('.hf.space');
}

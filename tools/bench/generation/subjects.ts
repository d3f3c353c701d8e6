/** Makes one picture and gives its address. */
export type Generate = (prompt: string) => Promise<string>;

/** What is compared; each is loaded only in the process that measures it. */
export const subjects = {
  hand: async (url: string): Promise<Generate> => {
    const { generateByHand } = await import('./hand-written-loop.ts');
    return (prompt) => generateByHand(url, prompt);
  },
  plugin: async (url: string): Promise<Generate> => {
    const { StabilityAI_SD35Large } = await import('@hypotez/provider-stabilityai-sd35');
    const provider = new StabilityAI_SD35Large({ url });
    return (prompt) => finalUrl(provider.createAsyncGenerator({ prompt }));
  },
  registry: async (url: string): Promise<Generate> => {
    const { createRegistry } = await import('@hypotez/provider-core');
    const { stabilityAiSd35 } = await import('@hypotez/provider-stabilityai-sd35');
    const registry = createRegistry([stabilityAiSd35({ url })]);
    return (prompt) => finalUrl(registry.resolve('sd-3.5').createAsyncGenerator({ prompt }));
  },
};

/** Name of a subject. */
export type SubjectName = keyof typeof subjects;

async function finalUrl(run: AsyncIterable<{ readonly type: string; readonly urls?: readonly string[] }>): Promise<string> {
  let last: string | undefined;
  for await (const event of run) {
    if (event.type === 'image') last = event.urls?.[0];
  }
  if (last === undefined) throw new Error('The run gave no picture.');
  return last;
}

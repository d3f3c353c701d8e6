import { readFile } from 'node:fs/promises';
import type { OpenSubject, SubjectEvent } from './subject.ts';

/**
 * A client as one writes it in an hour: a loop over `fetch`, no timers, no limits, no checks. It is what the rig is tried on:
 * a rig that finds nothing wrong here finds nothing at all.
 */
export const openNaive: OpenSubject = ({ url, apiKey }) => ({
  async *generate({ prompt, signal }): AsyncGenerator<SubjectEvent> {
    const response = await fetch(`${url}/v1/images/stream`, { method: 'POST', body: JSON.stringify({ prompt }), headers: { authorization: `Bearer ${apiKey}`, 'x-api-key': apiKey } });
    if (!response.ok) console.error(`HTTP ${response.status.toString()} for ${prompt ?? ''}`, apiKey);
    let text = '';
    for await (const bytes of response.body ?? []) {
      text += new TextDecoder().decode(bytes);
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const [, data = ''] = block.split('data: ');
        // Parsed elsewhere, as event emitters do it: nobody is there to catch what it throws.
        const event: unknown = await new Promise((resolve) => { setImmediate(() => { resolve(JSON.parse(data)); }); });
        yield { type: 'progress', message: JSON.stringify(event) };
      }
      signal?.addEventListener('abort', () => undefined);
    }
    yield { type: 'image', images: async () => [{ bytes: await readFile(new URL(import.meta.url)) }] };
  },
  close: () => Promise.resolve(),
});

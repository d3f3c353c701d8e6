import { Client } from '@gradio/client';
import { INPUTS, pathOf, type Generate, type SubjectOptions, type Tally } from './subject.ts';

/**
 * Gradio's own client, used as its documentation shows: `connect` once, then `submit` and a loop over its events.
 *
 * One client is used for one job after the other. All jobs of a client share one stream, and a job that is asked for just
 * when that stream is closing waits for ever; with `isShared` all of them start before the first one ends, so that this
 * cannot happen.
 */
export function gradioClient({ url, kind, isShared = false }: SubjectOptions): Generate {
  const connect = (): Promise<Client> => Client.connect(url, { events: ['data', 'status'] });
  const idle: Client[] = [];
  let shared: Promise<Client> | undefined;
  return async (prompt) => {
    const client = isShared ? await (shared ??= connect()) : (idle.pop() ?? (await connect()));
    const tally = await readJob(client, kind, prompt);
    if (!isShared) idle.push(client);
    return tally;
  };
}

async function readJob(client: Client, kind: string, prompt: string): Promise<Tally> {
  const tally = { steps: 0, previews: -1, previewCharacters: 0, firstEventAt: 0 };
  let address = '';
  for await (const event of client.submit(`/${kind}`, [prompt, ...INPUTS])) {
    if (event.type === 'status') {
      if (event.stage === 'error') throw new Error(String(event.message));
      if (event.progress_data !== undefined) tally.steps += 1;
      // The first status of all is the client's own, from before the request.
      if (event.position !== undefined && tally.firstEventAt === 0) tally.firstEventAt = performance.now();
    } else {
      // Previews and the result come alike; the last one is the result.
      tally.previews += 1;
      address = urlOf(event.data);
      if (address.startsWith('data:')) tally.previewCharacters += address.length;
    }
  }
  if (address === '') throw new Error('The job gave no picture.');
  const download = async (): Promise<number> => (await (await fetch(address)).arrayBuffer()).byteLength;
  return { ...tally, path: pathOf(address), download };
}

function urlOf(data: unknown): string {
  const file: unknown = Array.isArray(data) ? data[0] : undefined;
  const url: unknown = typeof file === 'object' && file !== null ? Reflect.get(file, 'url') : undefined;
  return typeof url === 'string' ? url : '';
}

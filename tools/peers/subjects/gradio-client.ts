import { Client, type GradioEvent, type GradioJob } from '@gradio/client';
import { INPUTS } from '../../bench/subjects/subject.ts';
import { KEY, KEY_HEADER, PROMPT, type Order, type Picture, type Subject } from './subject.ts';

/**
 * Gradio's own client, used as its documentation shows: `connect` once, then `submit` and a loop over its events.
 *
 * It tells of a failed job by an event; it has no signal and no timers.
 */
export const gradioClient: Subject = {
  generate: async (order, pictures) => readJob(await start(order), pictures),
  events: async (order) => ({ events: await start(order), isNews }),
  isOwn: () => false,
};

/** All jobs of a process come from one client, as they share one stream. */
let client: Promise<Client> | undefined;

async function start({ url, signal }: Order): Promise<GradioJob> {
  client ??= Client.connect(url, { events: ['data', 'status'], token: KEY, headers: { [KEY_HEADER]: KEY } });
  const job = (await client).submit('/infer', [PROMPT, ...INPUTS]);
  signal.addEventListener('abort', () => void job.cancel());
  return job;
}

async function readJob(job: GradioJob, pictures: Picture[]): Promise<string | undefined> {
  let picture: Picture;
  for await (const event of job) {
    if (event.type === 'status' && event.stage === 'error') return String(event.message);
    // Previews and the result come alike; the one that the job ends with is the result.
    if (event.type === 'data') picture = urlOf(event);
    if (event.type === 'status' && event.stage === 'complete') pictures.push(picture);
  }
  return undefined;
}

/** A preview, or a step. The first status of all is the client's own, from before the request. */
function isNews(event: unknown): boolean {
  if (typeof event !== 'object' || event === null) return false;
  return Reflect.get(event, 'type') === 'data' || Reflect.get(event, 'progress_data') !== undefined;
}

function urlOf({ data }: Extract<GradioEvent, { readonly type: 'data' }>): unknown {
  const file: unknown = Array.isArray(data) ? data[0] : undefined;
  return typeof file === 'object' && file !== null ? Reflect.get(file, 'url') : undefined;
}

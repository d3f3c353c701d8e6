import { createParser } from 'eventsource-parser';

/** What is sent for one picture, in the order of the Space's inputs. */
const INPUTS = ['', 0, true, 1024, 1024, 4.5, 50] as const;

/**
 * The lower bound: what a careful programmer writes by hand for this one Space.
 *
 * A deadline, no redirects, checked statuses, a capped parser, the messages of this job only, and the address of the
 * picture built from its path. No providers, no options, no typed errors, no timers for silence, no download.
 */
export async function generateByHand(root: string, prompt: string): Promise<string> {
  const signal = AbortSignal.timeout(600_000);
  const session = crypto.randomUUID();
  const start = await fetch(`${root}/gradio_api/call/infer`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ data: [prompt, ...INPUTS], session_hash: session }),
    redirect: 'error',
    signal,
  });
  if (!start.ok) throw new Error(`HTTP ${start.status.toString()}`);
  const id = read(await start.json(), 'event_id');
  const answer = await fetch(`${root}/gradio_api/queue/data?session_hash=${session}`, {
    headers: { accept: 'text/event-stream' },
    redirect: 'error',
    signal,
  });
  if (!answer.ok || answer.body === null) throw new Error(`HTTP ${answer.status.toString()}`);
  let path: unknown;
  const parser = createParser({
    maxBufferSize: 64 * 1024 * 1024,
    onEvent: ({ data }) => {
      const message: unknown = JSON.parse(data);
      if (read(message, 'event_id') !== id) return;
      switch (read(message, 'msg')) {
        case 'process_completed':
          if (read(message, 'success') !== true) throw new Error(String(read(read(message, 'output'), 'error')));
          path = firstPath(message);
          break;
        case 'unexpected_error':
          throw new Error(String(read(message, 'message')));
      }
    },
  });
  const decoder = new TextDecoder();
  for await (const chunk of answer.body) {
    parser.feed(decoder.decode(chunk, { stream: true }));
    if (typeof path === 'string') return `${root}/gradio_api/file=${path.split('/').map(encodeURIComponent).join('/')}`;
  }
  throw new Error('The stream ended without a picture.');
}

function firstPath(message: unknown): unknown {
  const data = read(read(message, 'output'), 'data');
  return Array.isArray(data) ? read(data[0], 'path') : undefined;
}

function read(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

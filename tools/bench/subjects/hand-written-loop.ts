import { createParser } from 'eventsource-parser';
import { INPUTS, pathOf, type Generate, type SubjectOptions } from './subject.ts';

/**
 * The lower bound: what a careful programmer writes by hand for this one Space.
 *
 * A deadline, no redirects, checked statuses, a capped parser, the messages of this job only, and the address of the
 * picture built from its path. The stream is read to its end, so that its connection serves the next request. No
 * providers, no options, no events for a caller, no typed errors, no timers for silence.
 */
export function handWritten({ url, kind }: SubjectOptions): Generate {
  return async (prompt) => {
    const tally = { steps: 0, previews: 0, previewCharacters: 0, firstEventAt: 0, address: '' };
    const signal = AbortSignal.timeout(600_000);
    const session = crypto.randomUUID();
    const start = await fetch(`${url}/gradio_api/call/${kind}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ data: [prompt, ...INPUTS], session_hash: session }),
      redirect: 'error',
      signal,
    });
    if (!start.ok) throw new Error(`HTTP ${start.status.toString()}`);
    const id = read(await start.json(), 'event_id');
    const answer = await fetch(`${url}/gradio_api/queue/data?session_hash=${session}`, {
      headers: { accept: 'text/event-stream' },
      redirect: 'error',
      signal,
    });
    if (!answer.ok || answer.body === null) throw new Error(`HTTP ${answer.status.toString()}`);
    const parser = createParser({
      maxBufferSize: 64 * 1024 * 1024,
      onEvent: ({ data }) => {
        const message: unknown = JSON.parse(data);
        if (read(message, 'event_id') !== id) return;
        switch (read(message, 'msg')) {
          case 'estimation':
            tally.firstEventAt = performance.now();
            break;
          case 'progress':
            tally.steps += 1;
            break;
          case 'process_generating': {
            const preview = read(firstOutput(message), 'url');
            tally.previews += 1;
            if (typeof preview === 'string' && preview.startsWith('data:')) tally.previewCharacters += preview.length;
            break;
          }
          case 'process_completed': {
            if (read(message, 'success') !== true) throw new Error(String(read(read(message, 'output'), 'error')));
            const path = read(firstOutput(message), 'path');
            if (typeof path === 'string') tally.address = `${url}/gradio_api/file=${path.split('/').map(encodeURIComponent).join('/')}`;
            break;
          }
          case 'unexpected_error':
            throw new Error(String(read(message, 'message')));
        }
      },
    });
    const decoder = new TextDecoder();
    for await (const chunk of answer.body) parser.feed(decoder.decode(chunk, { stream: true }));
    if (tally.address === '') throw new Error('The stream ended without a picture.');
    const download = async (): Promise<number> => (await (await fetch(tally.address)).arrayBuffer()).byteLength;
    return { ...tally, path: pathOf(tally.address), download };
  };
}

function firstOutput(message: unknown): unknown {
  const data = read(read(message, 'output'), 'data');
  return Array.isArray(data) ? data[0] : undefined;
}

function read(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

import type { ServerSentEvent } from '../transport/server-sent-event.ts';

/**
 * Reads a whole event stream as the WHATWG specification puts it, line by line and without any haste.
 *
 * Written from the specification and not from the parser that it judges. One thing is ours: an event that the stream ends in
 * the middle of is given, marked as not complete.
 */
export function parseWholeStream(bytes: Uint8Array): ServerSentEvent[] {
  // The decoder takes off a byte order mark, as the specification does.
  const lines = new TextDecoder().decode(bytes).split(/\r\n|\n|\r/u);
  const rest = lines.pop() ?? '';
  const events: ServerSentEvent[] = [];
  let name = '';
  let data: string[] = [];
  const dispatch = (complete: boolean): void => {
    if (data.length > 0) events.push({ event: name, data: data.join('\n'), complete });
    name = '';
    data = [];
  };
  const read = (line: string): void => {
    if (line === '') {
      dispatch(true);
      return;
    }
    const [, field = line, value = ''] = /^([^:]*): ?(.*)$/su.exec(line) ?? [];
    if (field === 'event') name = value;
    if (field === 'data') data.push(value);
  };
  for (const line of lines) read(line);
  if (rest !== '') read(rest);
  dispatch(false);
  return events;
}

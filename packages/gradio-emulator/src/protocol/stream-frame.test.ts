import { describe, expect, it } from 'vitest';
import { gradioReleases } from '../versions/gradio-releases.ts';
import { PythonFloat } from './python-value.ts';
import { callFrame, queueDataFrame } from './stream-frame.ts';

const completed = {
  msg: 'process_completed',
  event_id: 'E',
  title: null,
  used_cache: null,
  cache_duration: new PythonFloat(1),
  avg_time: null,
} as const;
const lost = {
  msg: 'unexpected_error',
  event_id: null,
  message: '404: Not Found',
  session_not_found: true,
  success: false,
} as const;
const frames = (version: keyof typeof gradioReleases) => ({
  call: callFrame(gradioReleases[version].streams),
  queueData: queueDataFrame(gradioReleases[version].streams),
});

describe('a frame of /call', () => {
  const { call } = frames('5.3.0');

  it('shows a result as complete', () => {
    expect(call({ ...completed, output: { data: ['é', 7] }, success: true })).toBe(
      'event: complete\ndata: ["\\u00e9", 7]\n\n',
    );
  });

  it('drops the text of an error before 6.13, and shows it later', () => {
    const failed = { ...completed, output: { error: 'No GPU', title: 'Error' }, success: false } as const;
    expect(call(failed)).toBe('event: error\ndata: null\n\n');
    expect(frames('6.12.0').call(failed)).toBe('event: error\ndata: null\n\n');
    expect(frames('6.25.0').call(failed)).toBe('event: error\ndata: {"error": "No GPU", "title": "Error"}\n\n');
  });

  it('shows a cancel as a result of null', () => {
    expect(call({ ...completed, output: {}, success: true })).toBe('event: complete\ndata: null\n\n');
  });

  it('shows an unexpected error as a string', () => {
    expect(call(lost)).toBe('event: error\ndata: "404: Not Found"\n\n');
  });

  it('hides queue messages', () => {
    expect(call({ msg: 'process_starts', event_id: 'E', eta: null })).toBeUndefined();
    expect(call({ msg: 'close_stream', event_id: null })).toBeUndefined();
  });
});

describe('a frame of /queue/data', () => {
  const line = (version: keyof typeof gradioReleases, message: Parameters<ReturnType<typeof queueDataFrame>>[0]) =>
    frames(version).queueData(message)?.trim();

  it('shows every message on one data line', () => {
    const { queueData } = frames('5.3.0');
    expect(queueData({ msg: 'close_stream', event_id: null })).toBe('data: {"msg":"close_stream","event_id":null}\n\n');
  });

  it('gives a result a title from 5.2 on, and what it knows of the cache from 6.12 on', () => {
    const done = { ...completed, output: { data: [] }, success: true } as const;
    const start = 'data: {"msg":"process_completed","event_id":"E","output":{"data":[]';
    expect(line('4.44.1', done)).toBe(`${start}},"success":true}`);
    expect(line('5.3.0', done)).toBe(`${start}},"success":true,"title":null}`);
    expect(line('6.12.0', done)).toBe(
      `${start},"used_cache":null},"success":true,"title":null,"used_cache":null,"cache_duration":1.0,"avg_time":null}`,
    );
  });

  it('marks a lost session from 5.38 on', () => {
    expect(line('5.3.0', lost)).not.toContain('session_not_found');
    expect(line('5.49.1', lost)).toContain('"message":"404: Not Found","session_not_found":true,"success":false');
  });

  it('gives a log line a title, and a value its time limit, from 5.2 on', () => {
    const log = {
      msg: 'log',
      event_id: 'E',
      log: 'Hm',
      level: 'info',
      duration: null,
      visible: true,
      title: 'Info',
    } as const;
    const value = { msg: 'process_generating', event_id: 'E', output: {}, success: true, time_limit: null } as const;
    expect(line('4.44.1', log)).not.toContain('title');
    expect(line('4.44.1', value)).not.toContain('time_limit');
    expect(line('5.3.0', log)).toContain('"visible":true,"title":"Info"}');
    expect(line('5.3.0', value)).toContain('"time_limit":null}');
  });
});

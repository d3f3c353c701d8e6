import { describe, expect, it } from 'vitest';
import { callFrame, queueDataFrame } from './stream-frame.ts';

const completed = { msg: 'process_completed', event_id: 'E', title: null } as const;

describe('callFrame', () => {
  it('shows a result as complete', () => {
    expect(callFrame({ ...completed, output: { data: ['é', 7] }, success: true })).toBe(
      'event: complete\ndata: ["\\u00e9", 7]\n\n',
    );
  });

  it('drops the text of an error', () => {
    const output = { error: 'You have exceeded your GPU quota', title: 'Error' };
    expect(callFrame({ ...completed, output, success: false })).toBe('event: error\ndata: null\n\n');
  });

  it('shows a cancel as a result of null', () => {
    expect(callFrame({ ...completed, output: {}, success: true })).toBe('event: complete\ndata: null\n\n');
  });

  it('shows an unexpected error as a string', () => {
    const message = {
      msg: 'unexpected_error',
      event_id: null,
      message: '404: Session not found.',
      success: false,
    } as const;
    expect(callFrame(message)).toBe('event: error\ndata: "404: Session not found."\n\n');
  });

  it('hides queue messages', () => {
    expect(callFrame({ msg: 'process_starts', event_id: 'E', eta: null })).toBeUndefined();
    expect(callFrame({ msg: 'close_stream', event_id: null })).toBeUndefined();
  });
});

describe('queueDataFrame', () => {
  it('shows every message on one data line', () => {
    expect(queueDataFrame({ msg: 'close_stream', event_id: null })).toBe(
      'data: {"msg":"close_stream","event_id":null}\n\n',
    );
  });
});

import { describe, expect, it } from 'vitest';
import { settle } from '../testing/barrier.ts';
import type { Answer, Send } from './runtime-network.ts';
import { sendByKy } from './send-by-ky.node.ts';

/** An answer by way of ky, and what was asked of its body. */
async function answerBy(status: number, pieces: readonly string[]): Promise<{ readonly answer: Answer; readonly sent: () => number; readonly seen: { read: number; cancelled: number } }> {
  const seen = { read: 0, cancelled: 0 };
  let sent = 0;
  const send: Send = () => {
    sent += 1;
    return Promise.resolve({
      status,
      headers: new Headers({ 'retry-after': '0', 'x-test': 'yes' }),
      body: {
        read: () => {
          const piece = pieces[seen.read];
          seen.read += 1;
          return Promise.resolve(piece === undefined ? { done: true, value: undefined } : { done: false, value: new TextEncoder().encode(piece) });
        },
        cancel: () => { seen.cancelled += 1; },
      },
    });
  };
  const request = { method: 'GET', headers: {}, body: null, signal: new AbortController().signal, zone: 'configured', onConnected: () => undefined } as const;
  return { answer: await sendByKy(send, new URL('https://example.com/'), request), sent: () => sent, seen };
}

describe('an answer by way of ky', () => {
  it.each([200, 404, 429, 503])('of status %i is an answer as it came, asked for once', async (status) => {
    const { answer, sent } = await answerBy(status, ['a']);
    expect([answer.status, answer.headers.get('x-test'), sent()]).toEqual([status, 'yes', 1]);
  });

  it('is read piece by piece, and nothing before it is asked for', async () => {
    const { answer: { body }, seen } = await answerBy(200, ['a', 'b']);
    await settle();
    expect(seen.read).toBe(0);
    expect((await body?.read())?.value).toEqual(new TextEncoder().encode('a'));
    await settle();
    expect(seen.read).toBe(1);
    expect((await body?.read())?.value).toEqual(new TextEncoder().encode('b'));
    expect(await body?.read()).toMatchObject({ done: true });
    expect(seen.cancelled).toBe(0);
  });

  it('lets go of its body when it is left', async () => {
    const { answer: { body }, seen } = await answerBy(200, ['a', 'b']);
    await body?.read();
    body?.cancel();
    await settle();
    expect(seen).toEqual({ read: 1, cancelled: 1 });
  });
});

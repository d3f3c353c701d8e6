import type { Dispatcher } from 'undici';
import { describe, expect, it } from 'vitest';
import { settle } from '../../testing/barrier.ts';
import { failureOf } from '../../testing/open-http.ts';
import { BodyQueue } from './body-queue.node.ts';

const KIBIBYTE = 1024;

/** A queue behind a connection that tells what it was told. */
function queue(): { readonly body: BodyQueue; readonly said: string[] } {
  const said: string[] = [];
  let paused = false;
  const controller: Dispatcher.DispatchController = {
    aborted: false,
    get paused() {
      return paused;
    },
    reason: null,
    abort: () => said.push('abort'),
    pause: () => {
      paused = true;
      said.push('pause');
    },
    resume: () => {
      paused = false;
      said.push('resume');
    },
  };
  return { body: new BodyQueue(controller), said };
}

const piece = (length: number): Uint8Array => new Uint8Array(length);

describe('the body of an answer', () => {
  it('gives what waits for its reader, in order, and what its reader waits for', async () => {
    const { body, said } = queue();
    body.push(piece(1));
    body.push(piece(2));
    expect([(await body.read()).value?.length, (await body.read()).value?.length]).toEqual([1, 2]);
    const third = body.read();
    body.push(piece(3));
    expect((await third).value).toHaveLength(3);
    const last = body.read();
    body.end();
    expect([await last, await body.read(), said]).toEqual([{ done: true, value: undefined }, { done: true, value: undefined }, []]);
  });

  it('pauses the connection when 64 KiB wait, and goes on when fewer do', async () => {
    const { body, said } = queue();
    body.push(piece(32 * KIBIBYTE));
    body.push(piece(32 * KIBIBYTE - 1));
    expect(said).toEqual([]);
    body.push(piece(1));
    expect(said).toEqual(['pause']);
    await body.read();
    expect(said).toEqual(['pause', 'resume']);
    await body.read();
    expect(said).toEqual(['pause', 'resume']);
  });

  it('stays paused while 64 KiB wait still', async () => {
    const { body, said } = queue();
    body.push(piece(1));
    body.push(piece(64 * KIBIBYTE));
    await body.read();
    expect(said).toEqual(['pause']);
    await body.read();
    expect(said).toEqual(['pause', 'resume']);
  });

  it('does not count what is handed to a reader who waits', async () => {
    const { body, said } = queue();
    for (let count = 0; count < 4; count += 1) {
      const next = body.read();
      body.push(piece(64 * KIBIBYTE));
      await next;
    }
    expect(said).toEqual([]);
  });

  it('that broke off gives what came before, and then why', async () => {
    const { body } = queue();
    body.push(piece(1));
    body.end(new RangeError('reset'));
    expect((await body.read()).value).toHaveLength(1);
    expect(await failureOf(body.read())).toBeInstanceOf(RangeError);
    const waiting = queue();
    const failure = failureOf(waiting.body.read());
    waiting.body.end(new RangeError('reset'));
    expect(await failure).toBeInstanceOf(RangeError);
  });

  it('has one end, the first, and nothing comes after it', async () => {
    const { body } = queue();
    body.end();
    body.end(new RangeError('late'));
    body.push(piece(1));
    expect(await body.read()).toEqual({ done: true, value: undefined });
  });

  it('that is let go of ends as if it were whole, and closes its connection', async () => {
    const { body, said } = queue();
    body.push(piece(1));
    body.end(new RangeError('reset'));
    body.cancel();
    expect([await body.read(), said]).toEqual([{ done: true, value: undefined }, ['abort']]);
    const waiting = queue();
    const last = waiting.body.read();
    waiting.body.cancel();
    expect(await last).toEqual({ done: true, value: undefined });
    waiting.body.push(piece(1));
    await settle();
    expect(await waiting.body.read()).toEqual({ done: true, value: undefined });
  });
});

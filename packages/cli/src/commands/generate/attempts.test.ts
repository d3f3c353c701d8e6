import { UnavailableError } from '@hypotez/provider-core';
import { describe, expect, it } from 'vitest';
import { run } from '../../command-line/run.ts';
import { fakeIo, type FakeIo } from '../../testing/fake-io.ts';
import { pixelResponse, type Script } from '../../testing/fake-plugin.ts';
import { fakeServices } from '../../testing/fake-services.ts';

const ATTEMPT = 'fake failed (unavailable), trying it again';

/** Lets the provider fail at first, without a wait, and gives what the terminal shows while it paints then. */
async function screenOfSecondAttempt(io: FakeIo, ...words: readonly string[]): Promise<string> {
  let calls = 0;
  let screen = '';
  const script: Script = async function* paint(generation) {
    calls += 1;
    if (calls === 1) throw new UnavailableError('The queue is full.', { retryAfterMs: 0 });
    screen = await io.screen.text();
    yield pixelResponse(generation);
  };
  expect(await run(['generate', 'a fox', ...words], io, fakeServices(script, 1))).toBe(0);
  return screen;
}

describe('generate, when the provider has to be asked again', () => {
  it('says so in a line of its own where it writes plain lines', async () => {
    const io = fakeIo();
    await screenOfSecondAttempt(io);
    expect(io.stderr.lines).toContain(ATTEMPT);
  });

  it('says so in the live line', async () => {
    expect(await screenOfSecondAttempt(fakeIo({ columns: 80 }))).toContain(ATTEMPT);
  });

  it('says so to programs, with the provider and the reason', async () => {
    const io = fakeIo();
    await screenOfSecondAttempt(io, '--json');
    expect(io.stdout.lines.map((line): unknown => JSON.parse(line))).toMatchObject([
      { type: 'progress', index: 1, stage: 'attempt', provider: 'fake', attempt: 2, reason: 'unavailable', message: ATTEMPT }, { type: 'image' },
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { run } from '../command-line/run.ts';
import { fakeIo } from '../testing/fake-io.ts';
import { paintPixel } from '../testing/fake-plugin.ts';
import { fakeServices } from '../testing/fake-services.ts';
import { screenText } from '../testing/screen.ts';

const ESCAPE = '\u001b';

describe('the live line', () => {
  it('is drawn on a terminal', async () => {
    const io = fakeIo({ columns: 80 });
    await run(['generate', 'a fox'], io, fakeServices(paintPixel));
    expect(io.stderr.text).toContain('Waiting: 2 jobs before this one, about 42 s');
    expect(io.stderr.text).toContain(`${ESCAPE}[36m`);
  });

  it.each([80, 40, 12])('leaves one final line behind, on %i columns', async (columns) => {
    const io = fakeIo({ columns });
    await run(['generate', 'a fox', '--seed', '7'], io, fakeServices(paintPixel));
    expect(screenText(io.stderr.text)).toBe('Done: 1 × 1 PNG, seed 7, 1 s');
  });

  it('leaves the reason of a failure behind', async () => {
    const io = fakeIo({ columns: 80 });
    await run(['generate', 'a fox'], io, fakeServices(async function* stop(generation) {
      yield { type: 'progress', stage: 'started' };
      io.signals.emit('SIGINT');
      yield* paintPixel(generation);
    }));
    expect(screenText(io.stderr.text.replaceAll(new RegExp(String.raw`${ESCAPE}\[\d+m`, 'gu'), '')).split('\n')[0]).toBe('Stopped by Ctrl-C.');
  });

  it('has no colours with NO_COLOR', async () => {
    const io = fakeIo({ columns: 80, env: { NO_COLOR: '1' } });
    await run(['generate', 'a fox'], io, fakeServices(paintPixel));
    expect(io.stderr.text).toContain('█');
    expect(io.stderr.text).not.toMatch(new RegExp(String.raw`${ESCAPE}\[\d+m`, 'u'));
  });

  it.each([{ TERM: 'dumb' }, {}])('is not drawn where it cannot be, with %j', async (env) => {
    const io = fakeIo({ columns: 'TERM' in env ? 80 : 0, env });
    await run(['generate', 'a fox'], io, fakeServices(paintPixel));
    expect(io.stderr.lines).toContain('Painting, 4 steps');
  });
});

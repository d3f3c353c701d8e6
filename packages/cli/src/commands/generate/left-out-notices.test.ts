import type { LeftOutPlugin } from '@hypotez/config';
import { describe, expect, it } from 'vitest';
import { fakeRegistry, paintPixel } from '../../testing/fake-plugin.ts';
import { leftOutNotices } from './left-out-notices.ts';

const leftOut = (from: string, fault: LeftOutPlugin['fault'], reason: string): LeftOutPlugin => ({ state: 'left out', from, place: 'plugins[0]', fault, reason });
const BROKEN = leftOut('./mine.ts', 'failed', 'oops');
const CLOSED = leftOut('@vendor/painter', 'no-key', 'It needs a key: set PAINTER_KEY.');

function notices(model: string): readonly string[] {
  return leftOutNotices({ ...fakeRegistry(paintPixel), plugins: [{ state: 'loaded', from: 'x', place: 'plugins[2]', id: 'x' }, BROKEN, CLOSED] }, model);
}

describe('the notices of plugins that were left out', () => {
  it('name those that are broken', () => {
    expect(notices('sd-3.5')).toEqual(['The plugin ./mine.ts was left out. oops']);
  });

  it('name those that wait for a key when nobody has the model', () => {
    expect(notices('painter')).toEqual(['The plugin ./mine.ts was left out. oops', 'The plugin @vendor/painter was left out. It needs a key: set PAINTER_KEY.']);
  });

  it('are none where nothing is missing', () => {
    expect(leftOutNotices(fakeRegistry(paintPixel), 'painter')).toEqual([]);
  });
});

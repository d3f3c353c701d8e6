import { describe, expect, it } from 'vitest';
import type { PictureSettings } from './picture.ts';
import { composeScene } from './scene.ts';
import { palettes } from './palettes.ts';

const size = { width: 64, height: 64, guidanceScale: 4.5, steps: 20 };
const compose = (prompt: string, negativePrompt = '', seed = 1): ReturnType<typeof composeScene> => {
  const settings: PictureSettings = { prompt, negativePrompt, seed, ...size };
  return composeScene(settings);
};
const seeds = Array.from({ length: 40 }, (_, seed) => seed);

describe('composeScene', () => {
  it('shows what the prompt names', () => {
    for (const seed of seeds) {
      const scene = compose('a lighthouse, sailing boats and balloons at night', '', seed);
      expect([...scene.motifs]).toEqual(expect.arrayContaining(['lighthouse', 'water', 'boat', 'balloons']));
      expect(scene.palette.disc).toBe(palettes.night.disc);
    }
  });

  it('leaves out what the negative prompt names', () => {
    for (const seed of seeds) {
      const { motifs } = compose('a lake below mountains', 'clouds, mountains, water', seed);
      for (const refused of ['clouds', 'mountains', 'water', 'boat'] as const) expect(motifs.has(refused)).toBe(false);
    }
  });

  it('has either sun or moon', () => {
    for (const seed of seeds) {
      const { motifs } = compose('sun and moon', '', seed);
      expect(motifs.has('sun') && motifs.has('moon')).toBe(false);
    }
  });

  it('differs from seed to seed', () => {
    const horizons = new Set(seeds.map((seed) => compose('anything', '', seed).horizon));
    expect(horizons.size).toBe(seeds.length);
  });
});

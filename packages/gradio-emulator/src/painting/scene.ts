import { turnHue, type Color } from './color.ts';
import { motifs, namedMotifs, namedPalettes, type Motif } from './motifs.ts';
import { palettes, type Palette, type PaletteName } from './palettes.ts';
import type { PictureSettings } from './picture.ts';
import { between, createRandom, type Random } from './random.ts';

/** What a picture shows, before a pixel of it is painted. Lengths are shares of the height. */
export interface Scene {
  readonly palette: Palette;
  readonly motifs: ReadonlySet<Motif>;
  /** Where the sky ends, from the top. */
  readonly horizon: number;
  /** Centre of sun or moon: a share of the width, and from the top. */
  readonly discX: number;
  readonly discY: number;
  readonly discRadius: number;
  /** Octaves of noise: fineness of everything rough. */
  readonly octaves: number;
  /** Width divided by height. */
  readonly aspect: number;
  /** A generator of its own for each part, so that one part does not move the others. */
  readonly random: (part: string) => Random;
}

/** How likely a motif is when the prompt does not name it. */
const chances: Readonly<Partial<Record<Motif, number>>> = {
  clouds: 0.65,
  mountains: 0.6,
  forest: 0.6,
  water: 0.55,
  birds: 0.35,
  aurora: 0.2,
  balloons: 0.12,
  boat: 0.25,
  house: 0.2,
};

/** Composes the scene of a picture from prompt, negative prompt, seed, size and steps. */
export function composeScene(settings: PictureSettings): Scene {
  const { prompt, negativePrompt, seed, width, height, steps } = settings;
  const random = (part: string): Random => createRandom(`${part}\n${seed.toString()}\n${prompt}`);
  const choice = random('scene');
  const name = choosePalette(prompt, negativePrompt, choice);
  // Names of colours and of nothing we can paint still move the palette, so every negative prompt is seen.
  const turn = between(choice, -6, 6) + (negativePrompt === '' ? 0 : negativeTurn(negativePrompt));
  return {
    palette: turnPalette(palettes[name], turn),
    motifs: chooseMotifs(prompt, negativePrompt, name, choice),
    horizon: between(choice, 0.56, 0.68),
    discX: between(choice, 0.18, 0.82),
    discY: between(choice, 0.16, 0.4),
    discRadius: between(choice, 0.035, 0.06),
    octaves: Math.min(Math.max(Math.round(Math.log2(steps) + 1), 1), 7),
    aspect: width / height,
    random,
  };
}

function choosePalette(prompt: string, negativePrompt: string, random: Random): PaletteName {
  const named = namedPalettes(prompt);
  const refused = namedPalettes(negativePrompt);
  const all = (Object.keys(palettes) as PaletteName[]).filter((name) => !refused.includes(name));
  const wanted = named.filter((name) => !refused.includes(name));
  const pool = wanted.length > 0 ? wanted : all;
  return pool[Math.floor(random() * pool.length)] ?? 'day';
}

function chooseMotifs(prompt: string, negativePrompt: string, palette: PaletteName, random: Random): Set<Motif> {
  const wanted = namedMotifs(prompt);
  const refused = namedMotifs(negativePrompt);
  const { disc, stars } = palettes[palette];
  const chosen = new Set<Motif>();
  for (const motif of motifs) {
    const isDark = stars >= 0.5;
    const chance =
      motif === disc ? 0.85 : motif === 'stars' ? stars : motif === 'aurora' && !isDark ? 0 : (chances[motif] ?? 0);
    // Drawn for every motif, named or not, so that naming one does not change the others.
    const drawn = random() < chance;
    if ((drawn || wanted.has(motif)) && !refused.has(motif)) chosen.add(motif);
  }
  if (chosen.has('sun') && chosen.has('moon')) chosen.delete(wanted.has('moon') ? 'sun' : 'moon');
  if (!chosen.has('water')) chosen.delete('boat');
  return chosen;
}

function negativeTurn(negativePrompt: string): number {
  // Towards red only: the other way skies turn green.
  return between(createRandom(`negative\n${negativePrompt}`), 9, 24);
}

function turnPalette(palette: Palette, degrees: number): Palette {
  const turn = (color: Color): Color => turnHue(color, degrees);
  return {
    ...palette,
    sky: palette.sky.map(turn),
    haze: turn(palette.haze),
    near: turn(palette.near),
    cloud: turn(palette.cloud),
    water: turn(palette.water),
  };
}

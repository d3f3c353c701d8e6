import { hex, type Color } from './color.ts';

/** The colours of one time of day. */
export interface Palette {
  /** From the top of the sky to the horizon. */
  readonly sky: readonly Color[];
  /** Air between the viewer and far hills. */
  readonly haze: Color;
  /** The nearest hill. */
  readonly near: Color;
  /** Sun or moon, and what they shine on. */
  readonly light: Color;
  readonly cloud: Color;
  /** Depth of water. */
  readonly water: Color;
  /** How many stars can be seen, 0–1. */
  readonly stars: number;
  readonly disc: 'sun' | 'moon';
}

/** Every palette by the name of its time. */
export const palettes = {
  dawn: {
    sky: [hex('#3d5a8f'), hex('#8f8fc2'), hex('#f0b4a8'), hex('#ffe0b8')],
    haze: hex('#f3c3b0'),
    near: hex('#22304a'),
    light: hex('#fff1cf'),
    cloud: hex('#ffd5c4'),
    water: hex('#35527d'),
    stars: 0.08,
    disc: 'sun',
  },
  day: {
    sky: [hex('#1f63b5'), hex('#4a93d6'), hex('#9ccbec'), hex('#e3f1f5')],
    haze: hex('#bcd8e6'),
    near: hex('#1f4a2e'),
    light: hex('#fffbe6'),
    cloud: hex('#ffffff'),
    water: hex('#1d5d86'),
    stars: 0,
    disc: 'sun',
  },
  golden: {
    sky: [hex('#47679a'), hex('#9a9ba8'), hex('#f2c277'), hex('#ffe9a9')],
    haze: hex('#f0cd8c'),
    near: hex('#33301c'),
    light: hex('#fff6c9'),
    cloud: hex('#ffe6b0'),
    water: hex('#46617a'),
    stars: 0,
    disc: 'sun',
  },
  sunset: {
    sky: [hex('#2b2058'), hex('#7a3279'), hex('#e8605c'), hex('#ffc46b')],
    haze: hex('#f08c66'),
    near: hex('#1c1230'),
    light: hex('#fff0b0'),
    cloud: hex('#ff9a7a'),
    water: hex('#3a2560'),
    stars: 0.15,
    disc: 'sun',
  },
  dusk: {
    sky: [hex('#0f1c44'), hex('#2b3f7d'), hex('#7a6aa8'), hex('#e7a3a8')],
    haze: hex('#8d7fae'),
    near: hex('#0d1428'),
    light: hex('#fff3dc'),
    cloud: hex('#a58fc0'),
    water: hex('#1c2a58'),
    stars: 0.5,
    disc: 'moon',
  },
  night: {
    sky: [hex('#040818'), hex('#0a1534'), hex('#16305c'), hex('#38608a')],
    haze: hex('#2a4c74'),
    near: hex('#04070f'),
    light: hex('#f4f1e0'),
    cloud: hex('#2c4468'),
    water: hex('#0a1a38'),
    stars: 1,
    disc: 'moon',
  },
} as const satisfies Record<string, Palette>;

/** Name of a palette. */
export type PaletteName = keyof typeof palettes;

import type { PaletteName } from './palettes.ts';

/** Things that a picture may show besides sky and hills. */
export const motifs = [
  'sun',
  'moon',
  'stars',
  'clouds',
  'mountains',
  'forest',
  'water',
  'birds',
  'boat',
  'lighthouse',
  'house',
  'city',
  'aurora',
  'balloons',
] as const;

/** One of them. */
export type Motif = (typeof motifs)[number];

// Each entry is matched from the start of a word, so that plurals and `cloudy` are found too.
const motifWords: Readonly<Record<Motif, readonly string[]>> = {
  sun: ['sun', 'solar'],
  moon: ['moon', 'lunar', 'crescent'],
  stars: ['star', 'galaxy', 'cosm', 'milky', 'space', 'constellation'],
  clouds: ['cloud', 'storm', 'overcast', 'fog', 'mist'],
  mountains: ['mountain', 'peak', 'alp', 'snow', 'summit', 'volcano', 'fuji', 'everest', 'cliff'],
  forest: ['forest', 'tree', 'wood', 'pine', 'jungle', 'fox', 'deer', 'bear', 'wolf'],
  water: [
    'water',
    'lake',
    'sea',
    'ocean',
    'river',
    'fjord',
    'beach',
    'island',
    'coast',
    'fish',
    'boat',
    'ship',
    'sail',
    'lighthouse',
  ],
  birds: ['bird', 'gull', 'eagle', 'crane', 'raven', 'owl', 'swan', 'dragon'],
  boat: ['boat', 'ship', 'sail', 'yacht', 'pirate', 'fisher'],
  lighthouse: ['lighthouse', 'beacon', 'pharos'],
  house: ['house', 'cabin', 'cottage', 'home', 'hut', 'farm', 'village'],
  city: ['city', 'town', 'skyline', 'skyscraper', 'tower', 'castle', 'cyberpunk', 'urban', 'street', 'robot'],
  aurora: ['aurora', 'northern', 'polar'],
  balloons: ['balloon', 'airship', 'zeppelin', 'festival'],
};

const paletteWords: Readonly<Record<PaletteName, readonly string[]>> = {
  dawn: ['dawn', 'sunrise', 'morning', 'spring', 'pastel'],
  day: ['day', 'noon', 'summer', 'bright', 'blue'],
  golden: ['golden', 'gold', 'autumn', 'fall', 'warm', 'desert', 'yellow', 'wheat'],
  sunset: ['sunset', 'evening', 'red', 'orange', 'fire', 'lava', 'dramatic'],
  dusk: ['dusk', 'twilight', 'purple', 'violet', 'winter', 'neon'],
  night: ['night', 'midnight', 'dark', 'moon', 'star', 'galaxy', 'aurora', 'northern', 'polar', 'space', 'cosm'],
};

/** The motifs that a text names. */
export function namedMotifs(text: string): ReadonlySet<Motif> {
  return new Set(motifs.filter((motif) => names(text, motifWords[motif])));
}

/** The times of day that a text names, in the order of the palettes. */
export function namedPalettes(text: string): readonly PaletteName[] {
  const entries = Object.entries(paletteWords) as [PaletteName, readonly string[]][];
  return entries.filter(([, words]) => names(text, words)).map(([name]) => name);
}

function names(text: string, words: readonly string[]): boolean {
  return new RegExp(`\\b(?:${words.join('|')})`, 'i').test(text);
}

/** The services of the API by the last part of their path. */
export const ENDPOINTS = ['sd3', 'core', 'ultra'] as const;
export type Endpoint = (typeof ENDPOINTS)[number];

const RATIOS = ['21:9', '16:9', '3:2', '5:4', '1:1', '4:5', '2:3', '9:16', '9:21'];
const MODELS = ['sd3.5-large', 'sd3.5-large-turbo', 'sd3.5-medium', 'sd3.5-flash'];
const STYLES = [
  'enhance', 'anime', 'photographic', 'digital-art', 'comic-book', 'fantasy-art', 'line-art', 'analog-film', 'neon-punk', 'isometric', 'low-poly', 'origami',
  'modeling-compound', 'cinematic', '3d-model', 'pixel-art', 'tile-texture',
];
const LARGEST_SEED = 4_294_967_294;

/** What a field of a form may be; the words are the service's own, after the name of the field. */
type Rule = (value: FormDataEntryValue) => string | undefined;

const oneOf = (...values: readonly string[]): Rule => (value) => (typeof value === 'string' && values.includes(value) ? undefined : `must be one of ${values.join(', ')}`);
const text = (longest: number): Rule => (value) => (typeof value === 'string' && value.length <= longest ? undefined : `must be a text of at most ${longest.toString()} characters`);
const number = (min: number, max: number): Rule => (value) =>
  (typeof value === 'string' && value.trim() !== '' && Number(value) >= min && Number(value) <= max ? undefined : `must be a number from ${min.toString()} to ${max.toString()}`);
const file: Rule = (value) => (value instanceof File && /^image\/(?:png|jpeg|webp)$/u.test(value.type) ? undefined : 'must be a jpeg, png or webp');

const COMMON: Readonly<Record<string, Rule>> = {
  prompt: text(10_000), negative_prompt: text(10_000), aspect_ratio: oneOf(...RATIOS), seed: number(0, LARGEST_SEED), style_preset: oneOf(...STYLES), output_format: oneOf('png', 'jpeg', 'webp'),
};
const FROM_IMAGE: Readonly<Record<string, Rule>> = { image: file, strength: number(0, 1) };
const RULES: Readonly<Record<Endpoint, Readonly<Record<string, Rule>>>> = {
  core: COMMON,
  ultra: { ...COMMON, ...FROM_IMAGE },
  sd3: { ...COMMON, ...FROM_IMAGE, model: oneOf(...MODELS), mode: oneOf('text-to-image', 'image-to-image'), cfg_scale: number(1, 10) },
};

/** What the service finds wrong with a form; stricter than it is with fields that it does not know, which it passes over. */
export function problemsWith(endpoint: Endpoint, form: FormData): readonly string[] {
  const rules = RULES[endpoint];
  const has = (name: string): boolean => form.has(name);
  const fields = [...form].flatMap(([name, value]) => {
    const problem = Object.hasOwn(rules, name) ? rules[name]?.(value) : 'is unknown';
    return problem === undefined ? [] : [`${name}: ${problem}`];
  });
  const isFromImage = endpoint === 'sd3' ? form.get('mode') === 'image-to-image' : has('image');
  const together = [
    ...(form.get('prompt') === '' || !has('prompt') ? ['prompt: is required'] : []),
    ...(isFromImage ? ['image', 'strength'].filter((name) => !has(name)).map((name) => `${name}: is required`) : ['image', 'strength'].filter(has).map((name) => `${name}: is only valid for image-to-image requests`)),
    ...(isFromImage && endpoint === 'sd3' && has('aspect_ratio') ? ['aspect_ratio: is only valid for text-to-image requests'] : []),
    ...(form.get('model') === 'sd3.5-large-turbo' && has('negative_prompt') ? ['negative_prompt: is not supported by the turbo model'] : []),
  ];
  return [...fields, ...together];
}

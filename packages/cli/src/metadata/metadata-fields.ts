import { basename } from 'node:path';
import { parseJson } from '@hypotez/provider-core';
import { escapeText, unescapeText } from './escape-text.ts';
import type { PictureMetadata } from './picture-metadata.ts';

/** One field of the metadata as text, ready to be written into a file. */
export type MetadataField = readonly [name: string, text: string];

/** The longest text of one field that is believed when a file is read, in characters. */
export const MAXIMUM_FIELD_LENGTH = 1024 * 1024;

const NUMBER = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/iu;

/** The fields that a picture has, in the order in which they are written. */
export function toFields(metadata: PictureMetadata): readonly MetadataField[] {
  const { prompt, negativePrompt, model, provider, seed, width, height, aspectRatio, guidanceScale, numInferenceSteps, images, mask, strength, url, space, api, embedded, version } = metadata;
  const values = {
    prompt,
    negativePrompt,
    model,
    provider,
    seed,
    width,
    height,
    aspectRatio,
    guidanceScale,
    numInferenceSteps,
    images: images && JSON.stringify(images.map(nameOfInput)),
    mask: mask && nameOfInput(mask),
    strength,
    url: url === undefined ? undefined : withoutSecrets(url),
    space: space === undefined || !URL.canParse(space) ? space : withoutSecrets(space),
    api,
    embedded: embedded === true ? true : undefined,
    version,
  };
  return Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, escapeText(String(value))] as const]));
}

/** Reads fields; `undefined` when one that hypotez always writes is missing. A number that is none is passed over. */
export function fromFields(fields: Iterable<MetadataField>): PictureMetadata | undefined {
  const texts = new Map(Array.from(fields, ([name, text]) => [name, unescapeText(text.slice(0, MAXIMUM_FIELD_LENGTH))] as const));
  const number = (name: string): number | undefined => {
    const text = texts.get(name) ?? '';
    return NUMBER.test(text) && Number.isFinite(Number(text)) ? Number(text) : undefined;
  };
  const prompt = texts.get('prompt');
  const model = texts.get('model');
  const provider = texts.get('provider');
  const version = texts.get('version');
  const mask = texts.get('mask');
  if (prompt === undefined || model === undefined || provider === undefined || version === undefined) return undefined;
  return {
    prompt,
    negativePrompt: texts.get('negativePrompt'),
    model,
    provider,
    seed: number('seed'),
    width: number('width'),
    height: number('height'),
    aspectRatio: texts.get('aspectRatio'),
    guidanceScale: number('guidanceScale'),
    numInferenceSteps: number('numInferenceSteps'),
    images: listOf(texts.get('images')),
    mask: mask === undefined ? undefined : nameOfInput(mask),
    strength: number('strength'),
    url: texts.get('url'),
    space: texts.get('space'),
    api: texts.get('api'),
    embedded: texts.get('embedded') === 'true' ? true : undefined,
    version,
  };
}

/** A list of texts; what is none is passed over. */
function listOf(text: string | undefined): readonly string[] | undefined {
  const list = text === undefined ? undefined : parseJson(text);
  return Array.isArray(list) && list.every((item) => typeof item === 'string') ? list.map(nameOfInput) : undefined;
}

/** Of a path its last part: where others keep their pictures is nobody's business, and a foreign file names none of ours. */
function nameOfInput(input: string): string {
  return /^https?:/iu.test(input) ? (withoutSecrets(input) ?? '') : basename(input);
}

/** A file is shown around: user, password and query of an address, where tokens stand, do not belong into it. */
function withoutSecrets(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname === '/' ? '' : pathname}`;
}

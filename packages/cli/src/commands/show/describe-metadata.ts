import { cleanText } from '@hypotez/provider-core';
import type { PictureMetadata } from '../../metadata/picture-metadata.ts';
import { textTable } from '../../output/text-table.ts';

/** The metadata as lines for people. The texts are foreign: each becomes one line without anything that steers a terminal. */
export function describeMetadata(metadata: PictureMetadata): readonly string[] {
  const { prompt, negativePrompt, model, provider, seed, width, height, aspectRatio, guidanceScale, numInferenceSteps, images, mask, strength, url, space, api, embedded, version } = metadata;
  const rows = [
    ['Prompt', prompt],
    ['Negative prompt', negativePrompt],
    ['Model', model],
    ['Provider', provider],
    ['Space', embedded === true ? 'the emulator inside the command' : (space ?? url)],
    ['Function', api],
    ['Seed', seed],
    ['Size', width === undefined || height === undefined ? undefined : `${width} × ${height}`],
    ['Aspect ratio', aspectRatio],
    ['Guidance scale', guidanceScale],
    ['Inference steps', numInferenceSteps],
    ['Started from', images?.join(', ')],
    ['Mask', mask],
    ['Strength', strength],
    ['Written by', `hypotez ${version}`],
  ] as const;
  return textTable(rows.flatMap(([label, value]) => (value === undefined ? [] : [[label, cleanText(String(value))]])));
}

import type { PictureMetadata } from '../../metadata/picture-metadata.ts';
import { quoteForShell } from '../../shell/quote-for-shell.ts';

/**
 * The command that makes a picture again, ready to be pasted into sh, bash, zsh or fish.
 *
 * `undefined` when no command line can hold one of its texts, such as a prompt with a NUL.
 */
export function regeneratingCommand(metadata: PictureMetadata): string | undefined {
  const { prompt, negativePrompt, model, provider, seed, width, height, aspectRatio, guidanceScale, numInferenceSteps, images = [], mask, strength, url, space, api, embedded } = metadata;
  const options = {
    // A Space that was named has one model, whatever it is called.
    model: space === undefined ? `${provider}/${model}` : undefined,
    negative: negativePrompt,
    aspect: aspectRatio,
    width,
    height,
    seed,
    steps: numInferenceSteps,
    guidance: guidanceScale,
    image: images,
    mask,
    strength,
    url,
    space,
    api,
  };
  const words = Object.entries(options).flatMap(([name, value]) => [value ?? []].flat().map((one) => option(name, String(one))));
  const quotedPrompt = quoteForShell(prompt);
  // A prompt that begins with a dash would be taken for an option.
  const promptWords = prompt.startsWith('-') ? ['--', quotedPrompt] : [quotedPrompt];
  const all = ['hypotez generate', ...words, ...(embedded === true ? ['--embedded'] : []), ...promptWords];
  return all.includes(undefined) ? undefined : all.join(' ');
}

/** With `=` where the value could be taken for an option. */
function option(name: string, value: string): string | undefined {
  const quoted = quoteForShell(value);
  return quoted === undefined ? undefined : `--${name}${value.startsWith('-') ? '=' : ' '}${quoted}`;
}

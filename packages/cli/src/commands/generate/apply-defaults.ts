import type { PictureSource } from '../../services/services.ts';
import type { GenerateOptions, TypedOptions } from './generate-options.ts';

/**
 * Puts the defaults of the configuration where nothing was typed, so that the file of a picture can tell them. Sides of the
 * defaults give way to any size or ratio that was typed.
 */
export function applyDefaults(typed: TypedOptions, defaults: PictureSource['defaults'] = {}): GenerateOptions {
  const size = typed.width === undefined && typed.height === undefined && typed.aspectRatio === undefined ? defaults : typed;
  return {
    ...typed,
    model: typed.model ?? defaults.model ?? 'sd-3.5',
    negativePrompt: typed.negativePrompt ?? defaults.negativePrompt,
    aspectRatio: typed.aspectRatio ?? defaults.aspectRatio,
    width: size.width,
    height: size.height,
    numInferenceSteps: typed.numInferenceSteps ?? defaults.numInferenceSteps,
    guidanceScale: typed.guidanceScale ?? defaults.guidanceScale,
  };
}

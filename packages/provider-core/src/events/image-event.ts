import type { ImagePreview } from './image-preview.ts';
import type { ImageProgress, ImageProgressInit } from './image-progress.ts';
import type { ImageResponse } from './image-response.ts';

/** What a run gives, told apart by `type`: `progress`, `preview` or `image`. */
export type ImageEvent = ImageProgress | ImagePreview | ImageResponse;

/** Progress as a plugin may write it: a plain object, of which the run makes an `ImageProgress`. */
export type PluginProgress = { readonly type: 'progress' } & ImageProgressInit;

/** What a plugin's generator gives. */
export type PluginEvent = PluginProgress | ImagePreview | ImageResponse;

/**
 * A run: progress and previews, then exactly one image, or one typed error.
 *
 * Nothing happens before the first event is asked for. Leaving the loop ends the run, closes its connections and cancels
 * the job at the provider.
 */
export type AsyncResult = AsyncGenerator<ImageEvent, void, undefined>;

import type { Download } from '../events/image-result.ts';
import type { ImageSource } from './download-image.ts';

/**
 * Makes the `download` of a preview or response for one provider's images.
 *
 * The code for it is loaded at the first use: a web page that shows an image by its URL never needs it.
 */
export function imageDownload(source: ImageSource): Download {
  return async (url, options) => {
    const { downloadImage } = await import('./download-image.ts');
    return downloadImage(source, url, options);
  };
}

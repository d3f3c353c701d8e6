import { AVIF_FORMAT } from './formats/avif-format.ts';
import { GIF_FORMAT } from './formats/gif-format.ts';
import { JPEG_FORMAT } from './formats/jpeg-format.ts';
import { PNG_FORMAT } from './formats/png-format.ts';
import { WEBP_FORMAT } from './formats/webp-format.ts';
import type { ImageFormat } from './image-format.ts';

/** Every format that is taken, the most usual ones first. */
export const IMAGE_FORMATS: readonly ImageFormat[] = [PNG_FORMAT, WEBP_FORMAT, JPEG_FORMAT, GIF_FORMAT, AVIF_FORMAT];

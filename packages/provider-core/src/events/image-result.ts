import type { ImageFile } from '../images/image-file.ts';

/** How `images()` may be limited. */
export interface DownloadOptions {
  readonly signal?: AbortSignal | undefined;
}

/** Fetches one image by its URL. */
export type Download = (url: string, options: DownloadOptions) => Promise<ImageFile>;

/** What previews and responses are made from. */
export interface ImageResultInit {
  /** Where the images are: `https:`, `http:` or `data:` URLs. At least one. */
  readonly urls: readonly string[];
  /** Text for people who do not see the image: the prompt. */
  readonly alt: string;
  /** Id of the provider. */
  readonly provider: string;
  /** Model that painted it, as the provider calls it. */
  readonly model: string;
  readonly download: Download;
}

/** What a preview and a response have in common. */
export abstract class ImageResult {
  /** Where the images are: `https:`, `http:` or `data:` URLs. */
  readonly urls: readonly string[];
  /** Text for people who do not see the image: the prompt. */
  readonly alt: string;
  /** Id of the provider. */
  readonly provider: string;
  /** Model that painted it, as the provider calls it. */
  readonly model: string;
  readonly #download: Download;

  constructor({ urls, alt, provider, model, download }: ImageResultInit) {
    this.urls = urls;
    this.alt = alt;
    this.provider = provider;
    this.model = model;
    this.#download = download;
  }

  /** Fetches the images through the provider's transport, with its credential, all at once. */
  async images(options: DownloadOptions = {}): Promise<ImageFile[]> {
    return Promise.all(this.urls.map((url) => this.#download(url, options)));
  }

  /** Markdown with one image a line. */
  toString(): string {
    // Code and tags bind more tightly than brackets do, so their beginnings are escaped too.
    const alt = this.alt.replace(/\s+/gu, ' ').replace(/[[\]\\`<]/gu, String.raw`\$&`);
    return this.urls.map((url) => `![${alt}](${url.replace(/[\s<>\\`]/gu, encodeURIComponent).replace(/[()]/gu, escapeParenthesis)})`).join('\n');
  }
}

/** `encodeURIComponent` leaves parentheses alone, and Markdown ends a URL at one. */
function escapeParenthesis(character: string): string {
  return character === '(' ? '%28' : '%29';
}

import { sealError } from '../errors/seal-error.ts';
import type { ImageFile } from '../images/image-file.ts';
import { cleanText } from '../text/clean-text.ts';

/** How `images()` may be limited. */
export interface DownloadOptions {
  readonly signal?: AbortSignal | undefined;
  /** Longest time for one image, in milliseconds. Default 120000. */
  readonly timeoutMs?: number | undefined;
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
  /** Which image of the run it is, from 0. Default 0; a provider need not set it, the run does. */
  readonly index?: number | undefined;
  readonly download: Download;
  /** Credentials, which stand in no error of `images()`. */
  readonly secrets?: readonly string[] | undefined;
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
  /** Which image of the run it is, from 0. */
  readonly index: number;
  readonly #download: Download;
  readonly #secrets: readonly string[];

  constructor({ urls, alt, provider, model, index = 0, download, secrets = [] }: ImageResultInit) {
    this.urls = urls.map(cleanUrl);
    this.alt = alt;
    this.provider = provider;
    this.model = model;
    this.index = index;
    this.#download = download;
    this.#secrets = secrets;
  }

  /** The same picture as another one of the run. */
  abstract withIndex(index: number): ImageResult;

  /** What it was made from, for a copy. */
  protected get init(): ImageResultInit {
    const { urls, alt, provider, model, index } = this;
    return { urls, alt, provider, model, index, download: this.#download, secrets: this.#secrets };
  }

  /**
   * Fetches the images through the provider's transport, with its credential, all at once.
   *
   * @throws {ProviderError} when one of them cannot be had. It is `billed: 'yes'`: the picture was painted, and its URL may
   *   be fetched again.
   */
  async images(options: DownloadOptions = {}): Promise<ImageFile[]> {
    try {
      return await Promise.all(this.urls.map((url) => this.#download(url, options)));
    } catch (thrown) {
      throw sealError(thrown, { provider: this.provider, secrets: this.#secrets, prompts: [this.alt], billed: 'yes' });
    }
  }

  /** Markdown with one image a line. */
  toString(): string {
    // Code and tags bind more tightly than brackets do, so their beginnings are escaped too.
    const alt = cleanText(this.alt, Infinity).replace(/[[\]\\`<]/gu, String.raw`\$&`);
    return this.urls.map((url) => `![${alt}](${url.replace(/[\s<>\\`\p{Cc}\p{Cf}]/gu, encodeURIComponent).replace(/[()]/gu, escapeParenthesis)})`).join('\n');
  }
}

/** A URL as the standard writes it, in ASCII without white space; what is none is left to the download, which refuses it. */
function cleanUrl(url: string): string {
  // A `data:` URL may be many megabytes, and nobody shows it.
  return /^data:/iu.test(url) ? url : (URL.parse(url)?.href ?? cleanText(url));
}

/** `encodeURIComponent` leaves parentheses alone, and Markdown ends a URL at one. */
function escapeParenthesis(character: string): string {
  return character === '(' ? '%28' : '%29';
}

import { BadImageError } from '../errors/bad-image-error.ts';
import { TimeoutError } from '../errors/timeout-error.ts';
import type { DownloadOptions } from '../events/image-result.ts';
import { UnsafeUrlError } from '../errors/unsafe-url-error.ts';
import { systemClock, type Clock } from '../services/clock.ts';
import { startDeadline } from '../services/start-deadline.ts';
import type { Credential } from '../transport/credential.ts';
import type { Http } from '../transport/http.ts';
import { DEFAULT_LIMITS } from '../transport/limits.ts';
import { throwForStatus } from '../transport/status-error.ts';
import { decodeDataUrl } from './decode-data-url.ts';
import type { ImageFile } from './image-file.ts';
import { parseImage } from './parse-image.ts';
import { redoDownload } from './redo-download.ts';

/** Longest time for one download, in milliseconds. */
const DOWNLOAD_TIMEOUT_MS = 120_000;

/** Least speed of a download: an image that drips in byte by byte would never fall silent. */
const MINIMUM_BYTES_PER_SECOND = 1024;

/** How images of one provider are fetched. */
export interface ImageSource {
  readonly http: Http;
  /** Origins that images may come from, of which the application named every one. */
  readonly origins: readonly string[];
  /** Whether images may come from anywhere else on the public internet, as from a service's storage. Default false. */
  readonly publicImages?: boolean | undefined;
  readonly credential?: Credential | undefined;
  readonly proxy?: string | undefined;
  /** Default: the clock of the runtime. */
  readonly clock?: Clock | undefined;
}

/**
 * Fetches an image from a URL that a server named, up to three times: see `redoDownload`.
 *
 * @throws {UnsafeUrlError} when the URL is of another origin than the allowed ones, or leads into a private network.
 * @throws {BadImageError} when what comes is no image, or has a side above `imageSide` of the transport's limits.
 * @throws {TooLargeError} when it has more than `imageBytes`.
 * @throws {TimeoutError} when it is not there in time, or comes more slowly than 1 KiB/s for 30 s.
 */
export async function downloadImage(source: ImageSource, url: string, { signal, timeoutMs = DOWNLOAD_TIMEOUT_MS }: DownloadOptions = {}): Promise<ImageFile> {
  const { http, origins, publicImages = false, credential, proxy, clock = systemClock } = source;
  const { imageBytes, imageSide: maximumSide } = http.limits ?? DEFAULT_LIMITS;
  if (/^data:/iu.test(url)) return parseImage(decodeDataUrl(url, imageBytes), { maximumSide });
  if (!URL.canParse(url)) throw new UnsafeUrlError('The server named an image by something that is no URL.');
  const { origin, protocol, username, password } = new URL(url);
  // `blob:` has the origin of what is inside it.
  const isFetchable = /^https?:$/u.test(protocol) && username === '' && password === '';
  const zone = origins.includes(origin) ? 'configured' : 'public';
  if (!isFetchable || (zone === 'public' && !publicImages)) {
    const place = isFetchable ? origin : `a ${protocol} URL${username === '' && password === '' ? '' : ' with credentials'}`;
    throw new UnsafeUrlError(`The image lies at ${place}, not at ${origins.join(' or ')}; images of other origins are not fetched.`);
  }
  const deadline = startDeadline({
    clock,
    delayMs: timeoutMs,
    reason: () => new TimeoutError('total', timeoutMs, { billed: 'yes' }),
    signals: [signal],
  });
  // No compression: images do not get smaller by it, but a compressed answer could be a bomb.
  const headers = { accept: 'image/*', 'accept-encoding': 'identity, *;q=0' };
  const download = async (): Promise<ImageFile> => {
    const response = await http.request({ url, zone, credential, proxy, signal: deadline.signal, headers, minimumBytesPerSecond: MINIMUM_BYTES_PER_SECOND });
    await throwForStatus(response, { now: clock.date() });
    const bytes = await response.bytes();
    try {
      return parseImage(bytes, { maximumSide });
    } catch (thrown) {
      throw thrown instanceof BadImageError ? new BadImageError(`${thrown.message} It came from ${new URL(response.url).origin}.`) : thrown;
    }
  };
  try {
    return await redoDownload(download, clock, deadline.signal);
  } finally {
    deadline.stop();
  }
}

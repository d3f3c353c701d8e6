import { checkFigures, type Figures } from '../services/check-figures.ts';

/**
 * The most that is taken from a server, which protects the memory of this process. Whole numbers from 1; bytes count after
 * decompression.
 *
 * All lie well above what honest servers send: a limit below that breaks images that were paid for.
 */
export interface Limits {
  /** Bytes of an error's body that are read; what is longer is cut off. Default 64 KiB. */
  readonly errorBodyBytes: number;
  /** Bytes of an answer as JSON or text. Default 64 MiB. */
  readonly jsonBytes: number;
  /** Characters of one event of a stream. Default 64 MiB. */
  readonly eventBytes: number;
  /** Bytes of a whole event stream. Default 512 MiB. */
  readonly streamBytes: number;
  /** Bytes of one image, and of any answer that is read as bytes. Default 100 MiB. */
  readonly imageBytes: number;
  /** Pixels of an image's longer side. Default 16384. */
  readonly imageSide: number;
  /** Redirects that one request follows. Default 5. */
  readonly redirects: number;
}

const KIBIBYTE = 1024;
const MEBIBYTE = 1024 * KIBIBYTE;

/** The limits of who sets none. */
export const DEFAULT_LIMITS: Limits = Object.freeze({
  errorBodyBytes: 64 * KIBIBYTE,
  jsonBytes: 64 * MEBIBYTE,
  eventBytes: 64 * MEBIBYTE,
  streamBytes: 512 * MEBIBYTE,
  imageBytes: 100 * MEBIBYTE,
  imageSide: 16_384,
  redirects: 5,
});

/**
 * Fills in the limits that an application leaves open.
 *
 * @throws {ConfigurationError} for the first that is no whole number from 1 on, or that nobody knows.
 */
export function resolveLimits(given: Figures<Limits> | undefined): Limits {
  return checkFigures('limits', DEFAULT_LIMITS, given, Number.MAX_SAFE_INTEGER);
}

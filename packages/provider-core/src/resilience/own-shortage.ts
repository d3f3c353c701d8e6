import type { ProviderError } from '../errors/provider-error.ts';
import { causeCodes } from './cause-codes.ts';

const SHORTAGES: readonly string[] = ['EMFILE', 'ENFILE', 'ENOBUFS', 'ENOMEM'];

/** Tells whether this machine has no socket, file or memory left: nobody else can help, and a moment later it may be over. */
export function isOwnShortage(error: ProviderError): boolean {
  return causeCodes(error).some((code) => SHORTAGES.includes(code));
}

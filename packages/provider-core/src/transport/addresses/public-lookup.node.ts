import type { LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { UnsafeUrlError } from '../../errors/unsafe-url-error.ts';
import type { AddressRules } from './public-url.ts';

/**
 * Makes a lookup that fails unless every address of a name is a public one.
 *
 * The connection is made to exactly the addresses that were checked: the name is not looked up again, so that a second answer
 * cannot lead elsewhere.
 */
export function publicLookup(lookup: LookupFunction, { isPublicAddress }: AddressRules): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error !== null) {
        callback(error, '');
        return;
      }
      const addresses: readonly LookupAddress[] = typeof found === 'string' ? [{ address: found, family: isIP(found) }] : found;
      const [first] = addresses;
      if (first === undefined) {
        callback(Object.assign(new Error('The name has no address.'), { code: 'ENOTFOUND' }), '');
      } else if (!addresses.every(({ address }) => isPublicAddress(address))) {
        callback(new UnsafeUrlError(`A server names ${hostname.slice(0, 100)}, which leads to an address that is not of the public internet.`), '');
      } else if (options.all === true) {
        callback(null, [...addresses]);
      } else {
        callback(null, first.address, first.family);
      }
    });
  };
}

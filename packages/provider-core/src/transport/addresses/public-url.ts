import { UnsafeUrlError } from '../../errors/unsafe-url-error.ts';

/** What of the public internet may be asked for at the word of a server. */
export interface AddressRules {
  /** Judges an address, IPv6 without its brackets. */
  readonly isPublicAddress: (address: string) => boolean;
  /** Ports as `URL` writes them: empty where it is the one of the scheme. */
  readonly ports: readonly string[];
}

/** The ports of `http:` and `https:`. */
export const PUBLIC_PORTS: readonly string[] = ['', '80', '443'];

/** Names that lead into this machine or its own network, wherever they are looked up. */
const PRIVATE_NAME = /^[^.]*$|(?:^|\.)(?:localhost|localdomain|local|internal|intranet|lan|home|corp|private|home\.arpa)$/u;

/**
 * Checks a URL that a server named, before anything is sent there: `http:` or `https:`, a public port, no user information,
 * neither an address nor a name of a private network.
 *
 * @throws {UnsafeUrlError} when it is none of the public internet.
 */
export function assertPublicUrl({ protocol, hostname, port, username, password }: URL, { isPublicAddress, ports }: AddressRules): void {
  const host = hostname.slice(0, 100);
  if (protocol !== 'http:' && protocol !== 'https:') throw new UnsafeUrlError(`A ${protocol.slice(0, 20)} URL that a server names is not fetched.`);
  if (username + password !== '') throw new UnsafeUrlError(`A URL with credentials that a server names is not fetched; it leads to ${host}.`);
  if (!ports.includes(port)) throw new UnsafeUrlError(`A server names port ${port} of ${host}; only 80 and 443 are asked.`);
  // The dots at the end are for the root of all names and do not change where a name leads.
  const name = hostname.replace(/\.+$/u, '');
  const isAddress = name.startsWith('[') || /^[\d.]+$/u.test(name);
  if (isAddress ? !isPublicAddress(name.replace(/[[\]]/gu, '')) : PRIVATE_NAME.test(name)) {
    throw new UnsafeUrlError(`A server names ${host}, which is no host of the public internet.`);
  }
}

import { describeCause } from '../errors/describe-cause.ts';
import { NetworkError } from '../errors/network-error.ts';
import type { ProviderError } from '../errors/provider-error.ts';
import { ProxyError } from '../errors/proxy-error.ts';
import type { FailedRequest } from './network-failure.ts';

/** What `fetch` says of the ports that it never connects to, such as 1 and 25; it has no code. */
const BAD_PORT = 'bad port';

/** Failures in which no byte of the request can have reached the server. */
const NOT_SENT: ReadonlySet<string> = new Set([
  BAD_PORT, 'ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL', 'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID', 'EPROTO', 'ERR_INVALID_URL',
]);

const EXPLANATIONS: Readonly<Record<string, string>> = {
  [BAD_PORT]: 'the runtime refuses this port',
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'the host name is not known',
  EAI_AGAIN: 'the host name could not be looked up',
  ECONNRESET: 'the connection was reset',
  UND_ERR_SOCKET: 'the connection was closed',
  UND_ERR_CONNECT_TIMEOUT: 'the connection could not be made in time',
};

/** Turns what `fetch` or a body threw into a typed error. This is the form for Node, Bun and Deno, whose errors have codes. */
export function networkFailure(thrown: unknown, { host, billed, usesProxy }: FailedRequest): ProviderError {
  const codes = errorCodes(thrown);
  const reason = codes.map((code) => EXPLANATIONS[code]).find((text) => text !== undefined) ?? codes[0] ?? 'no reason was given';
  const cause = describeCause(thrown);
  const wasSent = !codes.some((code) => NOT_SENT.has(code));
  // A proxy is the only thing that is connected to directly, so a failed connection is the proxy's; undici words an
  // answer other than 200 to CONNECT, and what a SOCKS server refuses, in the message.
  if (usesProxy && (!wasSent || /proxy|socks/iu.test(messages(thrown)))) return new ProxyError(`The proxy could not be used on the way to ${host}: ${reason}.`, { cause });
  return new NetworkError(`The connection to ${host} failed: ${reason}.`, { cause, billed: wasSent ? billed : 'no' });
}

/** System codes of an error and of its causes, outermost first. */
function errorCodes(thrown: unknown, depth = 0): readonly string[] {
  if (typeof thrown !== 'object' || thrown === null || depth > 5) return [];
  const code: unknown = Reflect.get(thrown, 'message') === BAD_PORT ? BAD_PORT : Reflect.get(thrown, 'code');
  const inner: readonly unknown[] = thrown instanceof AggregateError ? thrown.errors : [Reflect.get(thrown, 'cause')];
  return [...(typeof code === 'string' ? [code] : []), ...inner.flatMap((error) => errorCodes(error, depth + 1))];
}

function messages(thrown: unknown, depth = 0): string {
  if (!(thrown instanceof Error) || depth > 5) return '';
  return `${thrown.message} ${thrown.name} ${messages(thrown.cause, depth + 1)}`;
}

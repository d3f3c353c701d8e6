import { ProxyError } from '../errors/proxy-error.ts';

/** Codes of a SOCKS proxy that does not take the user, or what it is asked for; it will not do so the next time either. */
const REFUSED = /^UND_ERR_SOCKS5_(?:AUTH_.*|REPLY_2)$/u;

/** What is known of a connection that was not made. */
export interface FailedConnection {
  /** Host that was to be reached through the proxy. */
  readonly host: string;
  /** Messages and codes of the failure and of its causes. */
  readonly messages: string;
  readonly codes: readonly string[];
  /** What those codes mean, where that is known. */
  readonly reason: string | undefined;
  readonly cause: Error;
}

/**
 * Makes the typed error of a connection through a proxy. Only the proxy is connected to directly, so it is the proxy's failure;
 * it may pass, unless the proxy refuses the user, the target, or has no name.
 */
export function proxyFailure({ host, messages, codes, reason, cause }: FailedConnection): ProxyError {
  // undici words an answer other than 200 to CONNECT in the message.
  const status = /Proxy response \((\d{3})\)/u.exec(messages)?.[1];
  const isRefused = status === '407' || codes.some((code) => REFUSED.test(code));
  const answered = status === undefined ? undefined : `it answered with HTTP ${status}`;
  const socks = codes.some((code) => code.startsWith('UND_ERR_SOCKS5_REPLY')) ? 'it cannot reach that host' : undefined;
  const words = isRefused ? 'it refuses the user, the password or the target' : answered ?? socks ?? reason ?? codes[0] ?? 'no reason was given';
  return new ProxyError(`The proxy could not be used on the way to ${host}: ${words}.`, { cause, retryable: !isRefused && !codes.includes('ENOTFOUND') });
}

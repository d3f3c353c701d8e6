import { describeCause } from '../errors/describe-cause.ts';
import { NetworkError } from '../errors/network-error.ts';
import { ProtocolError } from '../errors/protocol-error.ts';
import { ProviderError } from '../errors/provider-error.ts';
import { TooLargeError } from '../errors/too-large-error.ts';
import { ConnectionError } from './undici/connection-error.node.ts';
import type { FailedRequest } from './network-failure.ts';
import { proxyFailure } from './proxy-failure.node.ts';
import { InflatedAnswerError } from './undici/inflated-answer-error.node.ts';
import { UnreadableAnswerError } from './undici/unreadable-answer-error.node.ts';

/** Largest head of an answer, in bytes. */
export const MAXIMUM_HEAD_BYTES = 16 * 1024;

/** What is wrong, by the codes of the system and of undici. */
const EXPLANATIONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'the host name is not known',
  EAI_AGAIN: 'the host name could not be looked up',
  ECONNRESET: 'the connection was reset',
  EPIPE: 'the connection was closed',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the network cannot be reached',
  EMFILE: 'this program has too many files and connections open',
  ENFILE: 'this machine has too many files and connections open',
  ENOBUFS: 'this machine has no memory left for connections',
  ETIMEDOUT: 'the system gave the connection up',
  UND_ERR_SOCKET: 'the connection was closed',
  UND_ERR_CONNECT_TIMEOUT: 'the connection could not be made in time',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'the connection was closed in the middle of the answer',
  HPE_INVALID_EOF_STATE: 'the connection was closed in the middle of the answer',
};

/** Codes of a TLS connection that will fail the next time as well: the certificate is not trusted, or there is no common ground. */
const TLS = /^(?:CERT_|ERR_TLS_|ERR_SSL_|EPROTO$|UNABLE_TO_|.*SELF_SIGNED|INVALID_CA$|INVALID_PURPOSE$|HOSTNAME_MISMATCH$|PATH_LENGTH_EXCEEDED$)/u;

/** Turns what a request or a body threw into a typed error. This is the form for Node, whose errors have codes. */
export function networkFailure(thrown: unknown, { host, billed, usesProxy }: FailedRequest): ProviderError {
  const chain = causes(thrown);
  const known = chain.find((error) => error instanceof ProviderError);
  if (known !== undefined) return known;
  const codes = chain.flatMap((error) => codeOf(error) ?? []);
  const cause = describeCause(chain.find((error) => error instanceof ConnectionError)?.cause ?? thrown);
  const unreadable = chain.find((error) => error instanceof UnreadableAnswerError);
  if (unreadable !== undefined) return new ProtocolError(`${host} answered with ${unreadable.message}.`, { cause, billed });
  const inflated = chain.find((error) => error instanceof InflatedAnswerError);
  if (inflated !== undefined) return new TooLargeError(`The compressed answer of ${host}, which holds over 100 times its weight,`, inflated.limitBytes, { billed });
  if (codes.includes('UND_ERR_HEADERS_OVERFLOW')) return new TooLargeError(`The head of the answer of ${host}`, MAXIMUM_HEAD_BYTES, { cause, billed });
  const reason = codes.map((code) => EXPLANATIONS[code]).find((text) => text !== undefined);
  if (reason === undefined && codes.some((code) => code.startsWith('HPE_'))) return new ProtocolError(`${host} answered with something that is not HTTP.`, { cause, billed });
  const wasSent = !chain.some((error) => error instanceof ConnectionError && error.stage === 'unsent');
  const isTls = codes.some((code) => TLS.test(code));
  const words = reason ?? (isTls ? `its certificate or encryption cannot be trusted (${codes[0] ?? ''})` : codes[0] ?? 'no reason was given');
  if (usesProxy && !wasSent) return proxyFailure({ host, codes, reason, cause, messages: chain.map(({ message }) => message).join(' ') });
  return new NetworkError(`The connection to ${host} failed: ${words}.`, {
    cause,
    billed: wasSent ? billed : 'no',
    retryable: !isTls && !codes.includes('ENOTFOUND'),
  });
}

/** An error and its causes, outermost first. */
function causes(thrown: unknown, depth = 0): readonly Error[] {
  if (!(thrown instanceof Error) || depth > 5) return [];
  const inner: readonly unknown[] = thrown instanceof AggregateError ? thrown.errors : [thrown.cause];
  return [thrown, ...inner.flatMap((error) => causes(error, depth + 1))];
}

function codeOf(error: Error): string | undefined {
  const code: unknown = Reflect.get(error, 'code');
  // undici 7 means to give its parser's code, but looks it up by number in a table by names.
  if (code === undefined && error.name === 'HTTPParserError') return error.message.includes('EOF state') ? 'HPE_INVALID_EOF_STATE' : 'HPE_INVALID';
  return typeof code === 'string' ? code : undefined;
}

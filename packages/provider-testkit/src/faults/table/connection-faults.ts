import { fin } from '../../steps/fin.ts';
import { head } from '../../steps/head.ts';
import { hold } from '../../steps/hold.ts';
import { rst } from '../../steps/rst.ts';
import { send } from '../../steps/send.ts';
import { answer } from '../../steps/answer.ts';
import { defineCases } from '../define-cases.ts';

/** Nothing was sent, so it cost nothing, and another provider may do better. */
const NOT_CONNECTED = { code: 'network', billed: 'no', failedOver: true, requestsSeen: 0 } as const;
/** The job was sent and may be under way. */
const UNKNOWN = { code: 'network', billed: 'maybe' } as const;
const PROXY_NOTE = 'the proxy is one of the request, so another provider would be asked through it as well';

/** Faults between the client and the first byte of an answer: 1 to 13. */
export const connectionFaults = [
  ...defineCases({ fault: 1, title: 'the name does not exist', setUp: { place: 'unknown name' }, expect: NOT_CONNECTED }),
  ...defineCases({ fault: 1, title: 'the name does not exist', variant: 'name-server-busy', setUp: { place: 'name server busy' }, expect: { ...NOT_CONNECTED, retried: 1 } }),
  ...defineCases({
    fault: 2, title: 'the name server is silent', setUp: { place: 'name server silent', timeouts: { connectMs: 250 } },
    expect: { ...NOT_CONNECTED, code: 'timeout', phase: 'connect', retried: 1 },
  }),
  ...defineCases({ fault: 3, title: 'the connection is refused', setUp: { place: 'closed port' }, expect: { ...NOT_CONNECTED, retried: 2 } }),
  ...defineCases({
    fault: 4, title: 'nobody answers the connection', setUp: { place: 'black hole', timeouts: { connectMs: 250 } },
    expect: { ...NOT_CONNECTED, code: 'timeout', phase: 'connect', retried: 1 },
  }),
  ...(['expired', 'other address', 'untrusted'] as const).flatMap((certificate) => defineCases({
    fault: 5, title: 'the certificate is not to be trusted', variant: certificate.replace(' ', '-'), setUp: { certificate }, expect: NOT_CONNECTED,
  })),
  ...defineCases({ fault: 6, title: 'TLS is cut in the handshake', variant: 'rst', setUp: { place: 'server without TLS', greet: [rst()] }, expect: { ...NOT_CONNECTED, retried: 2 } }),
  ...defineCases({ fault: 6, title: 'TLS is cut in the handshake', variant: 'fin', on: ['buffered'], setUp: { place: 'server without TLS', greet: [fin()] }, expect: { ...NOT_CONNECTED, retried: 2 } }),
  ...defineCases({
    fault: 7, title: 'the proxy fails', variant: '407', setUp: { proxy: [answer(407, '', { 'proxy-authenticate': 'Basic realm="proxy"' })] },
    expect: { ...NOT_CONNECTED, code: 'proxy', failedOver: false }, note: 'a wrong password of the proxy is a mistake in the configuration, which other providers share',
  }),
  ...defineCases({ fault: 7, title: 'the proxy fails', variant: 'down', setUp: { proxy: 'down', company: 'alone' }, expect: { ...NOT_CONNECTED, code: 'proxy', retried: 2 }, note: PROXY_NOTE }),
  ...defineCases({ fault: 7, title: 'the proxy fails', variant: '502', on: ['buffered'], setUp: { proxy: [answer(502)], company: 'alone' }, expect: { ...NOT_CONNECTED, code: 'proxy', retried: 2 }, note: PROXY_NOTE }),
  ...defineCases({
    fault: 8, title: 'a kept connection is closed as it is used again',
    // The connection that served before is broken off, once.
    setUp: {
      act: 'run twice',
      answers: { start: ({ server, request, attempt, healthy }) => (attempt === 2 && isUsed(server.requests, request.connection) ? [rst()] : healthy) },
    },
    expect: { code: 'success', requestsSeen: 3 },
    note: 'tried again at once where the connection had served before and not a byte came',
  }),
  ...defineCases({ fault: 9, title: 'a fresh connection is broken off before the head', setUp: { answers: { start: () => [rst()] } }, expect: UNKNOWN }),
  ...defineCases({ fault: 9, title: 'a fresh connection is broken off before the head', variant: 'failing-over', on: ['buffered'], setUp: { answers: { start: () => [rst()] }, onMaybeBilled: true }, expect: { ...UNKNOWN, failedOver: true } }),
  ...defineCases({ fault: 10, title: 'a fresh connection is closed before the head', setUp: { answers: { start: () => [fin()] } }, expect: UNKNOWN }),
  ...defineCases({
    fault: 11, title: 'the head never comes', setUp: { answers: { start: () => [hold()] }, timeouts: { headersMs: 150 } },
    expect: { code: 'timeout', phase: 'headers', billed: 'maybe' },
  }),
  ...defineCases({ fault: 12, title: 'the answer is no HTTP', setUp: { answers: { start: () => [send('SSH-2.0-OpenSSH_9.9\r\n\r\n'), fin()] } }, expect: { code: 'protocol', billed: 'maybe' }, note: 'the job was sent, so it is not started elsewhere' }),
  ...defineCases({
    fault: 13, title: 'the head has no end', setUp: { answers: { start: () => [head(200, { 'x-bomb': 'x'.repeat(40_000) })] } },
    expect: { code: 'too_large', billed: 'maybe' }, note: 'the job was sent, so it is not started elsewhere',
  }),
];

function isUsed(requests: readonly { readonly connection: number }[], connection: number): boolean {
  return requests.filter((request) => request.connection === connection).length > 1;
}

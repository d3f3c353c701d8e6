import { readErrorBody, serverMessage, statusError, type HttpResponse, type ProviderError } from '@hypotez/provider-core';
import { stageError } from '@hypotez/provider-gradio';
import { ask, type Examination } from './examination.ts';
import { brokenBy, isFindable, type Finding } from './finding.ts';

/** What came of asking the Space for its page. */
export interface Reached {
  readonly proxy: Finding;
  readonly space: Finding;
  /** Whether anything answered. */
  readonly isReached: boolean;
  /** What the answer means when it was a failure of the server. */
  readonly failure?: ProviderError | undefined;
}

/** Variables of other programs that name a proxy. */
const FOREIGN_VARIABLES = ['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy', 'HTTP_PROXY', 'http_proxy'];

/**
 * Looks whether the service can be reached, and through which proxy: asks for its page, without a token. Any answer shows
 * that it can. A Space that sleeps begins to wake.
 */
export async function checkSpace(examination: Examination, env: Readonly<Record<string, string | undefined>>): Promise<Reached> {
  const { url, proxy, timeoutMs } = examination;
  const startedAt = performance.now();
  try {
    const response = await ask(examination, { url });
    const message = `${new URL(url).origin} answers, in ${Math.round(performance.now() - startedAt)} ms`;
    const space: Finding = { check: 'space', status: 'ok', message };
    if (response.status < 500) {
      response.cancel();
      return { proxy: describeProxy(proxy, env), space, isReached: true };
    }
    return { proxy: describeProxy(proxy, env), space, isReached: true, failure: await failureOf(response, examination) };
  } catch (thrown) {
    if (!isFindable(thrown)) throw thrown;
    if (thrown.code === 'proxy') {
      const space: Finding = { check: 'space', status: 'skipped', message: 'not looked at: the proxy does not work' };
      return { proxy: brokenBy('proxy', thrown, 'Check --proxy or HYPOTEZ_PROXY, and whether the proxy lets this host through.'), space, isReached: false };
    }
    const advice = thrown.code === 'timeout' ? `Nothing came for ${timeoutMs / 1000} s: check the connection, a firewall or a proxy; --timeout waits longer.` : undefined;
    return { proxy: describeProxy(proxy, env), space: brokenBy('space', thrown, advice), isReached: false };
  }
}

async function failureOf(response: HttpResponse, { url, isSpace }: Examination): Promise<ProviderError> {
  const body = await readErrorBody(response);
  const known = isSpace ? stageError(serverMessage(body), new URL(url).host, { status: response.status }) : undefined;
  return known ?? statusError(response, body, { now: Date.now() });
}

function describeProxy(proxy: string | undefined, env: Readonly<Record<string, string | undefined>>): Finding {
  if (proxy !== undefined) return { check: 'proxy', status: 'ok', message: `through ${new URL(proxy).host}` };
  const foreign = FOREIGN_VARIABLES.find((name) => (env[name] ?? '') !== '');
  if (foreign === undefined) return { check: 'proxy', status: 'ok', message: 'none' };
  return { check: 'proxy', status: 'note', message: `none: ${foreign} is set, which hypotez does not read`, advice: 'If the proxy is needed, set --proxy or HYPOTEZ_PROXY.' };
}

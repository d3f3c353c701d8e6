import type { Http, HttpRequest, HttpResponse } from '@hypotez/provider-core';

/** What the checks work with. */
export interface Examination {
  readonly http: Http;
  /** Address of the service. */
  readonly url: string;
  /** Whether it is a Gradio Space, whose host has words of its own for one that does not run. */
  readonly isSpace: boolean;
  readonly proxy?: string | undefined;
  /** The token that a run would send to the service. */
  readonly token?: string | undefined;
  readonly signal: AbortSignal;
  /** Longest wait for the head of an answer, and longest silence inside it, in milliseconds. */
  readonly timeoutMs: number;
}

/** Sends a request with the timers, the proxy and the signal of the examination. */
export function ask({ http, proxy, signal, timeoutMs }: Examination, request: Pick<HttpRequest, 'url' | 'credential'>): Promise<HttpResponse> {
  return http.request({ ...request, proxy, signal, headersTimeoutMs: timeoutMs, idleTimeoutMs: timeoutMs });
}

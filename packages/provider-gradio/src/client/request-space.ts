import type { HttpRequest, HttpResponse } from '@hypotez/provider-core';
import { spaceRoot, type Space } from './space.ts';

/** Sends a request to a route of the Space, with its token and through its proxy. */
export function requestSpace(space: Space, path: string, request: Omit<HttpRequest, 'url' | 'credential' | 'proxy'>): Promise<HttpResponse> {
  const { http, credential, proxy } = space;
  // The header tells ZeroGPU that no browser is behind it, which words its messages.
  return http.request({ ...request, url: `${spaceRoot(space)}${path}`, headers: { 'x-gradio-user': 'api', ...request.headers }, credential, proxy });
}

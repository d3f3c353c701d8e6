import type { ResponseHeaders } from '../runtime-network.ts';

/** Gives access to headers as undici parsed them. Not `Headers`: the runtime's would load its own `fetch` for it. */
export function responseHeaders(headers: Readonly<Record<string, string | string[] | undefined>>): ResponseHeaders {
  const linesOf = (name: string): readonly string[] => [headers[name.toLowerCase()] ?? []].flat();
  return {
    get: (name) => (linesOf(name).length === 0 ? null : linesOf(name).join(', ')),
    has: (name) => linesOf(name).length > 0,
    getSetCookie: () => [...linesOf('set-cookie')],
  };
}

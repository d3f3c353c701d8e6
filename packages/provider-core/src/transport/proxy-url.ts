const PROXY_PROTOCOLS: ReadonlySet<string> = new Set(['http:', 'https:', 'socks5:', 'socks:']);

/** Tells whether a text is the URL of a proxy that the transport can use. */
export function isProxyUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return PROXY_PROTOCOLS.has(protocol) && hostname !== '';
}

const PROXY_PROTOCOLS: ReadonlySet<string> = new Set(['http:', 'https:', 'socks5:', 'socks:']);

/** Tells whether a text is the URL of a proxy that the transport can use. */
export function isProxyUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  return PROXY_PROTOCOLS.has(protocol) && hostname !== '' && isDecodable(username) && isDecodable(password);
}

/** A `%` that encodes nothing is fine in a URL, but no proxy could be told what it means. */
function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

/** Tells whether a text is the URL of a proxy that the transport can use. */
export function isProxyUrl(text: string): boolean {
  try {
    const { protocol, hostname, username, password } = new URL(text);
    // A `%` that encodes nothing is fine in a URL, but no proxy could be told what it means.
    decodeURIComponent(`${username}:${password}`);
    return /^(?:https?|socks5?):/u.test(protocol) && hostname !== '';
  } catch {
    return false;
  }
}

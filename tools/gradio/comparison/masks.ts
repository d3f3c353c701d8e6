/** Takes out of a transcript what differs from run to run: ids, times, hosts, folders. */
export class Masks {
  readonly #host: string;
  readonly #names = { id: new Map<string, string>(), session: new Map<string, string>() };

  /** @param root - the server's URL, without a slash at the end. */
  constructor(root: string) {
    this.#host = new URL(root).host;
  }

  /** Gives the text with names in the place of everything that is one run's own; the same id gets the same name. */
  apply(text: string): string {
    return this.#maskHost(text)
      // Names files and lines of this installation of Python; the error is its last line.
      .replaceAll(/Traceback \(most recent call last\):\n(?: +.*\n)+/gu, '{traceback}\n')
      .replaceAll(/\b[0-9a-f]{32}\b/gu, (id) => this.#nameOf(id, 'id'))
      .replaceAll(/\bsession-\d+\b/gu, (session) => this.#nameOf(session, 'session'))
      .replaceAll(/(?:\/[\w.-]+)+\/[0-9a-f]{40,64}\//gu, '{folder}/{hash}/')
      .replaceAll(/"((?:rank_)?eta|cache_duration|avg_time)": ?\d[\d.e-]*/gu, '"$1": {seconds}')
      .replaceAll(/("is_generating": ?(?:true|false), ?"duration": ?)[\d.e-]+(, ?"average_duration": ?)[\d.e-]+/gu, '$1{seconds}$2{seconds}')
      .replaceAll(/"app_id": ?\d+/gu, '"app_id": {number}')
      .replaceAll(/"progress": ?\d[\d.e-]*/gu, '"progress": {fraction}')
      .replaceAll(/\bat 0x[0-9a-f]+/gu, 'at {address}')
      .replaceAll(/"index": ?\d+(, ?"length": ?\d+)/gu, '"index": {index}$1');
  }

  // Old releases cut file addresses in the wrong place, in the middle of the port too.
  #maskHost(text: string): string {
    const [name = '', port = ''] = this.#host.split(':');
    return text.replaceAll(new RegExp(`${name}:(\\d+)`, 'gu'), (whole, digits: string) =>
      port === digits ? '{host}' : port.startsWith(digits) ? `{host without ${(port.length - digits.length).toString()} characters}` : whole,
    );
  }

  #nameOf(value: string, kind: 'id' | 'session'): string {
    const names = this.#names[kind];
    const name = names.get(value) ?? `{${kind} ${(names.size + 1).toString()}}`;
    names.set(value, name);
    return name;
  }
}

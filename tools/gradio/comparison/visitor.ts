import { exchange, type Exchange, type Watch } from './exchange.ts';
import { Masks } from './masks.ts';
import { transcript } from './transcript.ts';

/** A server to visit. */
export interface Host {
  /** Without a slash at the end. */
  readonly url: string;
  /** Path before every API route; empty on 4.x. */
  readonly prefix: string;
  /** The number of each function, by its API name. */
  readonly functionIndices: ReadonlyMap<string, number>;
}

/** How a request differs from a plain one without a body. */
export interface Details extends Watch {
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as it is. */
  readonly body?: string;
  /** What of a JSON answer is compared. */
  readonly view?: (body: unknown) => unknown;
}

/** Speaks with a server and writes down everything that is said. */
export class Visitor {
  readonly #host: Host;
  readonly #masks: Masks;
  readonly #written: (() => string)[] = [];
  #sessions: number;

  /** @param sessions - how many sessions other visitors of the same server may have had. */
  constructor(host: Host, sessions: number) {
    this.#host = host;
    this.#masks = new Masks(host.url);
    this.#sessions = sessions;
  }

  /** What was said, requests in the order in which they were sent. */
  get transcript(): string {
    return this.#written.map((text) => text()).join('\n');
  }

  /** Path before every API route. */
  get prefix(): string {
    return this.#host.prefix;
  }

  /** A session hash that nobody had before. */
  newSession(): string {
    this.#sessions += 1;
    return `session-${this.#sessions.toString()}`;
  }

  /** Sends a request and reads the answer to its end. */
  async send(method: string, path: string, details: Details = {}): Promise<Exchange> {
    const { json, body = json === undefined ? undefined : JSON.stringify(json), view, ...watch } = details;
    const headers = { ...(json === undefined ? {} : { 'content-type': 'application/json' }), ...details.headers };
    const line = { method, path, headers, ...(body === undefined ? {} : { body }) };
    const place = this.#written.push(() => `> ${method} ${path}\n  (no answer)`) - 1;
    const answer = await exchange(this.#host.url, line, watch);
    this.#written[place] = () => transcript(line, answer, this.#masks, view);
    return answer;
  }

  /**
   * Does something again, five times at most, until it goes as it mostly does; only the last time is written down.
   *
   * For what a real Gradio decides by chance.
   */
  async untilTypical(act: () => Promise<boolean>): Promise<void> {
    const start = this.#written.length;
    for (let tries = 1; !(await act()) && tries < 5; tries += 1) this.#written.length = start;
  }

  /** Starts a job by `/call` and gives its id; empty when the server took none. */
  async call(api: string, data: unknown, sessionHash?: string, headers: Readonly<Record<string, string>> = {}): Promise<string> {
    const json = { data, ...(sessionHash === undefined ? {} : { session_hash: sessionHash }) };
    return eventId(await this.send('POST', `${this.prefix}/call/${api}`, { json, headers }));
  }

  /** Starts a job by `/queue/join` and gives its id; empty when the server took none. */
  async join(api: string, data: unknown, sessionHash: string, more: Readonly<Record<string, unknown>> = {}, headers: Readonly<Record<string, string>> = {}): Promise<string> {
    const json = { data, fn_index: this.#host.functionIndices.get(api), session_hash: sessionHash, ...more };
    return eventId(await this.send('POST', `${this.prefix}/queue/join`, { json, headers }));
  }

  /** Reads the stream of one job of the plain flow. */
  followCall(api: string, id: string, watch: Watch = {}): Promise<Exchange> {
    return this.send('GET', `${this.prefix}/call/${api}/${id}`, watch);
  }

  /** Reads the stream of a session. */
  followSession(sessionHash: string, watch: Watch = {}): Promise<Exchange> {
    return this.send('GET', `${this.prefix}/queue/data?session_hash=${sessionHash}`, watch);
  }

  /** Cancels a job. */
  cancel(api: string, sessionHash: string, id: string): Promise<Exchange> {
    const json = { session_hash: sessionHash, fn_index: this.#host.functionIndices.get(api), event_id: id };
    return this.send('POST', `${this.prefix}/cancel`, { json });
  }
}

function eventId({ body }: Exchange): string {
  return /"event_id": ?"([^"]+)"/u.exec(body.toString())?.[1] ?? '';
}

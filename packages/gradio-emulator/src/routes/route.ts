import type { IncomingMessage, ServerResponse } from 'node:http';

/** One request on its way through the routes. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  /** Text of the request body. */
  readonly body: string;
  /** The request body as it came. */
  readonly bytes: Buffer;
  /** Decoded groups of the path pattern. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** A path of the Space and what answers it. */
export interface Route {
  readonly method: 'GET' | 'HEAD' | 'POST';
  readonly path: RegExp;
  /** Whether a Space with a login refuses strangers here. */
  readonly login: boolean;
  /** May answer later; must not reject because the caller went away. */
  readonly handle: (exchange: Exchange) => void | Promise<void>;
}

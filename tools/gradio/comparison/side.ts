import type { EmulatedKind } from '../start-emulator.ts';
import { versionFacts } from '../version-facts.ts';
import { functionIndices } from './function-indices.ts';
import type { Host } from './visitor.ts';

interface Server {
  readonly url: string;
  close(): Promise<void>;
}

/** One of the two that are compared: the test Space as a real Gradio or as the emulator, each kind started when it is needed. */
export class Side {
  readonly #prefix: string;
  readonly #start: (kind: EmulatedKind) => Promise<Server>;
  readonly #servers = new Map<EmulatedKind, Promise<Server>>();

  constructor(version: string, start: (kind: EmulatedKind) => Promise<Server>) {
    this.#prefix = versionFacts(version).hasNoPrefix ? '' : '/gradio_api';
    this.#start = start;
  }

  /** The server of a kind. Rejects as the start does. */
  async host(kind: EmulatedKind): Promise<Host> {
    // The numbers are the same in every kind, and only a login hides them.
    const indices = await functionIndices((await this.#server('main')).url);
    return { url: (await this.#server(kind)).url, prefix: this.#prefix, functionIndices: indices };
  }

  async close(): Promise<void> {
    const started = await Promise.allSettled(this.#servers.values());
    await Promise.all(started.flatMap((server) => (server.status === 'fulfilled' ? [server.value.close()] : [])));
  }

  #server(kind: EmulatedKind): Promise<Server> {
    const server = this.#servers.get(kind) ?? this.#start(kind);
    this.#servers.set(kind, server);
    return server;
  }
}

import type { Socket } from 'node:net';
import type { Dispatcher } from 'undici';
import type { Clock } from '../../services/clock.ts';
import { BodyQueue } from './body-queue.node.ts';
import { watchConnecting } from './connecting-socket.node.ts';
import { ConnectionError, type ConnectionStage } from './connection-error.node.ts';
import { responseHeaders } from './response-headers.node.ts';
import type { ResponseHeaders, SentRequest } from '../runtime-network.ts';
import { markUsed, wasUsed, watchSending } from './sending-socket.node.ts';
import { UnreadableAnswerError } from './unreadable-answer-error.node.ts';

/** Longest time between a request and the news that its connection had been closed before it came, in milliseconds. */
const STALE_MS = 1000;

/** The head of an answer, and its body as it came over the wire. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: ResponseHeaders;
  readonly body: BodyQueue;
}

/** What is told about a request that was begun. */
interface Outcome {
  readonly resolve: (answer: RawAnswer) => void;
  readonly reject: (error: unknown) => void;
}

/** One request on its way through undici, from the wait for a connection to the end of the answer. */
export class DispatchedRequest implements Dispatcher.DispatchHandler {
  readonly #request: SentRequest;
  readonly #clock: Clock;
  readonly #outcome: Outcome;
  #controller: Dispatcher.DispatchController | undefined;
  #connecting: Socket | undefined;
  #socket: Socket | undefined;
  #bytesBefore = 0;
  #sentAt = 0;
  #body: BodyQueue | undefined;

  constructor(request: SentRequest, clock: Clock, outcome: Outcome) {
    this.#request = request;
    this.#clock = clock;
    this.#outcome = outcome;
  }

  /** Hands the request to the dispatcher. */
  dispatch(dispatcher: Dispatcher, { origin, pathname, search }: URL): void {
    const { method, headers, body, signal } = this.#request;
    signal.addEventListener('abort', this.#onAbort);
    // The timers are the transport's.
    const options = { origin, path: pathname + search, method, headers, body, headersTimeout: 0, bodyTimeout: 0 };
    watchConnecting((socket) => {
      this.#connecting = socket;
      if (signal.aborted) socket.destroy(GIVEN_UP);
    }, () => dispatcher.dispatch(options, this));
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    this.#connecting = undefined;
    if (this.#request.signal.aborted) {
      this.#onAbort();
      return;
    }
    this.#sentAt = this.#clock.now();
    watchSending((socket) => {
      this.#socket = socket;
      this.#bytesBefore = socket.bytesRead;
    });
    this.#request.onConnected();
  }

  onResponseStart(controller: Dispatcher.DispatchController, status: number, headers: Record<string, string | string[] | undefined>): void {
    // What informs in advance is no answer yet.
    if (status < 200) return;
    if (status > 599) throw new UnreadableAnswerError('a status that HTTP does not know');
    this.#body = new BodyQueue(controller);
    this.#outcome.resolve({ status, headers: responseHeaders(headers), body: this.#body });
  }

  onResponseData(_controller: Dispatcher.DispatchController, piece: Buffer): void {
    this.#body?.push(piece);
  }

  onResponseEnd(): void {
    this.#stopListening();
    if (this.#socket !== undefined) markUsed(this.#socket);
    // undici lets go of the connection in the next turn, by an immediate that it is about to set: whoever hears of the end
    // before, and sends the next request at once, would open a second connection, with another handshake.
    queueMicrotask(() => setImmediate(() => this.#body?.end()));
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#stopListening();
    const failure = new ConnectionError(this.#stage(), error);
    if (this.#body === undefined) this.#outcome.reject(failure);
    else this.#body.end(failure);
  }

  #stage(): ConnectionStage {
    if (this.#controller === undefined) return 'unsent';
    const socket = this.#socket;
    const isStale = socket !== undefined && wasUsed(socket) && socket.bytesRead === this.#bytesBefore && this.#clock.now() - this.#sentAt <= STALE_MS;
    return isStale ? 'stale' : 'sent';
  }

  readonly #onAbort = (): void => {
    this.#stopListening();
    this.#outcome.reject(this.#request.signal.reason);
    this.#connecting?.destroy(GIVEN_UP);
    if (this.#body === undefined) this.#controller?.abort(GIVEN_UP);
    else this.#body.cancel();
  };

  #stopListening(): void {
    this.#request.signal.removeEventListener('abort', this.#onAbort);
  }
}

// Made once: a stack trace for every request that is given up was felt in the benchmark.
const GIVEN_UP = new Error('The request was given up.');

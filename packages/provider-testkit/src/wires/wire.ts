import type { FaultServer } from '../server/fault-server.ts';
import type { RecordedRequest } from '../server/recorded-request.ts';
import type { Script } from '../server/step.ts';

/** How a service is spoken to: JSON and an image by URL, a stream for each job, a queue with a stream beside it. */
export type TransportName = 'buffered' | 'stream' | 'queue';

/** What a request is for: the start of a job, the stream of its news, an image, the end of a job that nobody wants. */
export type RequestPart = 'start' | 'stream' | 'image' | 'cancel';

/** How a healthy service of one transport answers, as bytes; a fault puts other bytes in the place of some. */
export interface Wire {
  readonly transport: TransportName;
  /** What a request is for; nothing for those that a fault leaves alone. A start that is answered by its stream is a `start`. */
  partOf(request: RecordedRequest): RequestPart | undefined;
  /** The answer of a healthy service. */
  answer(part: RequestPart, server: FaultServer, request: RecordedRequest): Script;
  /** The part whose answer has the job's news in it. */
  readonly newsPart: 'start' | 'stream';
  /** The texts of server-sent events; none where the transport streams nothing. */
  readonly events?: WireEvents;
}

/** The texts of the events of a stream, each with its blank line behind it. */
export interface WireEvents {
  queued(position: number): string;
  progress(step: number): string;
  log(message: string): string;
  /** @param url address of the picture, a `data:` URL in most cases. */
  preview(url: string): string;
  /** @param url address of the picture; where it is left out, that of a healthy service. */
  completed(server: FaultServer, url?: string): string;
  /** The job failed, in the server's own words. */
  failed(status: number, message: string): string;
  /** A sign of life. */
  readonly heartbeat: string;
  /** An event that no client knows. */
  readonly unknown: string;
}

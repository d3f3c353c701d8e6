import type { FaultServer } from '../server/fault-server.ts';
import type { ServiceWire } from './service-wire.ts';

/** How a service is spoken to: JSON and an image by URL, a stream for each job, a queue with a stream beside it. */
export type TransportName = 'buffered' | 'stream' | 'queue';

/** How a healthy service of one transport answers; a fault of the table puts other bytes in the place of some. */
export interface Wire extends ServiceWire {
  readonly transport: TransportName;
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
  completed(server: Pick<FaultServer, 'url'>, url?: string): string;
  /** The job failed, in the server's own words. */
  failed(status: number, message: string): string;
  /** A sign of life. */
  readonly heartbeat: string;
  /** An event that no client knows. */
  readonly unknown: string;
}

import { randomUUID } from 'node:crypto';
import type { PythonValue } from '../protocol/python-value.ts';
import type { Endpoint } from './endpoint.ts';

/** What a caller posted. */
export interface JobRequest {
  readonly data: readonly PythonValue[];
  /** The caller's own session; null gives the event a session of its own. */
  readonly sessionHash: string | null;
  /** Root URL of the Space as this request shows it; file URLs are built on it. */
  readonly root: string;
  /** Whether later values of a generator are sent whole; else as differences from those before. */
  readonly wholeValues: boolean;
}

/** One call in the queue or running. */
export class Job {
  readonly id = randomUUID().replaceAll('-', '');
  readonly sessionHash: string;
  readonly endpoint: Endpoint;
  readonly request: JobRequest;
  readonly abort = new AbortController();
  /** False once the reader of the session has left: nothing more is sent. */
  alive = true;
  /** When it began to run, milliseconds of `performance.now()`. */
  startedAt = 0;

  constructor(endpoint: Endpoint, request: JobRequest) {
    this.endpoint = endpoint;
    this.request = request;
    this.sessionHash = request.sessionHash ?? this.id;
  }
}

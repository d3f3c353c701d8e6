import type { Clock, ImageRequest, Logger, Random } from '@hypotez/provider-core';
import type { FaultSetUp, TransportName } from '@hypotez/provider-testkit';

/** Client that is put through the faults. */
export type SubjectName = 'framework' | 'naive';

/** What of an event the rig looks at. */
export interface SubjectEvent {
  readonly type: string;
  readonly stage?: string | undefined;
  readonly provider?: string | undefined;
  readonly message?: string | undefined;
  readonly superseded?: boolean | undefined;
  /** Fetches the pictures of an image. */
  images?(options?: { readonly signal?: AbortSignal }): Promise<readonly { readonly bytes: Uint8Array }[]>;
}

/** What a subject is given. */
export interface SubjectOptions {
  readonly transport: TransportName;
  readonly setUp: FaultSetUp;
  /** Address of the faulty service. */
  readonly url: string;
  /** Address of a healthy service to go on to; none where the faulty one is alone. */
  readonly healthyUrl?: string | undefined;
  readonly apiKey: string;
  readonly services: { readonly clock: Clock; readonly logger: Logger; readonly random: Random };
}

/** A client that is put through the faults. */
export interface Subject {
  generate(request: ImageRequest): AsyncIterable<SubjectEvent>;
  /** Gives back everything that is kept between runs. */
  close(): Promise<void>;
}

/** Makes a client. */
export type OpenSubject = (options: SubjectOptions) => Subject;

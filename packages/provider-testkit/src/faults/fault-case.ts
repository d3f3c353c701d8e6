import type { Billed, ErrorCode, Limits, Timeouts } from '@hypotez/provider-core';
import type { FaultServer } from '../server/fault-server.ts';
import type { RecordedRequest } from '../server/recorded-request.ts';
import type { Script } from '../server/step.ts';
import type { RequestPart } from '../wires/service-wire.ts';
import type { TransportName, Wire, WireEvents } from '../wires/wire.ts';

/** One fault on one transport: what the world does, what the caller does, and what has to come of it. */
export interface FaultCase {
  /** Unique, such as `37-stream`. */
  readonly id: string;
  /** Number in the list of faults, 1 to 82. */
  readonly fault: number;
  readonly title: string;
  readonly transport: TransportName;
  readonly setUp: FaultSetUp;
  readonly expect: Expectation;
  /** Why something is expected otherwise than one might think. */
  readonly note?: string | undefined;
}

/** A fault that no case can be made of, because what it is about does not exist. */
export interface FaultWithoutCase {
  readonly fault: number;
  readonly title: string;
  readonly notApplicable: string;
}

/** What is known when a request is answered. */
export interface AnswerContext {
  readonly wire: Wire;
  readonly server: FaultServer;
  readonly request: RecordedRequest;
  /** Which request of its part this is, from 1. */
  readonly attempt: number;
  /** Texts of events. */
  readonly events: WireEvents;
  /** What a healthy service would answer. */
  readonly healthy: Script;
}

/** Chooses the script for a request. */
export type AnswerScript = (context: AnswerContext) => Script;

/** Where the faulty service is looked for, when not at its address. */
export type FaultPlace = 'closed port' | 'unknown name' | 'name server busy' | 'name server silent' | 'black hole' | 'server without TLS';

/** What is wrong with a plugin. */
export type FaultyPlugin = 'throws a text' | 'throws when made' | 'ends without an image' | 'never ends' | 'fails after its image';

/** What the caller does in the place of reading everything. */
export type CallerAct =
  | 'run twice' | 'run twice, cut between' | 'run two together' | 'ask for four'
  | 'abort before start' | 'abort while connecting' | 'abort before headers' | 'abort in stream' | 'abort in download'
  | 'abort in back-off' | 'abort in queue' | 'abort in slot' | 'abort after completion'
  | 'break' | 'return' | 'throw' | 'drop' | 'never read'
  | 'date forward' | 'date back' | 'run out of files';

/** What the world does. Nothing said is as in a healthy one. */
export interface FaultSetUp {
  /** Answers of the faulty service; `news` is the answer that the job's news come in. */
  readonly answers?: Partial<Record<RequestPart | 'news', AnswerScript>> | undefined;
  /** Played on each connection before anything is read. */
  readonly greet?: Script | undefined;
  readonly place?: FaultPlace | undefined;
  readonly certificate?: 'expired' | 'other address' | 'untrusted' | undefined;
  /** What the proxy answers to everything; `down`: there is none. */
  readonly proxy?: Script | 'down' | undefined;
  readonly timeouts?: Partial<Timeouts> | undefined;
  readonly limits?: Partial<Limits> | undefined;
  /** Whether a failure that may have been charged is failed over. */
  readonly onMaybeBilled?: boolean | undefined;
  /** How many seconds pass in one. Default 1. */
  readonly clockFactor?: number | undefined;
  readonly act?: CallerAct | undefined;
  /** Whether another provider stands behind the faulty one: never, or one that fails as well. Default: played without one and with a healthy one. */
  readonly company?: 'alone' | 'others fail' | undefined;
  /** A plugin that is wrong itself, in the place of the one of the transport. */
  readonly plugin?: FaultyPlugin | undefined;
}

/** What has to come of it. */
export interface Expectation {
  /** Code of the error that the faulty provider ends with; `success`: it gives the image. `left`: the caller went, without an error. */
  readonly code: ErrorCode | 'success' | 'left';
  /** What the error says of the bill. */
  readonly billed?: Billed | undefined;
  /** Timer that ran out. */
  readonly phase?: string | undefined;
  /** How often the faulty provider is tried again. */
  readonly retried: number;
  /** Whether the healthy provider behind it is asked. */
  readonly failedOver: boolean;
  /** Longest time of one run, in milliseconds. */
  readonly maxMs: number;
  /** Starts of a job that reach the faulty service. */
  readonly requestsSeen: number;
  /** Downloads of an image that reach the faulty service; not counted where it is left out. */
  readonly imageRequests?: number | undefined;
  /** Milliseconds between the first and the second start, at least and at most. */
  readonly waitedMs?: readonly [number, number] | undefined;
  /** Words that stand in what the run tells. */
  readonly says?: string | undefined;
  /** Longest time until everything that a run used is given back, in milliseconds. Default 500. */
  readonly tidyMs?: number | undefined;
  /** Files that are left behind. */
  readonly filesLeft: 0;
}

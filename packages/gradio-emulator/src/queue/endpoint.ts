import type { SpaceFunction } from '../functions/space-function.ts';
import type { Job } from './job.ts';
import { MeanTime } from './mean-time.ts';

/** A function of the running Space with its own waiting line, as every Gradio function has by default. */
export class Endpoint {
  readonly apiName: string;
  /** Its `fn_index`. */
  readonly index: number;
  readonly function: SpaceFunction;
  readonly waiting: Job[] = [];
  readonly running = new Set<Job>();
  /** Whole runs: what queue estimates are made of. */
  readonly runTime = new MeanTime();
  /** Single steps of generators, whole runs of plain functions: `average_duration` on the wire. */
  readonly stepTime = new MeanTime();

  constructor(apiName: string, index: number, spaceFunction: SpaceFunction) {
    this.apiName = apiName;
    this.index = index;
    this.function = spaceFunction;
  }
}

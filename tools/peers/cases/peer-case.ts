import type { FaultCase, FaultServer } from '@hypotez/provider-testkit';
import type { Act } from '../child/task.ts';
import type { Verdict } from '../judgement/judge.ts';
import type { Observation } from '../judgement/observation.ts';
import type { SubjectName } from '../subjects/subjects.ts';
import type { WireName } from '../wires/wires.ts';

/** What the service does, as in the table of faults. */
export type ServiceSetUp = Pick<FaultCase['setUp'], 'answers' | 'greet' | 'certificate' | 'place'>;

/** One row of the comparison: a fault, on one wire, and what is looked at. */
export interface PeerCase {
  readonly title: string;
  readonly wire: WireName;
  /** Default: all who speak the wire. */
  readonly subjects?: readonly SubjectName[] | undefined;
  /** What the service does; it may lead to a foreign host. */
  readonly setUp: (foreign: FaultServer) => ServiceSetUp;
  /** Default `generate`. */
  readonly act?: Act | undefined;
  /** Number of pictures. Default 1. */
  readonly n?: number | undefined;
  /** Whether the subjects retry as they do by themselves. Default false. */
  readonly retries?: boolean | undefined;
  /** Whether the subjects keep their own timers. Default false: they are set to `TIMER_MS`, where there are any. */
  readonly hasOwnTimers?: boolean | undefined;
  /** When the end has to have come, in milliseconds. Default `DEADLINE_MS`. */
  readonly deadlineMs?: number | undefined;
  /** How long the process is watched, in milliseconds, so that a late end is seen. Default: the deadline. */
  readonly watchMs?: number | undefined;
  /** What stands in the table in the place of a verdict; such a row does not count in the scoreboard. */
  readonly tell?: ((observation: Observation, verdict: Verdict) => string) | undefined;
  /** A service without a fault: the row is checked, and not counted. */
  readonly isControl?: boolean | undefined;
}

/** When the end has to have come: well behind every timer that is set, and behind the 5 s that this framework gives an error's body. */
export const DEADLINE_MS = 8_000;

/** How long a silent service is watched in a whole run: Node's own `fetch` gives up after 300 s. */
export const LONG_WATCH_MS = 330_000;

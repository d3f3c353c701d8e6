import type { ConformanceSubject } from './conformance-scenario.ts';

/** One promise of a plugin, and the way to find out whether it is kept. */
export interface ConformanceCheck {
  /** Unique, in kebab-case, such as `status-401`; what `skip` names. */
  readonly id: string;
  /** The promise, as a sentence that follows the plugin's name. */
  readonly title: string;
  /** Puts a plugin to the test. @throws {ConformanceError} with what is wrong and what to do. */
  run(subject: ConformanceSubject): Promise<void>;
}

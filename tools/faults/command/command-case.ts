import type { Complaint } from '../verdict/complaint.ts';

/** One fault that only a whole program can have: signals, files, closed pipes. */
export interface CommandCase {
  /** Unique, such as `76-command-sigint`. */
  readonly id: string;
  readonly fault: number;
  readonly title: string;
  /** Longest time for all of it, in milliseconds. */
  readonly maxMs: number;
  /** Whether it mounts a file system in a namespace of its own, which Linux alone can, and not every container may. */
  readonly needsMount?: true;
  /** Plays it in an empty folder and says what is wrong. */
  readonly play: (folder: string) => Promise<readonly Complaint[]>;
}

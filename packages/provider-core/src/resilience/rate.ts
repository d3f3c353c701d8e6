/** How fast a provider may be asked. */
export interface Rate {
  /** Calls at the same time, from 1. Default: any number. */
  readonly concurrency?: number | undefined;
  /** Calls that may begin within `intervalMs`, from 1. Default: any number. */
  readonly perInterval?: number | undefined;
  /** Length of the interval in milliseconds, from 1. Default 1000. */
  readonly intervalMs?: number | undefined;
}

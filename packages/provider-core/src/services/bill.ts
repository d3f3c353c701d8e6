/** Which bill the work under a signal goes on. */
const bills = new WeakMap<AbortSignal, Bill>();

/** Number of jobs that went out under signals of nobody. */
let strays = 0;

/**
 * What a run may have cost so far, at every moment: a run that is ended from outside cannot ask its plugin any more.
 *
 * It is open from the moment at which a plugin begins: it may have ways of its own. The first request of the transport shows that
 * it has none, and closes it, until a job goes out or the plugin tells of something. A run around others is open while one of
 * theirs is.
 */
export class Bill {
  readonly #above: Bill | undefined;
  readonly #strays = strays;
  #openCalls = 0;
  #isMine = false;
  #isSure = false;

  constructor(above?: Bill) {
    this.#above = above;
  }

  /** Whether it may have cost something. */
  get isOpen(): boolean {
    return this.#openCalls > 0 || this.#strays !== strays;
  }

  /** The plugin begins. */
  begin(): void {
    this.#mark(true);
  }

  /** A request of the transport is about to go out. */
  asks(): void {
    if (!this.#isSure) this.#mark(false);
  }

  /** A job went out, or the plugin told of something. */
  open(): void {
    this.#isSure = true;
    this.#mark(true);
  }

  /** The plugin failed, and what it did cost nothing. */
  close(): void {
    this.#mark(false);
  }

  #mark(isMine: boolean): void {
    if (isMine === this.#isMine) return;
    this.#isMine = isMine;
    this.#count(isMine ? 1 : -1);
  }

  #count(calls: number): void {
    this.#openCalls += calls;
    if (this.#above !== undefined) this.#above.#count(calls);
  }
}

/** The bill of the work under this signal, if that is the work of a run. */
export function billOf(signal: AbortSignal | undefined): Bill | undefined {
  return signal && bills.get(signal);
}

/** Puts the work under this signal on a bill. */
export function putOnBill(signal: AbortSignal, bill: Bill | undefined): void {
  if (bill !== undefined) bills.set(signal, bill);
}

/** Notes that a job went out. Under a signal of nobody it may be one of any run. */
export function noteJob(signal: AbortSignal | undefined): void {
  const bill = billOf(signal);
  if (bill === undefined) strays += 1;
  else bill.open();
}

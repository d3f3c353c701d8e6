import type { TransportName } from '../wires/wire.ts';
import type { Expectation, FaultCase, FaultSetUp } from './fault-case.ts';

/** What the row of a fault says. */
export interface FaultRow {
  readonly fault: number;
  readonly title: string;
  /** Tells the cases of one fault apart. */
  readonly variant?: string;
  /** Default: all three. */
  readonly on?: readonly TransportName[];
  readonly setUp: FaultSetUp;
  readonly expect: Partial<Expectation> & Pick<Expectation, 'code'>;
  /** What is expected otherwise on some transports. */
  readonly but?: Partial<Record<TransportName, Partial<Expectation>>>;
  readonly note?: string;
}

const ALL: readonly TransportName[] = ['buffered', 'stream', 'queue'];
const DEFAULTS = { retried: 0, failedOver: false, maxMs: 1000, filesLeft: 0 } as const;

/** Makes the cases of a row, one for each transport. */
export function defineCases({ fault, title, variant, on = ALL, setUp, expect, but = {}, note }: FaultRow): readonly FaultCase[] {
  return on.map((transport) => {
    const expected = { ...DEFAULTS, ...expect, ...but[transport] };
    return {
      id: [fault.toString(), transport, ...(variant === undefined ? [] : [variant])].join('-'),
      fault,
      title: variant === undefined ? title : `${title}: ${variant}`,
      transport,
      setUp,
      // Every try is a start that the service sees, unless the row says otherwise.
      expect: { requestsSeen: expected.retried + 1, ...expected },
      note,
    };
  });
}

import type { FaultWithoutCase } from '../fault-case.ts';

/** Faults of the list that nothing here can have. They are counted and named, never passed over. */
export const faultsWithoutCase: readonly FaultWithoutCase[] = [
  { fault: 71, title: 'a token expires in the middle of a run', notApplicable: 'credentials are fixed for a run; nothing refreshes tokens' },
  { fault: 77, title: 'the process is killed in a batch', notApplicable: 'there is no batch and no journal; a killed command leaves no file with a final name' },
  { fault: 78, title: 'the power fails between state and file', notApplicable: 'there is no stored state beside the files' },
  { fault: 79, title: 'the journal is torn', notApplicable: 'there is no journal' },
  { fault: 81, title: 'memory runs out in a gateway', notApplicable: 'there is no gateway' },
  { fault: 82, title: 'HTTP/2 refuses a stream', notApplicable: 'HTTP/1.1 only' },
];

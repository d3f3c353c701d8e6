import { faultTable } from '@hypotez/provider-testkit';
import { LONG_WATCH_MS, type PeerCase } from './peer-case.ts';

const WIRES = { buffered: 'images', stream: 'images-stream', queue: 'space' } as const;

/** Ids of the table whose service is silent, or as good as: how long they are waited for is worth knowing. */
const LONG = ['11-buffered', '11-queue', '40-stream', '40-queue', '41-stream', '41-queue'];

/** What has to be said of a case on these wires. */
const NOTES: Readonly<Partial<Record<string, string>>> = { '42-stream': ', and no `[DONE]` came' };

/**
 * The cases of the table of faults that are put to everybody: those that are about the answers of a service, on the wires
 * that the others speak. Timers and clocks of the table are left out.
 */
const CHOSEN = [
  '3-buffered', '5-buffered-untrusted', '9-buffered', '10-buffered', '11-buffered', '12-buffered', '13-buffered', '14-buffered-400', '16-buffered-401', '18-buffered',
  '23-buffered', '26-buffered-500', '27-buffered', '28-buffered-drip', '30-buffered', '31-buffered', '33-buffered-204', '33-buffered-200', '34-buffered', '35-buffered-rst',
  '35-buffered-fin', '36-buffered-damaged',
  '31-stream', '33-stream-204', '37-stream', '38-stream', '38-stream-empty', '39-stream', '40-stream', '41-stream', '42-stream', '43-stream', '45-stream', '45-stream-result',
  '46-stream', '48-stream', '49-stream-picture', '50-stream-500',
  '3-queue', '9-queue', '10-queue', '11-queue', '12-queue', '26-queue-500', '27-queue', '28-queue-drip', '31-queue', '33-queue-204', '34-queue', '35-queue-rst', '37-queue',
  '38-queue', '38-queue-empty', '39-queue', '40-queue', '41-queue', '42-queue', '43-queue', '45-queue', '45-queue-result', '46-queue', '48-queue',
] as const;

/** The rows that come from the table. @throws when the table has lost one of them. */
export function casesFromTable(): readonly PeerCase[] {
  return CHOSEN.map((id) => {
    const row = faultTable.find((candidate) => candidate.id === id);
    if (row === undefined) throw new Error(`The table of faults has no ${id}.`);
    const { setUp: { answers, greet, certificate, place }, title, fault, transport } = row;
    return {
      title: `${fault.toString()} ${title}${NOTES[id] ?? ''}`,
      wire: WIRES[transport],
      setUp: () => ({ answers, greet, certificate, place }),
      watchMs: LONG.includes(id) ? LONG_WATCH_MS : undefined,
    };
  });
}

import type { Outcome } from '../acts/outcome.ts';
import { canariesIn, everythingOf } from '../world/canaries.ts';
import type { World } from '../world/open-world.ts';
import type { Complaint } from './complaint.ts';

/** Looks for credential and prompt where they do not belong. */
export function findSecrets({ error, events }: Outcome, { log, healthy, faulty, wire }: World): readonly Complaint[] {
  const places: Readonly<Record<string, string>> = {
    'the error': everythingOf(error),
    'an event': events.map(({ message = '' }) => message).join('\n'),
    'the log': log.join('\n'),
    'a request to another host': faulty.requests.filter((request) => wire.partOf(request) === undefined).map(({ head, body }) => `${head}${body}`).join('\n'),
    'an address': [...faulty.requests, ...healthy.requests].map(({ path }) => path).join('\n'),
  };
  const found = Object.entries(places).flatMap(([place, text]) => canariesIn(text).map((canary) => `${canary} in ${place}`));
  const strangers = healthy.requests.some(({ head, body }) => `${head}${body}`.includes('CANARY-KEY')) ? ['CANARY-KEY at another provider'] : [];
  return [...found, ...strangers].map((text) => ({ kind: 'secret', text }));
}

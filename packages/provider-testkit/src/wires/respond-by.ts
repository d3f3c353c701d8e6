import type { FaultSetUp } from '../faults/fault-case.ts';
import type { FaultServer } from '../server/fault-server.ts';
import type { RecordedRequest } from '../server/recorded-request.ts';
import type { Script } from '../server/step.ts';
import { answer } from '../steps/answer.ts';
import { requestsOf } from './requests-of.ts';
import type { Wire, WireEvents } from './wire.ts';

/** Makes the `respond` of a server that is a healthy service but for some answers. */
export function respondBy(wire: Wire, answers: NonNullable<FaultSetUp['answers']> = {}): (request: RecordedRequest, server: FaultServer) => Script {
  return (request, server) => {
    const part = wire.partOf(request);
    // A path that nobody knows: only a client that went wrong asks for it, or one that looks around.
    if (part === undefined) return [answer(404)];
    const healthy = wire.answer(part, server, request);
    const script = (part === wire.newsPart ? answers.news : undefined) ?? answers[part];
    return script?.({ wire, server, request, healthy, events: wire.events ?? NO_EVENTS, attempt: requestsOf(server, wire, part).length }) ?? healthy;
  };
}

const none = (): never => { throw new Error('This transport has no events.'); };
const NO_EVENTS: WireEvents = { queued: none, progress: none, log: none, preview: none, completed: none, failed: none, heartbeat: '', unknown: '' };

import type { FaultServer } from '../../server/fault-server.ts';
import type { RecordedRequest } from '../../server/recorded-request.ts';
import type { Script } from '../../server/step.ts';
import { answer } from '../../steps/answer.ts';
import type { ServiceWire } from '../../wires/service-wire.ts';
import type { Answers } from './answers.ts';

/** The `respond` of a server that is a healthy service but for some answers; `url` is what it says that its address is. */
export function serve(wire: ServiceWire, answers: Answers = {}, url?: string): (request: RecordedRequest, server: FaultServer) => Script {
  return (request, server) => {
    const part = wire.partOf(request);
    if (part === undefined) return [answer(404)];
    const healthy = wire.answer(part, { url: url ?? server.url, requests: server.requests }, request);
    const change = (part === (wire.newsPart ?? 'start') ? answers.news : undefined) ?? answers[part];
    return change?.(healthy) ?? healthy;
  };
}

import type { FaultServer } from '../server/fault-server.ts';
import type { RecordedRequest } from '../server/recorded-request.ts';
import type { RequestPart, Wire } from './wire.ts';

/** Requests of one part that a service saw. */
export function requestsOf(server: FaultServer, wire: Wire, part: RequestPart): readonly RecordedRequest[] {
  return server.requests.filter((request) => wire.partOf(request) === part);
}

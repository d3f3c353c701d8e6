import type { FaultServer } from '../server/fault-server.ts';
import type { RecordedRequest } from '../server/recorded-request.ts';
import type { RequestPart, ServiceWire } from './service-wire.ts';

/** Requests of one part that a service saw. */
export function requestsOf(server: Pick<FaultServer, 'requests'>, wire: ServiceWire, part: RequestPart): readonly RecordedRequest[] {
  return server.requests.filter((request) => wire.partOf(request) === part);
}

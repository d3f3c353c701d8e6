import { queueWire, requestsOf, startFaultServer, type FaultServer, type RequestPart, type Script } from '@hypotez/provider-testkit';

/** Starts a Space for a command, with other answers in the place of some. */
export function startSpace(answers: Partial<Record<RequestPart, (healthy: Script) => Script>> = {}): Promise<FaultServer> {
  return startFaultServer({
    respond: (request, server) => {
      const part = queueWire.partOf(request) ?? 'start';
      const healthy = queueWire.answer(part, server, request);
      return answers[part]?.(healthy) ?? healthy;
    },
  });
}

/** How many jobs a Space was asked for. */
export function jobsOf(server: FaultServer): number {
  return requestsOf(server, queueWire, 'start').length;
}

/** How often a Space was asked to cancel a job. */
export function cancelsOf(server: FaultServer): number {
  return requestsOf(server, queueWire, 'cancel').length;
}

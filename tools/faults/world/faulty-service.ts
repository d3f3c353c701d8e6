import { answer, createCertificate, startFaultServer, type FaultCase, type FaultServer, type RecordedRequest, type RequestPart, type Script, type Wire, type WireEvents } from '@hypotez/provider-testkit';
import * as tls from 'node:tls';

/** Requests of one part that a service saw. */
export function requestsOf(server: FaultServer, wire: Wire, part: RequestPart): readonly RecordedRequest[] {
  return server.requests.filter((request) => wire.partOf(request) === part);
}

/** Starts the service of a case: healthy but for the fault. */
export function startFaultyService({ setUp }: Pick<FaultCase, 'setUp'>, wire: Wire): Promise<FaultServer> {
  return startFaultServer({ greet: setUp.greet, certificate: certificateOf(setUp.certificate), respond: (request, server) => respond(setUp.answers ?? {}, wire, request, server) });
}

function respond(answers: NonNullable<FaultCase['setUp']['answers']>, wire: Wire, request: RecordedRequest, server: FaultServer): Script {
  const part = wire.partOf(request);
  // A path that nobody knows: only a client that went wrong asks for it, or one that looks around.
  if (part === undefined) return [answer(404)];
  const healthy = wire.answer(part, server, request);
  const script = (part === wire.newsPart ? answers.news : undefined) ?? answers[part];
  return script?.({ wire, server, request, healthy, events: wire.events ?? NO_EVENTS, attempt: requestsOf(server, wire, part).length }) ?? healthy;
}

const none = (): never => { throw new Error('This transport has no events.'); };
const NO_EVENTS: WireEvents = { queued: none, progress: none, log: none, preview: none, completed: none, failed: none, heartbeat: '', unknown: '' };

function certificateOf(kind: FaultCase['setUp']['certificate']) {
  if (kind === undefined) return undefined;
  const certificate = createCertificate({
    ...(kind === 'other address' ? { address: '127.0.0.2' } : {}),
    ...(kind === 'expired' ? { notBefore: new Date('2020-01-01'), notAfter: new Date('2020-02-01') } : {}),
  });
  // Trusted, so that nothing is wrong with it but what the case is about.
  if (kind !== 'untrusted') tls.setDefaultCACertificates([...tls.getCACertificates('default'), certificate.cert]);
  return certificate;
}

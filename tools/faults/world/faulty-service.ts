import { createCertificate, respondBy, startFaultServer, type FaultCase, type FaultServer, type Wire } from '@hypotez/provider-testkit';
import * as tls from 'node:tls';

/** Starts the service of a case: healthy but for the fault. */
export function startFaultyService({ setUp }: Pick<FaultCase, 'setUp'>, wire: Wire): Promise<FaultServer> {
  return startFaultServer({ greet: setUp.greet, certificate: certificateOf(setUp.certificate), respond: respondBy(wire, setUp.answers) });
}

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

import type { FaultServer } from '@hypotez/provider-testkit';
import type { ServiceSetUp } from '../cases/peer-case.ts';

/** The address that a subject is given. @throws for places that need a subject in the same process. */
export async function addressOf({ place }: ServiceSetUp, server: FaultServer): Promise<string> {
  if (place === undefined) return server.url;
  if (place !== 'closed port') throw new Error(`There is no address for the place "${place}".`);
  await server.close();
  return server.url;
}

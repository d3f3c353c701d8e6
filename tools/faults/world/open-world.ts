import type { ImageRequest, Logger, Random } from '@hypotez/provider-core';
import { answer, bufferedWire, startFaultServer, type FaultCase, type FaultServer, type Wire } from '@hypotez/provider-testkit';
import type { OpenSubject, Subject } from '../subjects/subject.ts';
import { wires } from '../wires/wires.ts';
import { openBlackHole } from './black-hole.ts';
import { CANARY_KEY, CANARY_PROMPT } from './canaries.ts';
import { createCountingClock, type CountingClock } from './counting-clock.ts';
import { startFaultyService } from './faulty-service.ts';
import { NAMES, replaceNameServer } from './name-server.ts';

/** Everything that a case is played with. */
export interface World {
  readonly subject: Subject;
  readonly wire: Wire;
  readonly faulty: FaultServer;
  readonly healthy: FaultServer;
  readonly clock: CountingClock;
  /** Lines of the log. */
  readonly log: readonly string[];
  readonly controller: AbortController;
  readonly request: ImageRequest;
  /** Closes the client; then, with `closeServices`, the services. */
  closeServices(): Promise<void>;
}

/** Sets up the services of a case and a client in front of them. */
export async function openWorld(fault: FaultCase, openSubject: OpenSubject, isAlone: boolean): Promise<World> {
  const { setUp, transport } = fault;
  const wire = wires[transport];
  const services = new AsyncDisposableStack();
  const faulty = services.use(await startFaultyService(fault, wire));
  const healthy = services.use(await startFaultServer({ respond: (request, server) => (setUp.company === 'others fail' ? [answer(503)] : bufferedWire.answer(bufferedWire.partOf(request) ?? 'start', server, request)) }));
  const clock = createCountingClock(setUp.clockFactor);
  const log: string[] = [];
  const controller = new AbortController();
  const proxy = await proxyOf(setUp.proxy, services);
  const subject = openSubject({
    transport, setUp, apiKey: CANARY_KEY,
    url: await addressOf(fault, faulty, services),
    healthyUrl: isAlone ? undefined : healthy.url,
    services: { clock, random: NO_CHANCE, logger: recordingLogger(log) },
  });
  return {
    subject, wire, faulty, healthy, clock, log, controller,
    request: { prompt: CANARY_PROMPT, signal: controller.signal, ...(proxy === undefined ? {} : { proxy }) },
    closeServices: () => services.disposeAsync(),
  };
}

/** Always the least: no wait before another try. */
const NO_CHANCE: Random = { uuid: () => crypto.randomUUID(), integer: (min) => min };

function recordingLogger(lines: string[]): Logger {
  const write = (message: string, fields?: object): void => { lines.push(`${message} ${JSON.stringify(fields ?? {})}`); };
  return { debug: write, info: write, warn: write, error: write };
}

async function addressOf({ setUp: { place } }: FaultCase, faulty: FaultServer, services: AsyncDisposableStack): Promise<string> {
  switch (place) {
    case undefined:
      return faulty.url;
    case 'closed port':
      await faulty.close();
      return faulty.url;
    case 'black hole':
      return `http://127.0.0.1:${services.use(await openBlackHole()).port.toString()}`;
    case 'server without TLS':
      return `https://127.0.0.1:${faulty.port.toString()}`;
    case 'unknown name':
    case 'name server busy':
    case 'name server silent':
      replaceNameServer();
      return `http://${NAMES[place] ?? ''}:${faulty.port.toString()}`;
  }
}

async function proxyOf(proxy: FaultCase['setUp']['proxy'], services: AsyncDisposableStack): Promise<string | undefined> {
  if (proxy === undefined) return undefined;
  const server = services.use(await startFaultServer(proxy === 'down' ? {} : { respond: () => proxy }));
  if (proxy === 'down') await server.close();
  return `http://user:CANARY-KEY-of-the-proxy@127.0.0.1:${server.port.toString()}`;
}

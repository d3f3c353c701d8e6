import 'reflect-metadata';
import { CLOCK, LOGGER, RANDOM, createRegistry, definePlugin, type Clock, type Logger, type Random } from '@hypotez/provider-core';
import { stabilityAiSd35 } from '@hypotez/provider-stabilityai-sd35';
import { bufferedPlugin, streamPlugin, type TransportName } from '@hypotez/provider-testkit';
import { container } from 'tsyringe';
import { wrongPlugin } from './wrong-plugin.ts';
import type { OpenSubject } from './subject.ts';

/** Id of the provider that meets the fault. */
export const FAULTY_IDS: Readonly<Record<TransportName, string>> = { buffered: 'buffered', stream: 'stream', queue: 'stabilityai-sd35' };
/** Id of the provider that it is failed over to. */
export const HEALTHY_ID = 'healthy';

/** The registry of this framework, with the faulty provider first. */
export const openFramework: OpenSubject = ({ transport, setUp, url, healthyUrl, apiKey, services }) => {
  const scope = container.createChildContainer();
  scope.register<Clock>(CLOCK, { useValue: services.clock });
  scope.register<Logger>(LOGGER, { useValue: services.logger });
  scope.register<Random>(RANDOM, { useValue: services.random });
  const alias = transport === 'queue' ? 'sd-3.5' : 'reference';
  const healthy = healthyUrl === undefined ? [] : [healthyPlugin(alias, healthyUrl)];
  const registry = createRegistry([setUp.plugin === undefined ? faultyPlugin(transport, url, apiKey) : wrongPlugin(FAULTY_IDS[transport], setUp.plugin, url), ...healthy], {
    container: scope,
    timeouts: setUp.timeouts,
    limits: setUp.limits,
    failOver: { onMaybeBilled: setUp.onMaybeBilled },
    ...(setUp.act === 'abort in slot' ? { rates: { [FAULTY_IDS[transport]]: { concurrency: 1 } } } : {}),
  });
  return {
    generate: (request) => registry.generate(alias, request),
    close: () => registry[Symbol.asyncDispose](),
  };
};

function faultyPlugin(transport: TransportName, url: string, apiKey: string) {
  switch (transport) {
    case 'buffered':
      return bufferedPlugin({ url, apiKey });
    case 'stream':
      return streamPlugin({ url, apiKey });
    case 'queue':
      return stabilityAiSd35({ url, apiKey });
  }
}

/** Serves its model under the name of the other one's. */
function healthyPlugin(alias: string, url: string) {
  const plugin = bufferedPlugin({ id: HEALTHY_ID, url });
  return definePlugin({ id: HEALTHY_ID, models: [{ id: 'reference-1', aliases: [alias] }], create: (context, settings) => plugin.create(context, settings) });
}

import { describe, expect, it } from 'vitest';
import { createRegistry } from './create-registry.ts';
import type { DependencyContainer } from './container.ts';
// After the registry, which loads the metadata that tsyringe wants.
import { container as root } from 'tsyringe';
import { ConfigurationError } from '../errors/configuration-error.ts';
import type { ProviderContext } from '../provider/provider-context.ts';
import type { Http } from '../transport/http.ts';
import { examplePlugin, type ExamplePlugin } from '../testing/example-plugin.ts';
import { startHttpProxy } from '../testing/local-proxy.ts';
import { startServer } from '../testing/local-server.ts';
import { ManualClock } from '../testing/manual-clock.ts';
import { CLOCK, ENVIRONMENT, HTTP, LOGGER, RANDOM } from './service-tokens.ts';

/** A plugin that keeps the context it was made with. */
function spy(): ExamplePlugin & { readonly context: () => ProviderContext } {
  let seen: ProviderContext | undefined;
  const plugin = examplePlugin('a');
  return {
    ...plugin,
    create: (context, settings) => {
      seen = context;
      return plugin.create(context, settings);
    },
    context: () => seen ?? expect.fail('The plugin was not made.'),
  };
}

const http: Http = { request: () => Promise.reject(new Error('not in this test')), close: () => Promise.reject(new Error('closed by a stranger')) };
const random = { uuid: () => 'always the same', integer: () => 4 };
const clock = new ManualClock();
const env = { TOKEN: 'x' };
const warnings: string[] = [];
const logger = { debug: () => undefined, info: () => undefined, warn: (message: string) => { warnings.push(message); }, error: () => undefined };

function register(container: DependencyContainer): void {
  container.register(HTTP, { useValue: http });
  container.register(RANDOM, { useValue: random });
  container.register(CLOCK, { useValue: clock });
  container.register(ENVIRONMENT, { useValue: env });
  container.register(LOGGER, { useValue: logger });
}

describe('the services of a plugin', () => {
  it.each(['before', 'after'] as const)('are those of the application\'s container, registered %s the registry is made', (when) => {
    const container = root.createChildContainer();
    const plugin = spy();
    if (when === 'before') register(container);
    const registry = createRegistry([plugin], { container });
    registry.resolve('sd-3.5');
    if (when === 'after') register(container);
    const context = plugin.context();
    expect(context.http).toBe(http);
    expect(context.random).toBe(random);
    expect(context.clock).toBe(clock);
    expect(context.env).toBe(env);
    // Cleaned on the way, so it is not the same object.
    context.logger.warn(`${when}\n\u001b[2J`);
    expect(warnings.at(-1)).toBe(when);
  });

  it('may be made by a factory of the container', () => {
    const container = root.createChildContainer();
    container.register(CLOCK, { useFactory: () => clock });
    const plugin = spy();
    createRegistry([plugin], { container }).resolve('sd-3.5');
    expect(plugin.context().clock).toBe(clock);
  });

  it('may be replaced again later', () => {
    const container = root.createChildContainer();
    container.register(RANDOM, { useValue: { uuid: () => '1', integer: () => 1 } });
    const plugin = spy();
    createRegistry([plugin], { container }).resolve('sd-3.5');
    expect(plugin.context().random.uuid()).toBe('1');
    container.register(RANDOM, { useValue: random });
    expect(plugin.context().random.uuid()).toBe('always the same');
  });

  it('are the runtime\'s where the application has none', () => {
    const plugin = spy();
    createRegistry([plugin], { container: root.createChildContainer() }).resolve('sd-3.5');
    const context = plugin.context();
    expect(context.random.uuid()).not.toBe(context.random.uuid());
    expect(context.http).toBe(context.http);
  });

  it('leave nothing in the root container, nor in the application\'s', () => {
    const container = root.createChildContainer();
    createRegistry([spy()], { container }).resolve('sd-3.5');
    for (const token of [HTTP, LOGGER, CLOCK, RANDOM, ENVIRONMENT]) {
      expect(root.isRegistered(token)).toBe(false);
      expect(container.isRegistered(token)).toBe(false);
    }
  });

  it('are apart in registries that are apart', () => {
    const [mine, yours] = [spy(), spy()];
    const container = root.createChildContainer();
    register(container);
    createRegistry([mine], { container }).resolve('sd-3.5');
    createRegistry([yours]).resolve('sd-3.5');
    expect(mine.context().http).toBe(http);
    expect(yours.context().http).not.toBe(http);
  });

  it.each([
    ['HTTP', HTTP, { request: () => undefined }, 'request, close'],
    ['CLOCK', CLOCK, { now: 5 }, 'now, date, schedule'],
    ['RANDOM', RANDOM, 'a text', 'uuid, integer'],
    ['LOGGER', LOGGER, () => undefined, 'debug, info, warn, error'],
  ] as const)('are refused when what stands under %s has the wrong shape', (name, token, value, methods) => {
    const container = root.createChildContainer();
    container.register<unknown>(token, { useValue: value });
    const plugin = spy();
    createRegistry([plugin], { container }).resolve('sd-3.5');
    const context = plugin.context();
    const read = { HTTP: () => context.http, CLOCK: () => context.clock, RANDOM: () => context.random, LOGGER: () => context.logger }[name];
    expect(read).toThrow(ConfigurationError);
    expect(read).toThrow(`What is registered under Symbol(@hypotez/provider-core/${name}) lacks one of the methods ${methods}.`);
  });

  it('close with the registry, except those of the application', async () => {
    const container = root.createChildContainer();
    register(container);
    const plugin = spy();
    const registry = createRegistry([plugin], { container });
    registry.resolve('sd-3.5');
    expect(plugin.context().http).toBe(http);
    await expect(registry[Symbol.asyncDispose]()).resolves.toBeUndefined();
  });

  it('reach the network by themselves when nothing was replaced', async () => {
    const { origin } = await startServer((response) => response.end('hello'));
    const plugin = spy();
    const registry = createRegistry([plugin]);
    registry.resolve('sd-3.5');
    const response = await plugin.context().http.request({ url: origin });
    expect(await response.text()).toBe('hello');
    await registry[Symbol.asyncDispose]();
  });

  it('keep no connection open when the registry is disposed of', async () => {
    const [proxy, server] = [await startHttpProxy(), await startServer((response) => response.end('hello'))];
    const plugin = spy();
    const registry = createRegistry([plugin]);
    registry.resolve('sd-3.5');
    await (await plugin.context().http.request({ url: server.origin, proxy: `http://127.0.0.1:${proxy.port.toString()}` })).text();
    await registry[Symbol.asyncDispose]();
    await proxy.closed();
  });
});

import { createRequire } from 'node:module';

/**
 * Makes requests that core sends by the dispatcher of undici go to another origin; the program does not notice.
 *
 * It is core's own copy of undici that has to be changed, so it is looked up from there.
 */
export function rerouteDispatcher({ from, to }: { readonly from: string; readonly to: string }): void {
  const undici: unknown = createRequire(new URL('../../../packages/provider-core/package.json', import.meta.url))('undici');
  const agent = memberOf(memberOf(undici, 'Agent'), 'prototype');
  const original = memberOf(agent, 'dispatch');
  if (typeof agent !== 'object' || agent === null || typeof original !== 'function') throw new TypeError('Agents of this undici send in another way.');
  Object.defineProperty(agent, 'dispatch', {
    configurable: true,
    writable: true,
    value(this: unknown, options: object, handler: unknown): unknown {
      const isMeant = String(memberOf(options, 'origin')) === from;
      return Reflect.apply(original, this, [isMeant ? { ...options, origin: to } : options, handler]);
    },
  });
}

function memberOf(value: unknown, name: string): unknown {
  return (typeof value === 'object' && value !== null) || typeof value === 'function' ? Reflect.get(value, name) : undefined;
}

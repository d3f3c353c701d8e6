// What depends on the runtime, behind the entry `#runtime`: the forms for browsers, edge workers, Bun and Deno, which all have `fetch`.
export { networkFailure } from './network-failure.ts';
export { openNetwork } from './runtime-network.ts';

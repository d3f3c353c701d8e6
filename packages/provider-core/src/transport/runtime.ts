// What depends on the runtime, behind the entry `#runtime`: the forms for browsers and edge workers.
export { networkFailure } from './network-failure.ts';
export { openNetwork } from './runtime-network.ts';

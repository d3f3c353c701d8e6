// What depends on the runtime, behind the entry `#runtime`: the forms for Node.
export { networkFailure } from './network-failure.node.ts';
export { openNetwork } from './runtime-network.node.ts';

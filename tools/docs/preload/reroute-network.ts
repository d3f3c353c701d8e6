import { guardSockets } from './guard-sockets.ts';
import { rerouteDispatcher } from './reroute-dispatcher.ts';
import { rerouteFetch } from './reroute-fetch.ts';

// Loaded before an example: what it sends to the public Space arrives at the emulator, everything else fails.
const space = process.env['HYPOTEZ_EXAMPLE_SPACE'];
if (space === undefined) throw new Error('HYPOTEZ_EXAMPLE_SPACE names no emulator.');
guardSockets();
// By either way that a program has to the network: core's own, and the one of the runtime.
for (const reroute of [rerouteDispatcher, rerouteFetch]) reroute({ from: 'https://stabilityai-stable-diffusion-3-5-large.hf.space', to: space });

import { guardSockets } from './guard-sockets.ts';
import { rerouteDispatcher } from './reroute-dispatcher.ts';
import { rerouteFetch } from './reroute-fetch.ts';

// Loaded before an example: what it sends to a public service arrives at one of this machine, everything else fails.
const routes: unknown = JSON.parse(process.env['HYPOTEZ_EXAMPLE_ROUTES'] ?? 'null');
if (!Array.isArray(routes) || !routes.every(isRoute)) throw new Error('HYPOTEZ_EXAMPLE_ROUTES is no list of routes.');
guardSockets();
// By either way that a program has to the network: core's own, and the one of the runtime.
for (const route of routes) for (const reroute of [rerouteDispatcher, rerouteFetch]) reroute(route);

function isRoute(route: unknown): route is { readonly from: string; readonly to: string } {
  return typeof route === 'object' && route !== null && 'from' in route && typeof route.from === 'string' && 'to' in route && typeof route.to === 'string';
}

import { conformanceChecks } from '../../conformance/conformance-checks.ts';
import { streamPlugin } from '../../providers/stream-plugin.ts';
import { describeProvider } from '../../vitest/describe-provider.ts';
import { streamWire } from '../../wires/stream-wire.ts';

const tried = ['aliases', 'payload'];

// The payload is not the one that is sent, so one check is kept, one is broken, and the others are left out.
describeProvider({
  plugin: streamPlugin,
  scenario: {
    entry: { module: new URL('../../providers/stream-plugin.ts', import.meta.url), factory: 'streamPlugin' },
    wire: streamWire,
    example: { request: { prompt: 'a lake' }, payload: '{}' },
  },
  skip: conformanceChecks.filter(({ id }) => !tried.includes(id)).map(({ id }) => ({ test: id, reason: `no time for ${id}` })),
});

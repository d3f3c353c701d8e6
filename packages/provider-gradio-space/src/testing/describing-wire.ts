import { answer, createQueueWire, type ServiceWire } from '@hypotez/provider-testkit';
import { readFileSync } from 'node:fs';

const read = (name: string): string => readFileSync(new URL(`../../__fixtures__/${name}.json`, import.meta.url), 'utf8');
const [config, info] = [read('config'), read('info')];

/** A Gradio Space that says what its function takes, and then paints. */
export function describingWire(): ServiceWire {
  const wire = createQueueWire();
  return {
    ...wire,
    partOf: (request) => (/\/(?:config|info)$/u.test(request.path) ? 'preparation' : wire.partOf(request)),
    answer: (part, server, request) => {
      if (!/\/(?:config|info)$/u.test(request.path)) return wire.answer(part, server, request);
      return [answer(200, Buffer.from(request.path.endsWith('/config') ? config : info), { 'content-type': 'application/json' })];
    },
  };
}

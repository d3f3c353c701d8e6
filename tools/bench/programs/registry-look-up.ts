// Measures the way from an alias to its provider: registry-look-up.js
import { createRegistry, definePlugin } from '@hypotez/provider-core';
import { StabilityAI_SD35Large, stabilityAiSd35 } from '@hypotez/provider-stabilityai-sd35';
import { do_not_optimize, measure } from 'mitata';
import { sendSample } from './program.ts';

const one = createRegistry([stabilityAiSd35()]);
const many = createRegistry([
  stabilityAiSd35(),
  ...Array.from({ length: 99 }, (_, index) =>
    definePlugin({
      id: `example-${index.toString()}`,
      models: [{ id: `model-${index.toString()}`, aliases: [`alias-${index.toString()}`] }],
      create: (context) => new StabilityAI_SD35Large({}, context),
    }),
  ),
]);
const resolved = await measure(() => { do_not_optimize(one.resolve('sd-3.5')); });
const among = await measure(() => { do_not_optimize(many.resolve('alias-98')); });
sendSample({ oneNs: resolved.p50, manyNs: among.p50 });

import { createRegistry } from '@hypotez/provider-core';
import type { Services } from './services.ts';

/** Time of one step of the embedded Space, in milliseconds: a default picture takes about two seconds. */
const STEP_MS = 40;

/** The plugins and the emulator that this package depends on, loaded when a run needs them: `--help` does not. */
export const defaultServices: Services = {
  async openRegistry(settings) {
    const { stabilityAiSd35 } = await import('@hypotez/provider-stabilityai-sd35');
    return createRegistry([stabilityAiSd35(settings)]);
  },
  async startSpace() {
    const { startSpace } = await import('@hypotez/gradio-emulator');
    return startSpace({ stepMs: STEP_MS });
  },
};

import { createRegistry, definePlugin } from '@hypotez/provider-core';
import type { Services } from './services.ts';

/** Time of one step of the embedded Space, in milliseconds: a default picture takes about two seconds. */
const STEP_MS = 40;

/** The plugins and the emulator that this package depends on, loaded when a run needs them: `--help` does not. */
export const defaultServices: Services = {
  async openRegistry(settings) {
    const { stabilityAiSd35 } = await import('@hypotez/provider-stabilityai-sd35');
    const plugin = stabilityAiSd35(settings);
    // Whether HF_TOKEN may go to this Space has been decided; the plugin does not look for it by itself.
    return createRegistry([definePlugin({ ...plugin, create: (services, options) => plugin.create({ ...services, env: {} }, options) })]);
  },
  async startSpace({ previews }) {
    const { startSpace } = await import('@hypotez/gradio-emulator');
    return startSpace({ stepMs: STEP_MS, previews });
  },
};

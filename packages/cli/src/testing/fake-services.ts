import type { PluginSettings, Services } from '../services/services.ts';
import { fakeRegistry, type Script } from './fake-plugin.ts';

/** Services that play a script, and what they were asked. */
export interface FakeServices extends Services {
  readonly settings: readonly PluginSettings[];
  /** Whether the embedded Space runs. */
  readonly isSpaceOpen: boolean;
}

/** Makes services whose only model plays the script. */
export function fakeServices(script: Script): FakeServices {
  const settings: PluginSettings[] = [];
  let isSpaceOpen = false;
  return {
    settings,
    get isSpaceOpen() {
      return isSpaceOpen;
    },
    openRegistry: async (given) => {
      settings.push(given);
      return fakeRegistry(script);
    },
    startSpace: async () => {
      isSpaceOpen = true;
      return { url: 'http://127.0.0.1:1', close: async () => { isSpaceOpen = false; } };
    },
  };
}

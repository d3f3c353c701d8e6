import type { PluginSettings, Services, SpaceSettings } from '../services/services.ts';
import { fakeRegistry, type Script } from './fake-plugin.ts';

/** Services that play a script, and what they were asked. */
export interface FakeServices extends Services {
  readonly settings: readonly PluginSettings[];
  readonly spaces: readonly SpaceSettings[];
  /** Whether the embedded Space runs. */
  readonly isSpaceOpen: boolean;
}

/** Makes services whose only model plays the script, and is asked again so often. */
export function fakeServices(script: Script, retries?: number): FakeServices {
  const settings: PluginSettings[] = [];
  const spaces: SpaceSettings[] = [];
  let isSpaceOpen = false;
  return {
    settings,
    spaces,
    get isSpaceOpen() {
      return isSpaceOpen;
    },
    openRegistry: async (given) => {
      settings.push(given);
      return fakeRegistry(script, retries);
    },
    startSpace: async (given) => {
      spaces.push(given);
      isSpaceOpen = true;
      return { url: 'http://127.0.0.1:1', close: async () => { isSpaceOpen = false; } };
    },
  };
}

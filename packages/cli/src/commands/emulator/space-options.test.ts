import { expect, it } from 'vitest';
import { OptionValues } from '../../command-line/option-values.ts';
import { Settings } from '../../configuration/settings.ts';
import { emulatorCommand } from './emulator-command.ts';
import { readSpaceOptions } from './space-options.ts';

function read(typed: Readonly<Record<string, string | true>>): ReturnType<typeof readSpaceOptions> {
  return readSpaceOptions(new OptionValues(new Map(Object.entries(typed)), emulatorCommand.options, new Settings({ HF_TOKEN: 'of another service' })));
}

it('leaves the defaults to the emulator, and takes no token that is meant for another service', () => {
  expect(read({})).toEqual({ previews: false, showError: false });
});

it('passes every option on', () => {
  expect(read({
    '--port': '0',
    '--gradio-version': '6.12.0',
    '--previews': true,
    '--step-time': '1',
    '--progress-time': '2',
    '--heartbeat-time': '3',
    '--queue-size': '4',
    '--concurrency': '5',
    '--state': 'building',
    '--wake-time': '6',
    '--zero-gpu': 'no-gpu',
    '--restart-at-step': '7',
    '--show-error': true,
    '--maximum-upload': '8',
    '--token': 'secret',
    '--login': 'name:pass:word',
  })).toEqual({
    port: 0,
    gradioVersion: '6.12.0',
    previews: true,
    stepMs: 1,
    progressMs: 2,
    heartbeatMs: 3,
    maximumQueueSize: 4,
    concurrency: 5,
    state: 'building',
    wakeMs: 6,
    zeroGpu: 'no-gpu',
    restartAtStep: 7,
    showError: true,
    maximumFileSize: 8,
    token: 'secret',
    login: { username: 'name', password: 'pass:word' },
  });
});

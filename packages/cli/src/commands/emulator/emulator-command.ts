import type { Command } from '../../command-line/command.ts';

/** `hypotez emulator`: runs a Space on this machine. */
export const emulatorCommand: Command = {
  name: 'emulator',
  summary: 'run a Space on this machine that paints without network and quota',
  arguments: [],
  options: [
    { flags: '--port <number>', description: 'port on 127.0.0.1; 0 is any free one (default: 7860, or a free one)' },
    { flags: '--gradio-version <version>', description: 'the release of Gradio to be (default: 5.3.0)', choices: ['4.44.1', '5.3.0', '5.49.1', '6.12.0', '6.25.0'] },
    { flags: '--previews', description: 'show pictures that are not finished' },
    { flags: '--step-time <milliseconds>', description: 'time of one denoising step (default: 30)' },
    { flags: '--progress-time <milliseconds>', description: 'pause between two messages of progress; 0 sends all' },
    { flags: '--heartbeat-time <milliseconds>', description: 'pause between two heartbeats of a stream (default: 15000)' },
    { flags: '--queue-size <number>', description: 'jobs that may wait before one is refused (default: any number)' },
    { flags: '--concurrency <number>', description: 'jobs that run at once (default: 1)' },
    { flags: '--state <state>', description: 'what the host does with the Space (default: running)', choices: ['running', 'sleeping', 'building', 'paused', 'broken'] },
    { flags: '--wake-time <milliseconds>', description: 'how long it takes to wake or to be built (default: 2000)' },
    { flags: '--zero-gpu <failure>', description: 'fail in the words of ZeroGPU; "list" lists the ways' },
    { flags: '--restart-at-step <number>', description: 'restart once, in the middle of a job' },
    { flags: '--show-error', description: 'let callers see the text of every exception' },
    { flags: '--maximum-upload <bytes>', description: 'largest file that may be uploaded (default: any size)' },
    { flags: '--token <token>', description: 'make the Space private: only this token opens it' },
    { flags: '--login <name:password>', description: 'ask for a login, as the author of an app may' },
    { flags: '--json', description: 'one JSON object a line on stdout for every request' },
  ],
  examples: [
    { command: 'hypotez emulator --previews', note: 'then, in a second terminal, what it says' },
    { command: 'hypotez emulator --step-time 500 --queue-size 2', note: 'a slow one with a short queue' },
    { command: 'hypotez emulator --zero-gpu quota-2026-free', note: 'nobody has quota left' },
    { command: 'hypotez emulator --state sleeping --wake-time 10000' },
  ],
  load: async () => (await import('./emulator.ts')).emulator,
};

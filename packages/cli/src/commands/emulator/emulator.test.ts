import { defaultGradioVersion, gradioVersions, spaceStates, zeroGpuFailures } from '@hypotez/gradio-emulator';
import { describe, expect, it } from 'vitest';
import { longName } from '../../command-line/command-option.ts';
import { run } from '../../command-line/run.ts';
import { fakeIo, temporaryFolder, type FakeIo } from '../../testing/fake-io.ts';
import { startCommand } from '../../testing/start-command.ts';
import { emulatorCommand } from './emulator-command.ts';

/** Runs the emulator while `use` runs, then ends it by Ctrl-C. */
async function whileRunning(argv: readonly string[], use: (url: string, io: FakeIo) => Promise<void>): Promise<{ readonly code: number; readonly io: FakeIo }> {
  const io = fakeIo();
  const code = run(['emulator', '--port', '0', ...argv], io);
  await io.stdout.holds('\n');
  const [first = ''] = io.stdout.lines;
  const { url } = first.startsWith('{') ? (JSON.parse(first) as { url: string }) : { url: first };
  await use(url, io);
  io.signals.emit('SIGINT');
  return { code: await code, io };
}

describe('emulator', () => {
  it('says its address and what to try, and ends cleanly at Ctrl-C', async () => {
    const command = startCommand(['emulator', '--port', '0', '--previews'], { module: '../main.ts', cwd: temporaryFolder() });
    await command.stderrHolds('Ctrl-C ends it.');
    const url = command.stdout.trim();
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/u);
    expect(command.stderr).toContain(`\n  hypotez generate "a lighthouse at dawn" --url ${url} --preview\n`);
    expect((await fetch(`${url}/config`)).status).toBe(200);
    command.signal('SIGINT');
    expect(await command.ended()).toBe(0);
    expect(command.stderr).toMatch(/Stopped\.\n$/u);
  });

  it('logs a line for each request, without query, prompt and token', async () => {
    const { io } = await whileRunning(['--token', 'secret-token', '--step-time', '0'], async (url, running) => {
      const headers = { 'content-type': 'application/json', authorization: 'Bearer secret-token' };
      const body = JSON.stringify({ data: ['a secret fox', '', 1, false, 512, 512, 4, 1], session_hash: 'mine' });
      await fetch(`${url}/gradio_api/call/infer`, { method: 'POST', headers, body });
      await (await fetch(`${url}/gradio_api/queue/data?session_hash=mine&__sign=secret-sign`, { headers })).text();
      await (await fetch(`${url}/config`)).text();
      await running.stderr.holds('/config');
    });
    expect(io.stderr.lines.slice(-4, -1).map((line) => line.replace(/\d+ ms/u, '5 ms'))).toEqual([
      '03:04:05 POST /gradio_api/call/infer 200 in 5 ms',
      '03:04:05 GET /gradio_api/queue/data 200 in 5 ms',
      '03:04:05 GET /config 404 in 5 ms',
    ]);
    expect(io.stdout.text + io.stderr.text).not.toMatch(/secret/u);
    expect(io.stderr.text).toContain('--token <token>');
  });

  it('logs lines of JSON', async () => {
    const { code, io } = await whileRunning(['--json', '--gradio-version', '6.25.0'], async (url, running) => {
      await (await fetch(`${url}/config?x=1`)).text();
      await running.stdout.holds('"request"');
    });
    expect(code).toBe(0);
    expect(io.stdout.lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      { type: 'listening', url: expect.any(String) as string, gradioVersion: '6.25.0' },
      { type: 'request', time: expect.any(String) as string, method: 'GET', path: '/config', status: 200, durationMs: expect.any(Number) as number, brokeOff: false },
    ]);
    expect(io.stderr.text).toBe('');
  });

  it('is the Space that it was told to be', async () => {
    await whileRunning(['--state', 'paused'], async (url) => {
      const response = await fetch(`${url}/config`);
      expect([response.status, await response.text()]).toEqual([503, 'The space is paused, ask a maintainer to restart it']);
    });
    await whileRunning(['--login', 'me:pass:word'], async (url) => {
      expect((await fetch(`${url}/config`)).status).toBe(401);
      expect((await fetch(`${url}/login`, { method: 'POST', body: new URLSearchParams({ username: 'me', password: 'pass:word' }) })).status).toBe(200);
    });
  });

  it('refuses a port that is taken', async () => {
    await whileRunning([], async (url) => {
      const io = fakeIo();
      const { port } = new URL(url);
      expect(await run(['emulator', '--port', port], io)).toBe(64);
      expect(io.stderr.lines[0]).toBe(`Port ${port} of this machine is taken; --port 0 finds a free one.`);
    });
  });

  it.each([
    ['--port', '65536', '--port is 65536; allowed is a whole number from 0 to 65535.'],
    ['--step-time', '-1', '--step-time is -1; allowed is a whole number from 0 to 2147483647.'],
    ['--concurrency', '0.5', '--concurrency is 0.5; allowed is a whole number from 1.'],
    ['--zero-gpu', 'nonsense', '--zero-gpu is one of quota-2024-spring-sign-up, '],
    ['--login', 'secret', '--login is a name and a password with a colon between them.'],
  ])('refuses %s %s', async (option, value, message) => {
    const io = fakeIo();
    expect(await run(['emulator', option, value], io)).toBe(64);
    expect(io.stderr.lines[0]).toContain(message);
  });

  it('lists the ways in which ZeroGPU fails', async () => {
    const io = fakeIo();
    expect(await run(['emulator', '--zero-gpu', 'list'], io)).toBe(0);
    expect(io.stdout.lines.map((line) => line.split(' ', 1)[0])).toEqual(zeroGpuFailures);
  });

  it('offers what the emulator knows', () => {
    const choices = Object.fromEntries(emulatorCommand.options.map((option) => [longName(option), option.choices]));
    expect(choices).toMatchObject({ '--gradio-version': gradioVersions, '--state': spaceStates });
    expect(emulatorCommand.options.map(({ description }) => description)).toContain(`the release of Gradio to be (default: ${defaultGradioVersion})`);
  });
});

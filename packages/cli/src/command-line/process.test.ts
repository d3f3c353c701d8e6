import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../testing/fake-io.ts';
import { startCommand, type StartedCommand } from '../testing/start-command.ts';

function start(argv: readonly string[], script = 'pixel', cwd = temporaryFolder()): StartedCommand {
  return startCommand(argv, { module: './fake-main.ts', cwd, env: { FAKE_SCRIPT: script } });
}

describe('the process', () => {
  it('gives the path to its pipe', async () => {
    const cwd = temporaryFolder();
    const command = start(['generate', 'a fox'], 'pixel', cwd);
    expect(await command.ended()).toBe(0);
    expect(readdirSync(cwd).map((name) => `${cwd}/${name}\n`)).toEqual([command.stdout]);
  });

  it('cancels the job at Ctrl-C, leaves no file and exits with 130', async () => {
    const cwd = temporaryFolder();
    const command = start(['generate', 'a fox'], 'endless', cwd);
    await command.stderrHolds('Started');
    command.signal('SIGINT');
    expect(await command.ended()).toBe(130);
    expect(command.stderr).toContain('Stopped by Ctrl-C.');
    expect(command.stdout).toBe('');
    expect(readdirSync(cwd)).toEqual(['cancelled']);
  });

  it('ends at Ctrl-C though the pipe of its prompts stays open', async () => {
    const command = startCommand(['generate', '--stdin'], { module: './fake-main.ts', cwd: temporaryFolder(), typed: 'a fox\n' });
    await command.stderrHolds('Picture 1: 1 × 1 PNG');
    command.signal('SIGINT');
    expect(await command.ended()).toBe(130);
    expect(command.stderr).toContain('No job was running.');
  });

  it('says at Ctrl-C that no job was running while it still connects', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => { server.close(); });
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const connected = once(server, 'connection');
    // The handshake has no end.
    const command = startCommand(['generate', 'a fox', '--url', `https://127.0.0.1:${port.toString()}`], { module: '../main.ts', cwd: temporaryFolder() });
    await connected;
    command.signal('SIGINT');
    expect(await command.ended()).toBe(130);
    expect(command.stderr).toContain('No job was running.');
  });

  it('does not wait for the cancellation at a second Ctrl-C', async () => {
    const cwd = temporaryFolder();
    const command = start(['generate', 'a fox'], 'stubborn', cwd);
    await command.stderrHolds('Started');
    command.signal('SIGINT');
    await command.stderrHolds('Stopped');
    command.signal('SIGINT');
    expect(['SIGINT', 130]).toContain(await command.ended());
    expect(readdirSync(cwd)).toEqual([]);
  });

  it('exits with 143 at SIGTERM', async () => {
    const command = start(['generate', 'a fox'], 'endless');
    await command.stderrHolds('Started');
    command.signal('SIGTERM');
    expect(await command.ended()).toBe(143);
  });

  it('ends quietly when nobody reads', async () => {
    const command = start(['generate', 'a fox', '--json'], 'chatty');
    command.closeStdout();
    expect(await command.ended()).toBe(141);
    expect(command.stderr).toBe('');
  });

  it('writes JSON that ends with the image', async () => {
    const command = start(['generate', 'a fox', '--json']);
    expect(await command.ended()).toBe(0);
    const types = command.stdout.trimEnd().split('\n').map((line) => /^\{"type":"(\w+)"/u.exec(line)?.[1]);
    expect(types.filter((type) => type === 'progress')).toHaveLength(8);
    expect(types.at(-1)).toBe('image');
    expect(command.stderr).toBe('');
  });

  it.each([
    [['generate'], 64],
    [['generate', 'a fox', '--sed', '1'], 64],
    [['paint'], 64],
    [['generate', 'a fox', '--model', 'none'], 11],
    [['generate', 'a fox', '--output', '/nowhere/at/all.png'], 73],
    [['--help'], 0],
  ])('exits %j with %i', async (argv, code) => {
    const command = start(argv);
    expect(await command.ended()).toBe(code);
    expect(command.stderr).not.toMatch(/^\s+at /mu);
  });
});

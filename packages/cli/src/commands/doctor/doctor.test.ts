import { createServer } from 'node:http';
import { connect } from 'node:net';
import { startSpace, type Space, type SpaceOptions } from '@hypotez/gradio-emulator';
import { describe, expect, it, onTestFinished } from 'vitest';
import { run } from '../../command-line/run.ts';
import { fakeIo, type FakeIo } from '../../testing/fake-io.ts';

async function space(options: SpaceOptions = {}): Promise<Space> {
  const started = await startSpace(options);
  onTestFinished(() => started.close());
  return started;
}

interface Line {
  readonly type: string;
  readonly check?: string;
  readonly status?: string;
  readonly details?: readonly string[];
}

/** Runs `doctor --json` and gives its lines. */
async function doctor(argv: readonly string[], env: FakeIo['env'] = {}): Promise<{ readonly code: number; readonly lines: readonly Line[]; readonly text: string }> {
  const io = fakeIo({ env });
  const code = await run(['doctor', '--json', ...argv], io);
  return { code, lines: io.stdout.lines.map((line) => JSON.parse(line) as Line), text: io.stdout.text + io.stderr.text };
}

function statuses(lines: readonly Line[]): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(lines.filter(({ type }) => type === 'check').map(({ check = '', status }) => [check, status]));
}

describe('doctor', () => {
  it('finds nothing wrong with a Space that works, and starts no job there', async () => {
    const { url, requests } = await space();
    const { code, lines } = await doctor(['--url', url]);
    expect(code).toBe(0);
    expect(statuses(lines)).toEqual({ node: 'ok', proxy: 'ok', space: 'ok', state: 'ok', signature: 'ok', token: 'skipped' });
    expect(lines.at(-1)).toEqual({ type: 'result', broken: 0, exitCode: 0 });
    expect(requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  it('writes a line for each check, for people', async () => {
    const { url } = await space();
    const io = fakeIo();
    await run(['doctor', '--url', url], io);
    expect(io.stdout.lines.map((line) => line.replace(/in \d+ ms/u, 'in 5 ms'))).toEqual([
      `stabilityai-sd35 at ${url}`,
      `ok      Node.js     ${process.versions.node}`,
      'ok      Proxy       none',
      `ok      Reach       ${url} answers, in 5 ms`,
      'ok      State       it works, as far as its page shows',
      'ok      Signature   the 8 inputs are as the plugin sends them, Gradio 5.3.0',
      'skipped Token       there is none',
      'Nothing is broken.',
    ]);
  });

  it('finds that nobody answers, and exits as a run would', async () => {
    const gone = await space();
    await gone.close();
    const { url } = gone;
    const { code, lines } = await doctor(['--url', url]);
    expect(code).toBe(40);
    expect(statuses(lines)).toEqual({ node: 'ok', proxy: 'ok', space: 'broken', state: 'skipped', signature: 'skipped', token: 'skipped' });
  });

  it('finds that the Space is paused', async () => {
    const { url } = await space({ state: 'paused' });
    const { code, lines } = await doctor(['--url', url]);
    expect(code).toBe(25);
    expect(statuses(lines)).toMatchObject({ space: 'ok', state: 'broken', signature: 'skipped' });
  });

  it('finds what another function takes differently', async () => {
    const { url } = await space({ functions: { infer: { inputs: { prompt: { type: 'textbox', label: 'Prompt' } }, outputs: [], async *run() { yield { type: 'outputs', values: [] }; } } } });
    const { code, lines } = await doctor(['--url', url]);
    expect(code).toBe(31);
    expect(lines.find(({ check }) => check === 'signature')?.details).toContain(`function: the plugin's count is 8 inputs, the Space's 1 inputs`);
  });

  it('tries a token at the Space that it is for, and prints it nowhere', async () => {
    const { url } = await space({ token: 'right-token' });
    const right = await doctor(['--url', url, '--token', 'right-token']);
    expect(statuses(right.lines)).toMatchObject({ signature: 'ok', token: 'ok' });
    const wrong = await doctor(['--url', url], { HF_TOKEN: 'wrong-token' });
    expect(wrong.code).toBe(20);
    expect(statuses(wrong.lines)).toMatchObject({ signature: 'broken', token: 'broken' });
    expect(right.text + wrong.text).not.toMatch(/(?:right|wrong)-token/u);
  });

  it('prints no password of an address', async () => {
    const { url } = await space();
    const io = fakeIo();
    await run(['doctor', '--url', url.replace('//', '//user:secret-password@')], io);
    expect(io.stdout.text + io.stderr.text).not.toContain('secret-password');
  });

  it('gives up on a server that never answers', async () => {
    const server = createServer(() => undefined);
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    onTestFinished(() => { server.closeAllConnections(); server.close(); });
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const { code, lines } = await doctor(['--url', `http://127.0.0.1:${String(port)}`, '--timeout', '0.05']);
    expect(code).toBe(42);
    expect(statuses(lines)).toMatchObject({ space: 'broken' });
  });

  it('asks everything through the proxy', async () => {
    const { url, requests } = await space({ token: 'right-token' });
    const tunnels: (string | undefined)[] = [];
    const proxy = createServer().on('connect', (request, socket) => {
      tunnels.push(request.url);
      const target = connect(Number(new URL(url).port), '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        target.pipe(socket).pipe(target);
      });
      for (const end of [socket, target]) end.on('error', () => { target.destroy(); socket.destroy(); });
    });
    await new Promise<void>((resolve) => { proxy.listen(0, '127.0.0.1', resolve); });
    onTestFinished(() => { proxy.closeAllConnections(); proxy.close(); });
    const address = proxy.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const { code, lines } = await doctor(['--url', 'http://space.invalid', '--token', 'right-token', '--proxy', `http://127.0.0.1:${String(port)}`]);
    expect(statuses(lines)).toEqual({ node: 'ok', proxy: 'ok', space: 'ok', state: 'ok', signature: 'ok', token: 'ok' });
    expect(code).toBe(0);
    expect(new Set(tunnels)).toEqual(new Set(['space.invalid:80']));
    expect(requests.length).toBeGreaterThan(3);
  });

  it('finds that the proxy does not work', async () => {
    const { url } = await space();
    const proxy = await space();
    await proxy.close();
    const { code, lines } = await doctor(['--url', url, '--proxy', proxy.url.replace('//', '//user:password@')]);
    expect(code).toBe(41);
    expect(statuses(lines)).toMatchObject({ proxy: 'broken', space: 'skipped' });
    expect(JSON.stringify(lines)).not.toContain('password');
  });

  it.each([[['--proxy', 'nonsense']], [['--timeout', '0']], [['--timeout', '1e9']], [['--url', 'nonsense']]])('refuses %j', async (argv) => {
    expect([10, 64]).toContain((await doctor(argv)).code);
  });
});

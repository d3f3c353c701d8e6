import { afterAll, describe, expect, it } from 'vitest';
import { startSpace } from '../space/start-space.ts';
import { cancelJob, postCall } from '../testing/space-client.ts';

const space = await startSpace({ login: { username: 'painter', password: 'canvas' } });
afterAll(() => space.close());

function logIn(url: string, form: Record<string, string>): Promise<Response> {
  return fetch(`${url}/login`, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' });
}

const paths = [
  '/config',
  '/gradio_api/info',
  '/gradio_api/call/infer/x',
  '/gradio_api/queue/data?session_hash=x',
  '/gradio_api/queue/data',
  '/gradio_api/file=/tmp/x',
  '/gradio_api/login_check',
];

describe('a Space with a login', () => {
  it.each(paths)('refuses a stranger at %s', async (path) => {
    const response = await fetch(space.url + path);
    expect(response.status).toBe(401);
    expect(await response.text()).toBe('{"detail":"Not authenticated"}');
  });

  it('refuses the job of a stranger, whatever it is', async () => {
    for (const body of ['{"data":[]}', '{}']) {
      const response = await postCall(space, 'nope', body);
      expect(response.status).toBe(401);
      expect(await response.text()).toBe('{"detail":"Not authenticated"}');
    }
    expect((await postCall(space, 'infer', '{')).status).toBe(422);
  });

  it('does not check who cancels', async () => {
    expect((await cancelJob(space, 'a', 0, 'b')).status).toBe(200);
  });

  it.each(['access-token-', 'access-token-unsecure-'])('opens to the cookie %s', async (name) => {
    const response = await logIn(space.url, { username: ' painter ', password: 'canvas' });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('{"success":true}');
    const cookies = response.headers.getSetCookie();
    expect(cookies[0]).toMatch(/^access-token-[\w-]{43}=[\w-]{22}; HttpOnly; Path=\/; SameSite=none; Secure$/);
    expect(cookies[1]).toMatch(/^access-token-unsecure-[\w-]{43}=[\w-]{22}; HttpOnly; Path=\/; SameSite=lax$/);
    const cookie = cookies.findLast((text) => text.startsWith(name))?.split(';')[0] ?? '';
    const headers = { cookie: `other=1; ${cookie}` };
    expect((await fetch(`${space.url}/config`, { headers })).status).toBe(200);
    expect(await (await fetch(`${space.url}/gradio_api/user`, { headers })).text()).toBe('"painter"');
    expect((await postCall(space, 'nothing', { data: ['x'] }, headers)).status).toBe(200);
  });

  it('refuses a wrong password', async () => {
    const response = await logIn(space.url, { username: 'painter', password: 'paint' });
    expect(response.status).toBe(400);
    expect(await response.text()).toBe('{"detail":"Incorrect credentials."}');
  });

  it('refuses a made-up cookie', async () => {
    const response = await logIn(space.url, { username: 'painter', password: 'canvas' });
    const cookie = (response.headers.getSetCookie()[0]?.split('=')[0] ?? '') + '=forged';
    expect((await fetch(`${space.url}/config`, { headers: { cookie } })).status).toBe(401);
  });

  it('wants name and password', async () => {
    const response = await logIn(space.url, { username: 'painter' });
    expect(response.status).toBe(422);
    expect(await response.text()).toBe(
      '{"detail":[{"type":"missing","loc":["body","password"],"msg":"Field required","input":null}]}',
    );
  });
});

describe('a Space without a login', () => {
  it('sends whoever logs in to its page', async () => {
    await using open = await startSpace();
    const response = await logIn(open.url, { username: 'a', password: 'b' });
    expect([response.status, response.headers.get('location')]).toEqual([302, '/']);
    expect(await (await fetch(`${open.url}/gradio_api/user`)).text()).toBe('null');
  });
});

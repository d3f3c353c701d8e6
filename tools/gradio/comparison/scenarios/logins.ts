import type { Scenario } from '../scenario.ts';
import type { Visitor } from '../visitor.ts';
import { configView } from '../config-view.ts';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

/** The author's own name and password. */
export const logins: readonly Scenario[] = [
  behindLogin('every route without a cookie', async (visitor) => {
    await visitor.call('infer', []);
    await visitor.join('infer', [], visitor.newSession());
    await visitor.followSession('nobody');
    await visitor.followCall('infer', 'nothing');
    await visitor.send('GET', '/config', { view: configView });
    await visitor.send('GET', `${visitor.prefix}/info`);
    await visitor.send('GET', `${visitor.prefix}/file=/etc/passwd`);
    await visitor.send('POST', `${visitor.prefix}/upload`);
    await visitor.cancel('infer', 'nobody', 'nothing');
    await visitor.send('GET', `${visitor.prefix}/login_check`);
    await visitor.send('GET', `${visitor.prefix}/user`);
  }),
  behindLogin('a cookie that is wrong', async (visitor) => {
    const headers = { cookie: 'access-token-0=wrong; access-token-unsecure-0=wrong' };
    await visitor.send('GET', `${visitor.prefix}/user`, { headers });
    await visitor.call('nothing', [''], undefined, headers);
  }),
  behindLogin('a job behind a login', async (visitor) => {
    const headers = { cookie: await logIn(visitor, 'username=painter&password=canvas') };
    await visitor.send('GET', `${visitor.prefix}/login_check`, { headers });
    await visitor.send('GET', `${visitor.prefix}/user`, { headers });
    const id = await visitor.call('nothing', [''], undefined, headers);
    await visitor.send('GET', `${visitor.prefix}/call/nothing/${id}`, { headers });
    await visitor.send('GET', '/config', { headers, view: configView });
  }),
  ...['username=painter&password=wrong', 'username=nobody&password=canvas', 'username=PAINTER&password=canvas', 'username=painter', 'password=canvas', ''].map((body) =>
    behindLogin(`a login with "${body}"`, (visitor) => logIn(visitor, body)),
  ),
  behindLogin('a login as JSON', (visitor) => visitor.send('POST', '/login', { json: { username: 'painter', password: 'canvas' } })),
  behindLogin('a login under the prefix', (visitor) => visitor.send('POST', `${visitor.prefix}/login`, { body: 'username=painter&password=canvas', headers: FORM })),
  {
    name: 'a login where there is none',
    play: async (visitor) => {
      await logIn(visitor, 'username=painter&password=canvas');
      await visitor.send('GET', `${visitor.prefix}/login_check`);
      await visitor.send('GET', `${visitor.prefix}/user`);
    },
  },
];

function behindLogin(name: string, play: Scenario['play']): Scenario {
  return { name, kind: 'login', play };
}

/** Logs in and gives the cookies. */
async function logIn(visitor: Visitor, body: string): Promise<string> {
  const { headers } = await visitor.send('POST', '/login', { body, headers: FORM });
  return (headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0]).join('; ');
}

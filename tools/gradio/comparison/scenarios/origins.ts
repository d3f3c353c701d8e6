import { configView } from '../config-view.ts';
import type { Scenario } from '../scenario.ts';

const ELSEWHERE = { origin: 'https://example.com' };

/** Pages of other origins, and proxies in front. */
export const origins: readonly Scenario[] = [
  {
    name: 'a page of another origin',
    play: async (visitor) => {
      const id = await visitor.call('nothing', [''], undefined, ELSEWHERE);
      await visitor.send('GET', `${visitor.prefix}/call/nothing/${id}`, { headers: ELSEWHERE });
      await visitor.send('GET', `${visitor.prefix}/queue/data?session_hash=nobody`, { headers: ELSEWHERE });
      await visitor.send('GET', `${visitor.prefix}/file=/etc/passwd`, { headers: ELSEWHERE });
      await visitor.call('paint', [], undefined, ELSEWHERE);
    },
  },
  {
    name: 'a page of another origin with cookies',
    play: (visitor) => visitor.call('nothing', [''], undefined, { ...ELSEWHERE, cookie: 'a=b' }).then(() => undefined),
  },
  {
    name: 'what a browser asks before it posts',
    play: async (visitor) => {
      const asked = { ...ELSEWHERE, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type, x-hf-authorization' };
      await visitor.send('OPTIONS', `${visitor.prefix}/call/nothing`, { headers: asked });
      await visitor.send('OPTIONS', `${visitor.prefix}/cancel`, { headers: { ...asked, 'access-control-request-method': 'PURGE' } });
      await visitor.send('OPTIONS', `${visitor.prefix}/call/nothing`);
    },
  },
  {
    name: 'a page of this machine',
    play: async (visitor) => {
      const headers = { origin: 'http://localhost:3000' };
      await visitor.call('nothing', [''], undefined, headers);
      await visitor.send('OPTIONS', `${visitor.prefix}/call/nothing`, { headers: { ...headers, 'access-control-request-method': 'POST' } });
    },
  },
  {
    name: 'a page without an origin',
    play: (visitor) => visitor.call('nothing', [''], undefined, { origin: 'null' }),
  },
  ...[
    { 'x-forwarded-host': 'space.example' },
    { 'x-forwarded-host': 'space.example', 'x-forwarded-proto': 'https' },
    { 'x-forwarded-host': 'space.example, other.example', 'x-forwarded-proto': 'https,http' },
    { 'x-forwarded-proto': 'https' },
    { 'x-gradio-server': 'https://front.example/' },
  ].map((headers): Scenario => ({
    name: `a picture by way of ${Object.entries(headers).flat().join(' ')}`,
    play: async (visitor) => {
      await visitor.followCall('log', await visitor.call('log', ['A lighthouse'], undefined, headers));
      const session = visitor.newSession();
      await visitor.join('log', ['A lighthouse'], session, {}, headers);
      await visitor.followSession(session);
      await visitor.send('GET', '/config', { headers, view: configView });
    },
  })),
];

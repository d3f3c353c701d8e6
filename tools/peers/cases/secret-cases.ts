import { answer, json } from '@hypotez/provider-testkit';
import type { Observation } from '../judgement/observation.ts';
import { KEY, KEY_HEADER, PROMPT } from '../subjects/subject.ts';
import type { PeerCase } from './peer-case.ts';

/** Where the key and the prompt come to. */
export const secretCases: readonly PeerCase[] = [
  {
    title: '29 the job is sent on to another host (307)', wire: 'images', tell: tellForeign,
    setUp: ({ url }) => ({ answers: { start: ({ request }) => [answer(307, '', { location: `${url}${request.path}` })] } }),
  },
  {
    title: '29 `/config` is sent on to another host (307)', wire: 'space', subjects: ['gradio'], tell: tellForeign,
    setUp: ({ url }) => ({ answers: { image: ({ request, healthy }) => (request.path.startsWith('/config') ? [answer(307, '', { location: `${url}${request.path}` })] : healthy) } }),
  },
  {
    title: '29 the job is sent on to another host (307)', wire: 'space', tell: tellForeign,
    setUp: ({ url }) => ({ answers: { start: ({ request }) => [answer(307, '', { location: `${url}${request.path}` })] } }),
  },
  {
    title: 'what an error holds, 20 objects deep', wire: 'images',
    tell: ({ report }) => (report === undefined ? 'no error' : `key: ${held(report.hasKey)}, prompt: ${held(report.hasPrompt)}`),
    setUp: () => ({ answers: { start: () => [json(400, { error: { message: 'no' } })] } }),
  },
];

function tellForeign({ foreign }: Observation): string {
  if (foreign.length === 0) return 'not followed';
  const [heads, all] = [foreign.map((text) => text.slice(0, text.indexOf('\r\n\r\n'))).join('\n').toLowerCase(), foreign.join('\n')];
  const key = KEY.toLowerCase();
  const rows = [['authorization', heads.includes(`bearer ${key}`)], [KEY_HEADER, heads.includes(`${KEY_HEADER}: ${key}`)], ['prompt', all.includes(PROMPT)]] as const;
  return rows.map(([what, isThere]) => `${what}: ${isThere ? '**sent**' : 'no'}`).join(', ');
}

function held(isThere: boolean): string {
  return isThere ? '**yes**' : 'no';
}

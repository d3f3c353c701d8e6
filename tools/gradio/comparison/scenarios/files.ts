import type { Scenario } from '../scenario.ts';
import type { Visitor } from '../visitor.ts';

/** The bytes of pictures, and what `/file=` refuses. */
export const files: readonly Scenario[] = [
  onPicture('a picture that is fetched', (visitor, path) => visitor.send('GET', path)),
  onPicture('the head of a picture', (visitor, path) => visitor.send('HEAD', path)),
  onPicture('the first bytes of a picture', (visitor, path) => visitor.send('GET', path, { headers: { range: 'bytes=0-7' } })),
  onPicture('one byte of a picture', (visitor, path) => visitor.send('GET', path, { headers: { range: 'bytes=1-1' } })),
  onPicture('a range behind the end', (visitor, path) => visitor.send('GET', path, { headers: { range: 'bytes=9999999-' } })),
  onPicture('a range that is none', (visitor, path) => visitor.send('GET', path, { headers: { range: 'bytes=x-y' } })),
  onPicture('a range of other units', (visitor, path) => visitor.send('GET', path, { headers: { range: 'lines=0-7' } })),
  onPicture('a picture by POST', (visitor, path) => visitor.send('POST', path)),
  onPicture('another name in the folder of a picture', (visitor, path) => visitor.send('GET', path.replace('image.png', 'picture.png'))),
  ...[
    '/etc/passwd',
    '/no/such/picture.png',
    'picture.png',
    '../../etc/passwd',
    '',
    'https://example.com/a.png',
    'http://127.0.0.1:9/a.png',
    'C:/pictures/a.png',
    '/tmp',
  ].map((path): Scenario => ({ name: `the file "${path}"`, play: (visitor) => visitor.send('GET', `${visitor.prefix}/file=${path}`) })),
  {
    name: 'the head of a file that is refused',
    play: (visitor) => visitor.send('HEAD', `${visitor.prefix}/file=/etc/passwd`),
  },
  {
    name: 'a file by the path of old releases',
    play: (visitor) => visitor.send('GET', `${visitor.prefix}/file/etc/passwd`),
  },
];

/** Paints a picture first, and hands on its path on the server. */
function onPicture(name: string, act: (visitor: Visitor, path: string) => Promise<unknown>): Scenario {
  return {
    name,
    play: async (visitor) => {
      const { body } = await visitor.followCall('log', await visitor.call('log', ['A lighthouse']));
      await act(visitor, `${visitor.prefix}/file=${/"path": ?"([^"]+)"/u.exec(body.toString())?.[1] ?? ''}`);
    },
  };
}

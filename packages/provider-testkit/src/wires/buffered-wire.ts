import { examplePng } from '../images/example-png.ts';
import { answer, json } from '../steps/answer.ts';
import type { Wire } from './wire.ts';

/** The service of `bufferedPlugin`. */
export const bufferedWire: Wire = {
  transport: 'buffered',
  newsPart: 'start',
  partOf: ({ method, path }) => {
    if (method === 'POST' && path === '/v1/images') return 'start';
    return path.startsWith('/images/') ? 'image' : undefined;
  },
  answer: (part, { url }) => (part === 'image'
    ? [answer(200, examplePng(), { 'content-type': 'image/png' })]
    : [json(200, { image: { url: `${url}/images/1.png` } })]),
};

import { expect, it, vi } from 'vitest';
import { startServer } from '../testing/local-server.ts';
import { failureOf, openHttp } from '../testing/open-http.ts';
import { createHttpOver } from './create-http.ts';
import { openNetwork } from './runtime-network.ts';

// As in a page whose network is gone.
vi.mock(import('./encode-form.ts'), () => { throw new TypeError('Failed to fetch dynamically imported module'); });

it('a form whose encoder cannot be loaded cost nothing, and may be sent another time', async () => {
  const { origin, connections } = await startServer();
  const error = await failureOf(openHttp().request({ url: origin, method: 'POST', form: new FormData(), billable: true }));
  expect(error).toMatchObject({ code: 'network', billed: 'no', retryable: true, message: 'What writes forms could not be loaded; nothing was sent.' });
  expect(connections()).toBe(0);
});

it('a URL that a server named is not asked for when nobody can judge it', async () => {
  // Later than the other one: the form for Node, of which the transport is made here, is loaded with it.
  vi.doMock(import('./addresses/public-url.ts'), () => { throw new TypeError('Failed to fetch dynamically imported module'); });
  const { origin, connections } = await startServer();
  const error = await failureOf(createHttpOver(openNetwork()).request({ url: origin, zone: 'public' }));
  expect(error).toMatchObject({ code: 'network', billed: 'no', retryable: true, message: 'What checks addresses could not be loaded; nothing was sent.' });
  expect(connections()).toBe(0);
});

import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { launchChromium } from './launch-chromium.ts';
import { servePage, type PageServer } from './serve-page.ts';

const START_TIMEOUT_MS = 60_000;
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAcAAAAFCAIAAAAG+GGPAAAAJElEQVR4nGNkYGCQw0AsDEYMDAzsaAguyoeMkEVF4QhNVAaCAJ4HAuwhKDKBAAAAAElFTkSuQmCC', 'base64');
const SENT = ['prompt: a cat — кошка', `image: input.png, image/png, ${PNG.toString('base64')}`];

interface Opened {
  readonly page: Page;
  /** Number of forms that the service got. */
  readonly forms: () => number;
}

describe('a page with input images', () => {
  let browser: Browser;
  let server: PageServer;

  beforeAll(async () => {
    [browser, server] = await Promise.all([launchChromium(), servePage()]);
  }, START_TIMEOUT_MS);
  afterAll(async () => {
    await Promise.all([browser.close(), server[Symbol.asyncDispose]()]);
  });

  /** The page, and a service on an origin of its own that repeats the form that it gets. */
  async function open(): Promise<Opened> {
    let count = 0;
    const service = createServer((request, response) => {
      response.setHeader('access-control-allow-origin', '*');
      void (async () => {
        count += 1;
        const form = await new Response(new Uint8Array(await buffer(request)), { headers: { 'content-type': request.headers['content-type'] ?? '' } }).formData();
        const fields = await Promise.all([...form].map(async ([name, value]) => `${name}: ${typeof value === 'string' ? value : `${value.name}, ${value.type}, ${Buffer.from(await value.arrayBuffer()).toString('base64')}`}`));
        response.end(fields.join('\n'));
      })().catch((error: unknown) => response.writeHead(400).end(String(error)));
    });
    await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
    const address = service.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const context = await browser.newContext();
    onTestFinished(async () => {
      await context.close();
      service.closeAllConnections();
      await new Promise((resolve) => service.close(resolve));
    });
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${server.port.toString()}/inputs?service=${encodeURIComponent(`http://127.0.0.1:${port.toString()}/`)}`);
    return { page, forms: () => count };
  }

  async function answerOf(page: Page, state: 'done' | 'failed'): Promise<string> {
    await page.click('text=Paint');
    await page.waitForFunction((wanted) => document.querySelector('#state')?.textContent === wanted, state);
    return (await page.textContent('#answer')) ?? '';
  }

  it('sends a chosen file as part of a form, whatever it is called', async () => {
    const { page, forms } = await open();
    await page.setInputFiles('input[type=file]', { name: 'fox.txt', mimeType: 'text/plain', buffer: PNG });
    expect((await answerOf(page, 'done')).split('\n')).toEqual([...SENT, SENT[1]]);
    // A form of another origin needs no question in advance.
    expect(forms()).toBe(1);
  });

  it('sends a data: URL', async () => {
    const { page } = await open();
    await page.fill('input[name=text]', `data:image/png;base64,${PNG.toString('base64')}`);
    expect((await answerOf(page, 'done')).split('\n')).toEqual([...SENT, SENT[1]]);
  });

  it.each([
    ['/pictures/fox.png', 'images[0] is "/pictures/fox.png" (a page or worker cannot read the files of a machine: give the bytes, a Blob or a URL)'],
    ['http://127.0.0.1/fox.png', 'images[0] is "http://127.0.0.1/fox.png" (only URLs of the public internet are fetched'],
    ['data:text/html,<b>', 'images[0] is a data: URL of 18 characters (instead of an image came an HTML page)'],
  ])('says of %s what is wrong, and asks nobody', async (text, message) => {
    const { page, forms } = await open();
    await page.fill('input[name=text]', text);
    const error: unknown = JSON.parse(await answerOf(page, 'failed'));
    expect(error).toMatchObject({ code: 'invalid_request', billed: 'no', message: expect.stringContaining(message) as string });
    expect(forms()).toBe(0);
  });
});

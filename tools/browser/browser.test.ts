import { startSpace, type Space, type SpaceOptions } from '@hypotez/gradio-emulator';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { FOREIGN_HOST, launchChromium } from './launch-chromium.ts';
import { servePage, type PageServer } from './serve-page.ts';

const QUOTA = 'You have exceeded your free GPU quota (60s requested vs. 12s left). Try again in 0:13:21';
const START_TIMEOUT_MS = 60_000;

describe.each(['4.44.1', '5.3.0', '6.25.0'] as const)('the plugin in a page, with Gradio %s', (gradioVersion) => {
  let browser: Browser;
  let server: PageServer;
  let space: Space | undefined;
  let page: Page | undefined;
  let complaints: string[] = [];

  beforeAll(async () => {
    [browser, server] = await Promise.all([launchChromium(), servePage()]);
  }, START_TIMEOUT_MS);
  afterEach(async () => {
    await page?.context().close();
    await space?.close();
  });
  afterAll(async () => {
    await Promise.all([browser.close(), server[Symbol.asyncDispose]()]);
  });

  async function open(options: SpaceOptions = {}, query: Readonly<Record<string, string>> = {}, host = '127.0.0.1') {
    complaints = [];
    const started = await startSpace({ gradioVersion, stepMs: 20, ...options });
    const opened = await (await browser.newContext()).newPage();
    [space, page] = [started, opened];
    opened.on('pageerror', (error) => complaints.push(error.message));
    opened.on('console', (message) => (message.type() === 'error' ? complaints.push(message.text()) : undefined));
    await opened.goto(`http://${host}:${server.port.toString()}/?${new URLSearchParams({ space: started.url, ...query }).toString()}`);
    return { space: started, page: opened };
  }

  it('shows previews while it is painted, then the picture', async () => {
    const { page } = await open({ previews: true });
    await page.click('text=Paint');
    await page.waitForSelector('#previews img');
    expect(await page.locator('#picture img').count()).toBe(0);
    await hasState(page, 'done');
    expect(await widths(page, '#previews img')).toEqual([512, 512, 512, 512]);
    expect(await widths(page, '#picture img')).toEqual([512, 512]);
    // A browser tries the prefix of Gradio 5 first, and 4.x has none.
    expect(complaints.filter((text) => !text.includes('404'))).toEqual([]);
  });

  it('asks before it posts from another origin, and is let in', async () => {
    const { page, space } = await open();
    await page.click('text=Paint');
    await hasState(page, 'done');
    const posts = space.requests.filter(({ method, path }) => method !== 'GET' && path.includes('/call/infer'));
    expect(posts.slice(-2).map(({ method, headers }) => [method, headers.origin])).toEqual([
      ['OPTIONS', `http://127.0.0.1:${server.port.toString()}`],
      ['POST', `http://127.0.0.1:${server.port.toString()}`],
    ]);
  });

  it('stops when it is told to, and has the job cancelled', async () => {
    const { page, space } = await open({ stepMs: 500 }, { steps: '50' });
    await page.click('text=Paint');
    await page.waitForFunction(() => document.querySelector('#state')?.textContent.startsWith('step'));
    await page.click('text=Stop');
    await hasState(page, 'failed');
    expect(await errorOf(page)).toMatchObject({ name: 'AbortedError', code: 'aborted' });
    await expect.poll(() => space.requests.some(({ method, path }) => method === 'POST' && path.endsWith('/cancel'))).toBe(true);
    // The 50 steps would take longer than this test may; only a queue that is free again paints at once.
    await page.goto(page.url().replace('steps=50', 'steps=2'));
    await page.click('text=Paint');
    await hasState(page, 'done');
  });

  it('gets the typed error of a used-up quota', async () => {
    const { page } = await open({}, { function: 'fail_shown' });
    await page.fill('input', QUOTA);
    await page.click('text=Paint');
    await hasState(page, 'failed');
    expect(await errorOf(page)).toMatchObject({ code: 'quota_exceeded', billed: 'no', retryAfterMs: 801_000 });
  });

  it('gets a network error where Gradio does not let its origin in', async () => {
    const { page } = await open({}, {}, FOREIGN_HOST);
    await page.click('text=Paint');
    await hasState(page, 'failed');
    expect(await errorOf(page)).toMatchObject({ name: 'NetworkError', code: 'network' });
    expect(complaints.join()).toContain('CORS');
  });
});

async function hasState(page: Page, state: string): Promise<void> {
  await page.waitForFunction((wanted) => document.querySelector('#state')?.textContent === wanted, state);
}

/** The widths of pictures as they are shown, each awaited. */
async function widths(page: Page, selector: string): Promise<readonly number[]> {
  return page.locator(selector).evaluateAll((images) =>
    Promise.all(
      images.map(async (image) => {
        if (!(image instanceof HTMLImageElement)) return 0;
        await image.decode();
        return image.naturalWidth;
      }),
    ),
  );
}

async function errorOf(page: Page): Promise<unknown> {
  return JSON.parse((await page.textContent('#error')) ?? 'null') as unknown;
}

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { bundlePage } from './bundle-page.ts';

/** The page on a server of its own, so on another origin than any Space. */
export interface PageServer extends AsyncDisposable {
  readonly port: number;
}

/** Bundles the page and serves it on 127.0.0.1, on a free port. Rejects when it cannot be bundled. */
export async function servePage(): Promise<PageServer> {
  const [html, scripts] = await Promise.all([readFile(new URL('page/index.html', import.meta.url), 'utf8'), bundlePage()]);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const script = scripts.get(pathname.slice(1));
    if (pathname !== '/' && script === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': script === undefined ? 'text/html' : 'text/javascript' }).end(script ?? html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => {
        resolve();
      });
      server.closeAllConnections();
    });
  return { port: typeof address === 'object' && address !== null ? address.port : 0, [Symbol.asyncDispose]: close };
}

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { bundlePage } from './bundle-page.ts';

/** The pages on a server of its own, so on another origin than any Space. */
export interface PageServer extends AsyncDisposable {
  readonly port: number;
}

/** Bundles the pages and serves them on 127.0.0.1, on a free port. Rejects when it cannot be bundled. */
export async function servePage(): Promise<PageServer> {
  const read = (name: string): Promise<string> => readFile(new URL(`page/${name}`, import.meta.url), 'utf8');
  const [index, inputs, scripts] = await Promise.all([read('index.html'), read('inputs.html'), bundlePage()]);
  const pages = new Map([['/', index], ['/inputs', inputs]]);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const script = scripts.get(pathname.slice(1));
    const page = pages.get(pathname);
    if (page === undefined && script === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': script === undefined ? 'text/html' : 'text/javascript' }).end(script ?? page);
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

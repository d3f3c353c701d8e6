import type { Route } from './route.ts';

/** A route and the groups of its path; or the method that the path has instead; or nothing. */
export type Found =
  | { readonly kind: 'route'; readonly route: Route; readonly parameters: Readonly<Record<string, string>> }
  | { readonly kind: 'other-method'; readonly allow: string }
  /** The path answers with a slash more or less at its end. */
  | { readonly kind: 'other-slash'; readonly pathname: string }
  | { readonly kind: 'none' };

/** Finds what answers a path. As in Gradio the first route of a path names the allowed method. */
export function findRoute(routes: readonly Route[], method: string, pathname: string): Found {
  const path = decodePath(pathname);
  let allow: string | undefined;
  for (const route of routes) {
    const match = route.path.exec(path);
    if (match === null) continue;
    if (route.method === method) return { kind: 'route', route, parameters: { ...match.groups } };
    allow ??= route.method;
  }
  if (allow !== undefined) return { kind: 'other-method', allow };
  const other = pathname.endsWith('/') ? pathname.replace(/\/+$/, '') : `${pathname}/`;
  const isRoute = routes.some((route) => route.path.test(decodePath(other)));
  return isRoute ? { kind: 'other-slash', pathname: other } : { kind: 'none' };
}

function decodePath(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}

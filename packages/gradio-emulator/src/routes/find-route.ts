import type { Route } from './route.ts';

/** A route and the groups of its path; or the method that the path has instead; or nothing. */
export type Found =
  | { readonly kind: 'route'; readonly route: Route; readonly parameters: Readonly<Record<string, string>> }
  | { readonly kind: 'other-method'; readonly allow: string }
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
  return allow === undefined ? { kind: 'none' } : { kind: 'other-method', allow };
}

function decodePath(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}

import type { Finding } from './finding.ts';

/** The oldest Node.js that runs hypotez; the package's `engines` say the same. */
export const OLDEST_NODE = '22.12.0';

/** Looks whether a version of Node.js, such as `24.21.0`, is new enough. */
export function checkNode(version: string): Finding {
  if (version.localeCompare(OLDEST_NODE, 'en', { numeric: true }) >= 0) return { check: 'node', status: 'ok', message: version };
  return {
    check: 'node',
    status: 'broken',
    message: `${version} is older than ${OLDEST_NODE}.`,
    advice: 'Install a newer Node.js, see https://nodejs.org.',
    code: 'invalid_configuration',
  };
}

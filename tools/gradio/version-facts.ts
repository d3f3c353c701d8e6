/** What a client has to expect of a release. */
export interface VersionFacts {
  /** Whether the routes have no `/gradio_api` before them. */
  readonly hasNoPrefix: boolean;
  /** Whether the plain flow says why a job failed. */
  readonly showsErrorOnCall: boolean;
}

/** The facts about a release such as `5.3.0`. */
export function versionFacts(version: string): VersionFacts {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return { hasNoPrefix: major < 5, showsErrorOnCall: major > 6 || (major === 6 && minor >= 13) };
}

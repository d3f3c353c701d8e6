import { playScript, type Script, type Step } from '../server/step.ts';

/** Plays a script that is known only when it is played, such as one that follows from the form of the request. */
export function later(script: () => Promise<Script>): Step {
  return async (connection) => playScript(await script(), connection);
}

import { contentOf } from '../space/job-content.ts';
import { requireWhole } from './require-whole.ts';
import type { Generate, MakeSubject, SubjectOptions } from './subject.ts';

/** What is compared; each is loaded only in the process that measures it. */
const SUBJECTS = {
  hand: async (): Promise<MakeSubject> => (await import('./hand-written-loop.ts')).handWritten,
  plugin: async (): Promise<MakeSubject> => (await import('./framework.ts')).plugin,
  registry: async (): Promise<MakeSubject> => (await import('./framework.ts')).registry,
  gradio: async (): Promise<MakeSubject> => (await import('./gradio-client.ts')).gradioClient,
};

/** Name of a subject. */
export type SubjectName = keyof typeof SUBJECTS;

/** Tells whether there is a subject of this name. */
export function isSubject(name: string | undefined): name is SubjectName {
  return name !== undefined && Object.hasOwn(SUBJECTS, name);
}

/** Makes a subject that throws where it did not receive exactly what the job holds, so that nobody is compared for less. */
export async function makeSubject(name: SubjectName, options: SubjectOptions): Promise<Generate> {
  const generate = (await SUBJECTS[name]())(options);
  const content = contentOf(options.kind);
  return async (prompt) => {
    const tally = await generate(prompt);
    requireWhole(name, tally, content);
    return tally;
  };
}

import type { Subject } from './subject.ts';

/** Who is compared; each is loaded only in the process that runs it. */
const SUBJECTS = {
  openai: async (): Promise<Subject> => (await import('./openai-sdk.ts')).openaiSdk,
  'ai-sdk': async (): Promise<Subject> => (await import('./ai-sdk.ts')).aiSdk,
  gradio: async (): Promise<Subject> => (await import('./gradio-client.ts')).gradioClient,
  'our-images': async (): Promise<Subject> => (await import('./our-images.ts')).ourImages,
  'our-queue': async (): Promise<Subject> => (await import('./our-queue.ts')).ourQueue,
};

/** Name of a subject. */
export type SubjectName = keyof typeof SUBJECTS;

/** Tells whether there is a subject of this name. */
export function isSubject(name: unknown): name is SubjectName {
  return typeof name === 'string' && Object.hasOwn(SUBJECTS, name);
}

/** Loads a subject. */
export function loadSubject(name: SubjectName): Promise<Subject> {
  return SUBJECTS[name]();
}

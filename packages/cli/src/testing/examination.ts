import type { Examination } from '../diagnosis/examination.ts';
import { fakeHttp, type FakeAnswer, type FakeHttp } from './fake-http.ts';

/** An examination of a Space of Hugging Face that answers as it is told. */
export function examinationWith(answers: Readonly<Record<string, FakeAnswer | Error>>, changes: Partial<Examination> = {}): Examination & { readonly http: FakeHttp } {
  return { url: 'https://owner-space.hf.space', isSpace: true, signal: new AbortController().signal, timeoutMs: 1000, ...changes, http: fakeHttp(answers) };
}

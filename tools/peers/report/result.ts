import type { PeerCase } from '../cases/peer-case.ts';
import type { Verdict } from '../judgement/judge.ts';
import type { Observation } from '../judgement/observation.ts';
import type { SubjectName } from '../subjects/subjects.ts';

/** What one subject made of one case. */
export interface Result {
  readonly peerCase: PeerCase;
  readonly subject: SubjectName;
  readonly observation: Observation;
  readonly verdict: Verdict;
}

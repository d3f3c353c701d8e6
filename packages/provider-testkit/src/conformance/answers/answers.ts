import type { RequestPart } from '../../wires/service-wire.ts';
import type { Script } from '../../server/step.ts';

/** Makes another answer out of the healthy one. */
export type ChangedAnswer = (healthy: Script) => Script;

/** What is answered otherwise than by a healthy service; `news` is the answer that a job's news come in. */
export type Answers = Readonly<Partial<Record<RequestPart | 'news', ChangedAnswer | undefined>>>;

import { EXAMPLE_PNG_BASE64, requestsOf, type FaultServer } from '@hypotez/provider-testkit';
import { setTimeout as wait } from 'node:timers/promises';
import { startFaultyService } from '../../faults/world/faulty-service.ts';
import { DEADLINE_MS, type PeerCase } from '../cases/peer-case.ts';
import type { Task } from '../child/task.ts';
import type { Observation } from '../judgement/observation.ts';
import type { SubjectName } from '../subjects/subjects.ts';
import { PICTURE_PATH } from '../wires/space-wire.ts';
import { wires } from '../wires/wires.ts';
import { addressOf } from './place.ts';
import { watchChild } from './watch-child.ts';

/** How long after the end a crash, an open connection and a cancelled job are still looked for. */
const AFTERWARDS_MS = 1000;

/**
 * Runs a case with one subject, in a process of its own against a server of its own.
 *
 * @param program the compiled child, where the subject is installed.
 */
export async function runCase(peerCase: PeerCase, subject: SubjectName, program: string): Promise<Observation> {
  const { wire, form } = wires[peerCase.wire];
  await using foreign = await startFaultyService({ setUp: {} }, wire);
  const setUp = peerCase.setUp(foreign);
  await using server = await startFaultyService({ setUp }, wire);
  const task: Task = {
    subject, form,
    url: await addressOf(setUp, server),
    act: peerCase.act ?? 'generate',
    n: peerCase.n ?? 1,
    retries: peerCase.retries ?? false,
    hasShortTimers: !(peerCase.hasOwnTimers ?? false),
    expected: { base64: EXAMPLE_PNG_BASE64, path: PICTURE_PATH },
  };
  await using child = watchChild(program, task, () => { server.cut(); });
  const watchedMs = peerCase.watchMs ?? peerCase.deadlineMs ?? DEADLINE_MS;
  await Promise.race([child.ended, child.ready.then(() => wait(watchedMs, undefined, { ref: false }))]);
  await Promise.race([child.died, wait(AFTERWARDS_MS)]);
  return {
    ...child.seen(),
    watchedMs,
    pulledBytes: server.bytesPulled,
    busySockets: server.busySockets,
    starts: requestsOf(server, wire, 'start').length,
    cancels: requestsOf(server, wire, 'cancel').length,
    foreign: requestTexts(foreign),
  };
}

function requestTexts({ requests }: FaultServer): readonly string[] {
  return requests.map(({ head, body }) => `${head}${body}`);
}

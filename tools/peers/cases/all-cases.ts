import { wires, type WireName } from '../wires/wires.ts';
import { attackCases } from './attack-cases.ts';
import { casesFromTable } from './from-table.ts';
import { imageCases } from './image-cases.ts';
import { leavingCases } from './leaving-cases.ts';
import type { PeerCase } from './peer-case.ts';
import { retryCases } from './retry-cases.ts';
import { secretCases } from './secret-cases.ts';
import { spaceCases } from './space-cases.ts';

/** Cases that stand together in the table. */
export interface Chapter {
  readonly title: string;
  readonly cases: readonly PeerCase[];
}

/** The chapters of the comparison, in the order of the table. */
export function allCases(): readonly Chapter[] {
  const faults = [...imageCases, ...spaceCases, ...casesFromTable()].toSorted(byControlAndNumber);
  const on = (wire: WireName): Chapter => ({ title: wires[wire].title, cases: faults.filter((one) => one.wire === wire) });
  return [
    on('images'),
    on('images-stream'),
    on('space'),
    { title: 'Stopping and leaving', cases: leavingCases },
    { title: 'Retries as each has them by itself', cases: retryCases },
    { title: 'Attacks: memory above that before the work, at its peak', cases: attackCases },
    { title: 'Secrets', cases: secretCases },
  ];
}

/** Controls first, then by the number of the fault, which the title begins with. */
function byControlAndNumber(one: PeerCase, other: PeerCase): number {
  return Number(other.isControl ?? false) - Number(one.isControl ?? false) || Number.parseInt(one.title, 10) - Number.parseInt(other.title, 10) || 0;
}

import type { CallerAct } from '@hypotez/provider-testkit';
import type { World } from '../world/open-world.ts';
import { abortAt } from './abort.ts';
import { collect } from './collect.ts';
import { drop, leave, neverRead } from './leave.ts';
import type { Outcome } from './outcome.ts';
import { askForFour, runTogether, runTwice } from './repeat.ts';
import { runOutOfFiles } from './run-out-of-files.ts';

const DAY_MS = 24 * 3600 * 1000;

/** Does what the caller of a case does. */
export function play(act: CallerAct | undefined, world: World): Promise<Outcome> {
  const { subject, request, clock, controller: { signal } } = world;
  switch (act) {
    case undefined:
      return collect(subject.generate(request), signal);
    case 'run twice':
      return runTwice(world, false);
    case 'run twice, cut between':
      return runTwice(world, true);
    case 'run two together':
      return runTogether(world);
    case 'ask for four':
      return askForFour(world);
    case 'break':
    case 'return':
    case 'throw':
      return leave(act, world);
    case 'drop':
      return drop(world);
    case 'never read':
      return neverRead(world);
    case 'date forward':
      return collect(subject.generate(request), signal, () => { clock.shiftDate(DAY_MS); });
    case 'date back':
      return collect(subject.generate(request), signal, () => { clock.shiftDate(-DAY_MS); });
    case 'run out of files':
      return runOutOfFiles(world);
    default:
      return abortAt(act, world);
  }
}

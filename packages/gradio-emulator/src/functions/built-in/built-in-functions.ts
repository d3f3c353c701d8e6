import type { SpaceFunction } from '../space-function.ts';
import { failHidden, failMidway, failShown, failTitled } from './failures.ts';
import { gallery } from './gallery.ts';
import { createInfer } from './infer.ts';
import { link, log, nothing, update } from './shapes.ts';
import { slow, slowStream } from './slow.ts';

/** The functions every Space has: SD 3.5's `infer`, and one for each way in which a Space may answer. */
export function builtInFunctions(previews: boolean): Readonly<Record<string, SpaceFunction>> {
  return {
    infer: createInfer({ progress: true, previews }),
    preview: createInfer({ progress: false, previews: true }),
    gallery,
    log,
    update,
    nothing,
    link,
    fail_shown: failShown,
    fail_titled: failTitled,
    fail_hidden: failHidden,
    fail_midway: failMidway,
    slow,
    slow_stream: slowStream,
  };
}

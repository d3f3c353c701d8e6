import type { ZeroGpuFailure } from '../../zero-gpu/zero-gpu-failures.ts';
import type { SpaceFunction } from '../space-function.ts';
import { failHidden, failMidway, failShown, failTitled } from './failures.ts';
import { gallery } from './gallery.ts';
import { createInfer } from './infer.ts';
import { link, log, nothing, update } from './shapes.ts';
import { rest, slow, slowStream } from './slow.ts';
import { oddNumber, spell, warn } from './texts.ts';

/** What changes the built-in functions. */
export interface BuiltInOptions {
  /** Whether `infer` yields previews. Default false. */
  readonly previews?: boolean;
  /** How `infer` and `preview` fail; without it they paint. */
  readonly zeroGpu?: ZeroGpuFailure;
}

/** The functions every Space has: SD 3.5's `infer`, and one for each way in which a Space may answer. */
export function builtInFunctions({ previews = false, zeroGpu }: BuiltInOptions = {}): Readonly<
  Record<string, SpaceFunction>
> {
  return {
    infer: createInfer({ progress: true, previews, zeroGpu }),
    preview: createInfer({ progress: false, previews: true, zeroGpu }),
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
    rest,
    spell,
    odd_number: oddNumber,
    warn,
  };
}

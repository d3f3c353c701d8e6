import { randomBytes } from 'node:crypto';
import { LARGE_CHARACTERS, LARGE_DIGITS, LARGE_PREFIX, STEPS, contentOf, pathOf, type JobKind } from './job-content.ts';

/** How later previews come: whole, as `/call` asks for them, or as differences to the one before, as `/queue/join` does. */
export type PreviewForm = 'whole' | 'diffs';

/** One message, in parts that are written one after the other. The first part goes on behind the id of the job. */
export type Message = readonly [string, ...(string | Buffer)[]];

const LARGE_PICTURE = Buffer.from(randomBytes((LARGE_CHARACTERS / 4) * 3).toString('base64'));
/** Stands for the large picture until the text is cut there. */
const MARK = '<picture>';

/** The messages of a job as Gradio 6 writes them to `/queue/data`, from `estimation` to `process_completed`. */
export function cannedJob(kind: JobKind, form: PreviewForm, root: string): readonly Message[] {
  const steps = Array.from({ length: contentOf(kind).steps }, (_, index) => ({
    msg: 'progress',
    progress_data: [{ index: index + 1, length: STEPS, unit: 'steps', progress: null, desc: 'Denoising' }],
  }));
  const previews = Array.from({ length: contentOf(kind).previews }, (_, index) => ({
    msg: 'process_generating',
    output: output(kind === 'previews' ? largePreview(index, form) : smallPreview(index, form, root), true),
    success: true,
  }));
  // A preview after every tenth step but the last; where there are no steps, one after the other.
  const work = steps.length === 0 ? previews : steps.flatMap((step, index) => {
    const preview = previews[(index + 1) / 10 - 1];
    return preview === undefined ? [step] : [step, preview];
  });
  const result = { success: true, title: null, used_cache: null, cache_duration: 21, avg_time: 21 };
  return [
    { msg: 'estimation', rank: 0, queue_size: 1, rank_eta: 21.5 },
    { msg: 'process_starts', eta: 21.5 },
    ...work,
    { msg: 'process_completed', output: output([file('image', root), 42], false), ...result },
  ].map(encode);
}

/** Cut at the place of the picture, and without the brace at the beginning, where the id goes. */
function encode(message: object): Message {
  const [first = '', ...rest] = `${JSON.stringify(message).slice(1)}\n\n`.split(MARK);
  return [first, ...rest.flatMap((part) => [LARGE_PICTURE, part])];
}

function output(data: readonly unknown[], isGenerating: boolean): object {
  return { data, is_generating: isGenerating, duration: 21, average_duration: 21, render_config: null, changed_state_ids: [] };
}

function smallPreview(index: number, form: PreviewForm, root: string): readonly unknown[] {
  const whole = file(`step-${((index + 1) * 10).toString()}`, root);
  if (form === 'whole' || index === 0) return [whole, 42];
  return [(['path', 'url', 'orig_name'] as const).map((key) => ['replace', [key], whole[key]]), []];
}

function largePreview(index: number, form: PreviewForm): readonly unknown[] {
  const url = largeUrl(index);
  if (form === 'diffs' && index > 0) return [[['replace', ['url'], url]], []];
  return [{ path: null, url, size: null, orig_name: null, mime_type: 'image/webp', is_stream: false, meta: { _type: 'gradio.FileData' } }, 42];
}

/** Each one differs from the others, else there would be nothing to send as a difference. */
function largeUrl(index: number): string {
  return `${LARGE_PREFIX}${index.toString().padStart(LARGE_DIGITS, '0')}${MARK}`;
}

function file(name: string, root: string) {
  const path = pathOf(name);
  const url = `${root}/gradio_api/file=${path}`;
  return { path, url, size: null, orig_name: `${name}.png`, mime_type: null, is_stream: false, meta: { _type: 'gradio.FileData' } };
}

/** Id of every job: the sessions tell them apart. */
export const EVENT_ID = '0123456789abcdef0123456789abcdef';

/** What one generation sends: 50 steps as of SD 3.5 Large, a preview after every tenth but the last. */
export const STEPS = 50;
export const PREVIEWS = 4;

/** The messages of one job as Gradio 6 writes them to `/queue/data`, one piece of the body each. */
export function cannedStream(): readonly Buffer[] {
  const steps = Array.from({ length: STEPS }, (_, index) => [
    { msg: 'progress', progress_data: [{ index: index + 1, length: STEPS, unit: 'steps', progress: null, desc: 'Denoising' }] },
    ...(index % 10 === 9 && index < PREVIEWS * 10 ? [{ msg: 'process_generating', output: output(`step-${(index + 1).toString()}`, true), success: true }] : []),
  ]).flat();
  const messages = [
    { msg: 'estimation', rank: 0, queue_size: 1, rank_eta: 21.5 },
    { msg: 'process_starts', eta: 21.5 },
    ...steps,
    { msg: 'process_completed', output: output('image', false), success: true, title: null, used_cache: null, cache_duration: 21, avg_time: 21 },
  ];
  const texts = [...messages.map((message) => ({ event_id: EVENT_ID, ...message })), { msg: 'close_stream', event_id: null }];
  return texts.map((message) => Buffer.from(`data: ${JSON.stringify(message)}\n\n`));
}

function output(name: string, isGenerating: boolean): object {
  const path = `/tmp/gradio/3f1c9a5be07d4c2f8a6b/${name}.webp`;
  const url = `http://127.0.0.1/gradio_api/file=${path}`;
  const file = { path, url, size: null, orig_name: `${name}.webp`, mime_type: null, is_stream: false, meta: { _type: 'gradio.FileData' } };
  return { data: [file, 42], is_generating: isGenerating, duration: 21, average_duration: 21, render_config: null, changed_state_ids: [] };
}

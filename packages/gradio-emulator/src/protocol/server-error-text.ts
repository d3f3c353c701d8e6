import type { GradioRelease } from '../versions/gradio-release.ts';

/** The body of a 500: a Python traceback that ends in `error`, or what other releases show instead. */
export function serverErrorText(release: GradioRelease, error: string): string {
  if (!release.errors.showsTraceback) return 'Internal Server Error';
  const frames = [
    '  File "/usr/local/lib/python3.10/site-packages/starlette/middleware/errors.py", line 165, in __call__',
    '    await self.app(scope, receive, _send)',
    '  File "/usr/local/lib/python3.10/site-packages/gradio/routes.py", line 1014, in simple_predict_post',
  ];
  return `Traceback (most recent call last):\n${frames.join('\n')}\n${error}\n`;
}

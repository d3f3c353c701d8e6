/** Options by the name of the request's field, where the two differ. */
const OPTIONS: Readonly<Record<string, string>> = {
  prompt: 'the prompt',
  messages: 'the prompt',
  negativePrompt: '--negative',
  aspectRatio: '--aspect',
  numInferenceSteps: '--steps',
  guidanceScale: '--guidance',
  images: '--image',
  timeoutMs: '--timeout',
  apiKey: '--token or HF_TOKEN',
};

/** What a field of a request is called on the command line: `--steps` for `numInferenceSteps`. */
export function optionOfField(field: string): string {
  return OPTIONS[field.split(/[.[]/u, 1)[0] ?? ''] ?? `--${field}`;
}

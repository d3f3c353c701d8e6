export { openAiCompatible } from './open-ai-compatible.ts';
export type { OpenAiCompatibleOptions, ServedModels } from './open-ai-compatible-options.ts';
export { OpenAiCompatibleProvider } from './open-ai-compatible-provider.ts';
export type { Dialect } from './request-fields.ts';

export { StabilityAI_SD35Large, type StabilityAiSd35Options } from './stability-ai-sd35-large.ts';
export { stabilityAiSd35 } from './stability-ai-sd35.ts';

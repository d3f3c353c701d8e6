// A public entry of its own: bundlers put what the index names into the part of a page that is loaded first.
export { stageError } from './space-states.ts';
export { zeroGpuError } from './zero-gpu-error.ts';

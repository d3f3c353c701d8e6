// What a run needs only when it fails, and the check of the signature: one module, loaded at its first use. One, because
// bundlers cut what several such modules share with the rest of a page into more pieces, which weigh more than they save.
export { refusalError } from './errors/refusal-error.ts';
export { zeroGpuError } from './errors/zero-gpu-error.ts';
export { checkSignature } from './signature/check-signature.ts';

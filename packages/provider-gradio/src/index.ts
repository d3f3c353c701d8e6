export { GradioClient, type Submission } from './client/gradio-client.ts';
export type { UploadedFiles } from './client/upload-files.ts';
export type { StreamKind } from './client/space-memory.ts';
export { isHuggingFaceSpace } from './client/is-hugging-face-space.ts';
export type { Space } from './client/space.ts';

export { GpuTaskAbortedError } from './errors/gpu-task-aborted-error.ts';
export { IllegalDurationError } from './errors/illegal-duration-error.ts';
export { NoGpuError } from './errors/no-gpu-error.ts';
export { QueueFullError } from './errors/queue-full-error.ts';
export { SpaceBrokenError } from './errors/space-broken-error.ts';
export { SpaceBuildingError } from './errors/space-building-error.ts';
export { SpacePausedError } from './errors/space-paused-error.ts';
export { SpacePrivateError } from './errors/space-private-error.ts';
export { SpaceSleepingError } from './errors/space-sleeping-error.ts';
export { stageError } from './errors/stage-error.ts';
export { zeroGpuError } from './errors/zero-gpu-error.ts';

export type { FinalOutput, JobEvent, JobOutput, PartialOutput } from './events/job-event.ts';

export type { FittedFunction, WantedFunction } from './fitting/fit-function.ts';

export type { FileData } from './files/file-data.ts';
export { imageUrls } from './files/image-urls.ts';
export type { FileRoot } from './files/file-url.ts';

export { GradioSpaceProvider, type SignatureRequest, type SpaceOutput } from './provider/gradio-space-provider.ts';
export type { GradioSpaceOptions, SpacePlace } from './provider/gradio-space-options.ts';
export { requireInputMapping } from './provider/require-input-mapping.ts';
export type { SpaceFunction } from './provider/space-function.ts';
export { SPACE_FIELDS, type InputMapping, type SpaceComponent, type SpaceConstant, type SpaceField, type SpaceInput } from './provider/space-input.ts';

export type { SignatureReport } from './signature/check-signature.ts';
export type { SignatureDifference } from './signature/compare-inputs.ts';

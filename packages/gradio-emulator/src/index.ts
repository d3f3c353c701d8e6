export type {
  Checkbox,
  Gallery,
  ImageBox,
  NumberBox,
  Slider,
  SpaceComponent,
  Textbox,
} from './components/space-component.ts';
export { spaceStates, type SpaceState } from './edge/space-states.ts';
export type {
  LogStep,
  OutputsStep,
  ProgressStep,
  SpaceCall,
  SpaceFunction,
  SpaceGalleryItem,
  SpaceImage,
  SpaceStep,
  SpaceUpdate,
  SpaceValue,
} from './functions/space-function.ts';
export { SpaceError, type SpaceErrorOptions } from './functions/space-error.ts';
export type { Login } from './space/login-gate.ts';
export type { RecordedRequest, Space, SpaceOptions } from './space/space-options.ts';
export { startSpace } from './space/start-space.ts';
export { defaultGradioVersion, gradioVersions, type GradioVersion } from './versions/gradio-versions.ts';
export {
  zeroGpuFailures,
  zeroGpuFailureText,
  type ZeroGpuFailure,
  type ZeroGpuFailureText,
} from './zero-gpu/zero-gpu-failures.ts';

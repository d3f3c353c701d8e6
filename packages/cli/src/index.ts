export type { CommandIo, OutputStream, SignalSource } from './command/command-io.ts';
export { run } from './command/run.ts';
export type { EmbeddedSpace, PictureSource, PluginSettings, Services } from './command/services.ts';
export { EXIT_CODES, OWN_EXIT_CODES } from './errors/exit-codes.ts';

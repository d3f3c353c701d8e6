export type { CommandIo, InputStream, OutputStream, SignalSource } from './process/command-io.ts';
export { run } from './command-line/run.ts';
export type { EmbeddedSpace, PictureSource, PluginSettings, Services, SpaceSettings } from './services/services.ts';
export { EXIT_CODES, OWN_EXIT_CODES } from './errors/exit-codes.ts';

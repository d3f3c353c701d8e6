import type { PluginFault } from './plugin-state.ts';

/** A plugin cannot be used; told by its state, never thrown at an application. */
export class PluginFailure extends Error {
  override readonly name = 'PluginFailure';
  readonly fault: PluginFault;

  constructor(fault: PluginFault, reason: string) {
    super(reason);
    this.fault = fault;
  }
}

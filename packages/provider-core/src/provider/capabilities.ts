/** What a model and its service can do, as data. Options with a range are in the bounds instead: those that a model lacks are missing there. */
export interface Capabilities {
  /** Pictures that are not finished come while it works. */
  readonly previews: boolean;
  /** It tells how far it is, in steps or as a fraction. */
  readonly progress: boolean;
  /** It tells the place in its queue. */
  readonly queuePosition: boolean;
  /** The service is told to stop when a run is left. */
  readonly remoteCancel: boolean;
  /** The seed that was used is in the result, also when the service chose it. */
  readonly seedInAnswer: boolean;
  readonly negativePrompt: boolean;
  /** Most input images; 0 for none. */
  readonly imageInput: number;
  /** A mask says which part of the first input image may change. */
  readonly mask: boolean;
  /** How far the picture may go from the input image can be said. */
  readonly strength: boolean;
}

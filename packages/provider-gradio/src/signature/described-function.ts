/** One input or output component of a function, as a Space's `/config` describes it. */
export interface DescribedComponent {
  /** Kind, such as `slider`; `unknown` where it is not told. */
  readonly type: string;
  /** Label that people see; empty without one. */
  readonly label: string;
  /** Smallest number of a slider or a number box. */
  readonly minimum?: number | undefined;
  /** Largest number of a slider or a number box. */
  readonly maximum?: number | undefined;
  /** Step of a slider. */
  readonly step?: number | undefined;
  /** What can be chosen in a dropdown or a radio, as it is sent. */
  readonly choices?: readonly unknown[] | undefined;
  /** What the page shows at first; `undefined` or null without it. */
  readonly value?: unknown;
}

/** One input of a function: its component, and what `/info` says of its parameter. */
export interface DescribedInput extends DescribedComponent {
  /** Name of the parameter; `undefined` where `/info` did not tell it. */
  readonly name?: string | undefined;
  /** Whether the function can do without a value; false where it is not known. */
  readonly hasDefault: boolean;
  /** The value that stands for it then. */
  readonly default?: unknown;
}

/** A function of a Space. */
export interface DescribedFunction {
  /** Name by which it is called, without a slash. */
  readonly apiName: string;
  /** Whether its author shows it to programs. */
  readonly isPublic: boolean;
  /** Whether it may put out results that are not finished. */
  readonly isGenerator: boolean;
  /** Whether `/info` told the names of the parameters; it fails on some Gradios that work otherwise. */
  readonly hasNames: boolean;
  readonly inputs: readonly DescribedInput[];
  readonly outputs: readonly DescribedComponent[];
}

/** What a Space says of itself. */
export interface SpaceDescription {
  /** Version of Gradio, when it tells. */
  readonly gradioVersion?: string | undefined;
  /** Prefix of the API's routes: `/gradio_api`, or nothing on Gradio 4. */
  readonly prefix: string;
  readonly functions: readonly DescribedFunction[];
}

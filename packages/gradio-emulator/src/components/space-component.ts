/** A line of text. */
export interface Textbox {
  readonly type: 'textbox';
  readonly label: string;
  /** Value when the caller gives none; without it the input is required. */
  readonly value?: string;
  readonly placeholder?: string;
  /** Default true. */
  readonly visible?: boolean;
}

/** A yes or no. */
export interface Checkbox {
  readonly type: 'checkbox';
  readonly label: string;
  /** Default false. */
  readonly value?: boolean;
}

/** A number with bounds. Gradio 5.3 shows the bounds to callers but does not check them. */
export interface Slider {
  readonly type: 'slider';
  readonly label: string;
  readonly minimum: number;
  readonly maximum: number;
  /** A step with a fraction makes the bounds Python floats (`0.0`). */
  readonly step: number;
  readonly value: number;
}

/** A number without bounds. */
export interface NumberBox {
  readonly type: 'number';
  readonly label: string;
  /** Value when the caller gives none; without it the input is required. */
  readonly value?: number;
}

/** A picture; an output takes a `SpaceImage`, the URL of one, or null. */
export interface ImageBox {
  readonly type: 'image';
  readonly label: string;
}

/** Pictures with captions; an output takes a list of `SpaceGalleryItem`. */
export interface Gallery {
  readonly type: 'gallery';
  readonly label: string;
}

/** Part of a Gradio interface, as data. One object used in several places is one component of the app. */
export type SpaceComponent = Textbox | Checkbox | Slider | NumberBox | ImageBox | Gallery;

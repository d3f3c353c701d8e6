import { sliderNumber } from '../components/slider-number.ts';
import type { SpaceComponent } from '../components/space-component.ts';
import type { SpaceImage, SpaceValue } from '../functions/space-function.ts';
import { PythonFloat, type PythonValue } from '../protocol/python-value.ts';
import type { FileFacts } from '../versions/gradio-release.ts';
import { fileData } from './file-data.ts';
import type { FileStore } from './file-store.ts';
import { guessMediaType } from './media-type.ts';

/** Turns the values of a function into the `data` of a message, storing the pictures among them. */
export class OutputData {
  readonly #files: FileStore;
  readonly #facts: FileFacts;
  readonly #fileUrl: (path: string) => string;

  /** `fileUrl` makes the public URL of a stored path. */
  constructor(files: FileStore, facts: FileFacts, fileUrl: (path: string) => string) {
    this.#files = files;
    this.#facts = facts;
    this.#fileUrl = fileUrl;
  }

  /**
   * Throws a `TypeError` when the number of values is not the number of outputs.
   *
   * `floats` are the whole numbers that came as floats: Python hands them back as such.
   */
  write(outputs: readonly SpaceComponent[], values: readonly SpaceValue[], floats: ReadonlySet<number>): PythonValue[] {
    if (values.length !== outputs.length) {
      throw new TypeError(
        `The function has ${outputs.length.toString()} outputs and gave ${values.length.toString()}.`,
      );
    }
    return outputs.map((output, index) => {
      const value = values[index] ?? null;
      return typeof value === 'number' && floats.has(value) ? new PythonFloat(value) : this.#value(output, value);
    });
  }

  #value(component: SpaceComponent, value: SpaceValue): PythonValue {
    if (typeof value === 'string') return component.type === 'image' ? fileData(value, value, null) : value;
    // A slider without a value stands at its lower end.
    if (value === null) return component.type === 'slider' ? sliderNumber(component, component.minimum) : null;
    if (typeof value !== 'object') return value;
    if ('update' in value) return { value: this.#value(component, value.update), __type__: 'update' };
    if ('bytes' in value) return this.#image(value, value.name ?? 'image.png');
    // Gradio names the files of an image output but not those of a gallery.
    return value.map(({ image, caption }) => ({
      image: typeof image === 'string' ? this.#link(image) : this.#image(image, null),
      caption,
    }));
  }

  // What lies elsewhere is handed on as it is, under the last piece of its path.
  #link(url: string): PythonValue {
    const name = /^[^?#]*\/([^/?#]*)/.exec(url)?.[1] ?? url;
    const type = this.#facts.guessesLinkType ? guessMediaType(url) : undefined;
    return fileData(url, url, name, type ?? null);
  }

  #image(image: SpaceImage, originalName: string | null): PythonValue {
    const path = this.#files.add(image);
    return fileData(path, this.#fileUrl(path), originalName);
  }
}

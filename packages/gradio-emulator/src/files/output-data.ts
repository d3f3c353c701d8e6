import type { SpaceComponent } from '../components/space-component.ts';
import type { SpaceImage, SpaceValue } from '../functions/space-function.ts';
import type { PythonValue } from '../protocol/python-value.ts';
import { fileData } from './file-data.ts';
import type { FileStore } from './file-store.ts';

/** Turns the values of a function into the `data` of a message, storing the pictures among them. */
export class OutputData {
  readonly #files: FileStore;
  readonly #fileUrl: (path: string) => string;

  /** `fileUrl` makes the public URL of a stored path. */
  constructor(files: FileStore, fileUrl: (path: string) => string) {
    this.#files = files;
    this.#fileUrl = fileUrl;
  }

  /** Throws a `TypeError` when the number of values is not the number of outputs. */
  write(outputs: readonly SpaceComponent[], values: readonly SpaceValue[]): PythonValue[] {
    if (values.length !== outputs.length) {
      throw new TypeError(
        `The function has ${outputs.length.toString()} outputs and gave ${values.length.toString()}.`,
      );
    }
    return outputs.map((output, index) => this.#value(output, values[index] ?? null));
  }

  #value(component: SpaceComponent, value: SpaceValue): PythonValue {
    if (typeof value === 'string') return component.type === 'image' ? fileData(value, value, null) : value;
    if (value === null || typeof value !== 'object') return value;
    if ('update' in value) return { value: this.#value(component, value.update), __type__: 'update' };
    if ('bytes' in value) return this.#image(value, value.name ?? 'image.png');
    // Gradio 5.3 names the files of an image output but not those of a gallery.
    return value.map(({ image, caption }) => ({ image: this.#image(image, null), caption }));
  }

  #image(image: SpaceImage, originalName: string | null): PythonValue {
    const path = this.#files.add(image);
    return fileData(path, this.#fileUrl(path), originalName);
  }
}

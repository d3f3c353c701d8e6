import type { PythonValue } from '../protocol/python-value.ts';
import { writeJsonAsOrjson } from '../protocol/write-json.ts';
import type { DescriptionFacts } from '../versions/gradio-release.ts';
import { sliderNumber } from './slider-number.ts';
import type { Slider, SpaceComponent } from './space-component.ts';

/** How `/config` and `/info` describe the value of a component. */
export interface ComponentSchema {
  readonly type: PythonValue;
  readonly pythonType: string;
  /** What the schema says about the bounds; empty without any. */
  readonly bounds: string;
  readonly example: PythonValue;
}

const exampleUrl = 'https://raw.githubusercontent.com/gradio-app/gradio/main/test/test_files/bus.png';
const exampleImage = {
  path: exampleUrl,
  meta: { _type: 'gradio.FileData' },
  orig_name: 'bus.png',
  url: exampleUrl,
} as const;

/** Describes the value of a component. */
export function componentSchema(component: SpaceComponent, description: DescriptionFacts): ComponentSchema {
  switch (component.type) {
    case 'textbox':
      return { type: { type: 'string' }, pythonType: 'str', bounds: '', example: 'Hello!!' };
    case 'checkbox':
      return { type: { type: 'boolean' }, pythonType: 'bool', bounds: '', example: true };
    case 'number':
      return { type: { type: 'number' }, pythonType: 'float', bounds: '', example: 3 };
    case 'slider':
      return sliderSchema(component);
    case 'image':
      return {
        type: description.imageSchema,
        pythonType: description.imagePythonType,
        bounds: '',
        example: exampleImage,
      };
    case 'gallery':
      return {
        type: description.gallerySchema,
        pythonType: description.galleryPythonType,
        bounds: '',
        example: [{ image: exampleImage }],
      };
  }
}

function sliderSchema(slider: Slider): ComponentSchema {
  const bound = (value: number): string => writeJsonAsOrjson(sliderNumber(slider, value));
  const bounds = `numeric value between ${bound(slider.minimum)} and ${bound(slider.maximum)}`;
  const example = sliderNumber(slider, slider.minimum);
  return { type: { type: 'number', description: bounds }, pythonType: 'float', bounds, example };
}

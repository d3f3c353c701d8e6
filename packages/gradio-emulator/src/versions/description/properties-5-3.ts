import type { DescriptionFacts } from '../gradio-release.ts';
import { properties4 } from './properties-4.ts';

/** What `/config` of Gradio 5.3.0 says of each type of component. */
export const properties53: DescriptionFacts['properties'] = {
  ...properties4,
  textbox: {
    lines: 1,
    max_lines: 20,
    value: undefined,
    placeholder: undefined,
    label: undefined,
    show_label: true,
    container: true,
    min_width: 160,
    visible: undefined,
    autofocus: false,
    autoscroll: true,
    elem_classes: [],
    type: 'text',
    rtl: false,
    show_copy_button: false,
    submit_btn: false,
    stop_btn: false,
    name: 'textbox',
    _selectable: false,
  },
};

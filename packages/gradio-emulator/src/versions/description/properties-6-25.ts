import type { DescriptionFacts } from '../gradio-release.ts';
import { properties612 } from './properties-6-12.ts';

/** What `/config` of Gradio 6.25.0 says of each type of component. */
export const properties625: DescriptionFacts['properties'] = {
  ...properties612,
  gallery: {
    value: [],
    format: 'png',
    label: undefined,
    show_label: true,
    container: true,
    min_width: 160,
    visible: true,
    elem_classes: [],
    preserved_by_key: ['value'],
    columns: 2,
    allow_preview: true,
    buttons: ['share', 'download', 'download_all', 'fullscreen'],
    type: 'filepath',
    fit_columns: true,
    sources: ['upload'],
    name: 'gallery',
    _selectable: false,
  },
};

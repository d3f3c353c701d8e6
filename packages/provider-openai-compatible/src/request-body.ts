import type { Generation, HttpServiceRequest, ImageFile } from '@hypotez/provider-core';

/** Puts the fields of a request into its body: JSON, or a form when there are images to change. */
export function requestBody(fields: Readonly<Record<string, unknown>>, { images, mask }: Pick<Generation, 'images' | 'mask'>): HttpServiceRequest {
  if (images.length === 0) return { json: fields };
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) append(form, name, value);
  for (const image of images) attach(form, images.length === 1 ? 'image' : 'image[]', image);
  if (mask !== undefined) attach(form, 'mask', mask);
  return { form };
}

/** Lists and objects have their brackets in the names of fields. */
function append(form: FormData, name: string, value: unknown): void {
  if (value === undefined || value === null) return;
  if (Array.isArray(value)) for (const item of value) append(form, `${name}[]`, item);
  else if (typeof value === 'object') for (const [key, item] of Object.entries(value)) append(form, `${name}[${key}]`, item);
  else form.append(name, typeof value === 'string' ? value : JSON.stringify(value));
}

/** Servers tell the format by the type, some by the end of the name. */
function attach(form: FormData, name: string, { bytes, mediaType, extension }: ImageFile): void {
  form.append(name, new Blob([bytes], { type: mediaType }), `${name.replace('[]', '')}.${extension}`);
}

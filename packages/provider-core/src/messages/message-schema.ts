import * as v from 'valibot';

const partSchema = v.variant('type', [
  v.looseObject({ type: v.literal('text'), text: v.string() }),
  v.looseObject({ type: v.literal('image_url'), image_url: v.looseObject({ url: v.string() }) }),
]);

/** Checks one message at the edge; keys that are not ours are left alone, chat histories carry many. */
export const messageSchema = v.looseObject({
  role: v.picklist(['system', 'developer', 'user', 'assistant', 'tool']),
  content: v.union([v.string(), v.array(partSchema)]),
});

import { parseJson } from '../json/parse-json.ts';
import { propertyOf } from '../json/property-of.ts';

/** Fields in which services name the kind of an error. */
const CODE_FIELDS: readonly string[] = ['code', 'type', 'name', 'reason', 'status'];
/** Fields under which the error itself lies. */
const ERROR_FIELDS: readonly string[] = ['error', 'errors', 'detail', 'innererror', 'inner_error'];

/**
 * Takes the words for programs out of an error's body, such as `insufficient_quota`: in lower case, letters and digits alone,
 * so that `contentFilter` and `content_filter` are one.
 */
export function serverErrorCodes(body: string): readonly string[] {
  return codesIn(parseJson(body));
}

function codesIn(value: unknown, depth = 0): readonly string[] {
  if (depth > 3) return [];
  if (Array.isArray(value)) return value.slice(0, 5).flatMap((item) => codesIn(item, depth + 1));
  const own = CODE_FIELDS.map((field) => propertyOf(value, field)).filter((code) => typeof code === 'string');
  const inner = ERROR_FIELDS.map((field) => propertyOf(value, field));
  // `{"error": "content_policy_violation"}`: a code where others have words for people, told by its having no blank.
  const bare = inner.filter((code) => typeof code === 'string').filter((code) => !/\s/u.test(code));
  return [...[...own, ...bare].map((code) => code.toLowerCase().replace(/[^a-z\d]/gu, '')), ...inner.flatMap((item) => codesIn(item, depth + 1))];
}

// @ts-check
import { PluginKind, declareValuePlugin } from '@stryker-mutator/api/plugin';

/**
 * Leaves the words of errors and log lines as they are: tests assert what an error is, never how it is worded.
 *
 * Only the first argument of `new …Error(…)` and of the logger's methods is meant; codes, phases and options are changed.
 *
 * @param {unknown} path the place in the syntax tree, as Babel describes it.
 * @returns {string | undefined} why it is left.
 */
function shouldIgnore(path) {
  const node = of(path, 'node');
  const parent = of(path, 'parent');
  const type = of(node, 'type');
  if (type !== 'StringLiteral' && type !== 'TemplateLiteral') return undefined;
  const [first] = /** @type {unknown[]} */ (of(parent, 'arguments') ?? []);
  if (first !== node) return undefined;
  const callee = of(parent, 'callee');
  const name = of(callee, 'name') ?? of(of(callee, 'property'), 'name');
  const isProse = of(parent, 'type') === 'NewExpression' ? /Error$/u.test(String(name)) : /^(?:debug|info|warn|error)$/u.test(String(name));
  return isProse ? 'The words of an error or a log line.' : undefined;
}

/** @param {unknown} owner @param {string} key @returns {unknown} */
function of(owner, key) {
  return typeof owner === 'object' && owner !== null ? Reflect.get(owner, key) : undefined;
}

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, 'prose', { shouldIgnore })];

import { ConfigurationError } from '../errors/configuration-error.ts';

/** Some of the figures of a group; what is left out, or `undefined`, has its default. */
export type Figures<Group> = { readonly [Name in keyof Group]?: Group[Name] | undefined };

/**
 * Puts an application's figures over the defaults.
 *
 * @param subject name of the option that holds them, as the error writes it.
 * @param largest largest figure that makes sense for all of them.
 * @throws {ConfigurationError} for the first that is no whole number from 1 to `largest`, or that nobody knows.
 */
export function checkFigures<Name extends string>(
  subject: string, defaults: Readonly<Record<Name, number>>, given: Figures<Record<Name, number>> | undefined, largest: number,
): Readonly<Record<Name, number>> {
  const figures: Record<Name, number> = { ...defaults };
  for (const [name, value] of Object.entries<unknown>(given ?? {})) {
    if (!isNameIn(defaults, name)) throw new ConfigurationError(`${subject}.${name} is not known; there are ${Object.keys(defaults).join(', ')}.`);
    if (value === undefined) continue;
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 1 || value > largest) {
      throw new ConfigurationError(`${subject}.${name} must be a whole number from 1 to ${largest}; it is ${typeof value === 'number' ? value : `a ${typeof value}`}.`);
    }
    figures[name] = value;
  }
  return figures;
}

function isNameIn<Name extends string>(defaults: Readonly<Record<Name, number>>, name: string): name is Name {
  return Object.hasOwn(defaults, name);
}

import { names } from '@nx/devkit';

/** What the generator is asked for. */
export interface ProviderOptions {
  /** Vendor and model in kebab-case: the id of the plugin. */
  readonly name: string;
  /** Default: `http` where a `url` is given, else `space`. */
  readonly kind?: 'space' | 'http';
  /** The Space as `owner/name`. Default: the name, cut at its first dash. */
  readonly space?: string;
  /** Address of the service, or of a Gradio server elsewhere. Default: one that no machine has. */
  readonly url?: string;
}

/** Everything that the files of a new package are made with. */
export interface ProviderNames {
  readonly id: string;
  readonly kind: 'space' | 'http';
  readonly className: string;
  readonly optionsName: string;
  readonly factory: string;
  readonly label: string;
  readonly description: string;
  readonly url: string;
  readonly model: string;
  readonly alias: string;
  readonly keyVariable: string;
}

/**
 * Finds all names of a provider by what is known of it.
 *
 * @throws {TypeError} when something is said that does not fit.
 */
export function providerNames({ name, kind: asked, space, url }: ProviderOptions): ProviderNames {
  const kind = asked ?? (url === undefined ? 'space' : 'http');
  if (!/^[a-z][a-z\d]*(?:-[a-z\d]+)+$/u.test(name)) throw new TypeError(`The name ${name} is no vendor and model in kebab-case, such as acme-lake.`);
  if (kind === 'http' && space !== undefined) throw new TypeError('A service over HTTP has no space; leave out --kind http, or say --url.');
  if (space !== undefined && url !== undefined) throw new TypeError('A Space is named by --space owner/name or by --url, not by both.');
  const [vendor = '', ...rest] = name.split('-');
  const spaceName = space ?? `${vendor}/${rest.join('-')}`;
  if (!/^[\w.-]+\/[\w.-]+$/u.test(spaceName)) throw new TypeError(`The Space ${spaceName} is not of the form owner/name.`);
  const { className, propertyName } = names(name);
  const label = name.split('-').map((word) => names(word).className).join(' ');
  return {
    id: name,
    kind,
    className: `${className}Provider`,
    optionsName: `${className}Options`,
    factory: propertyName,
    label,
    description: describe(label, kind, url === undefined ? spaceName : undefined),
    url: serviceAddress(url ?? (kind === 'space' ? `https://${spaceName.replaceAll(/[^a-z\d]+/giu, '-').toLowerCase()}.hf.space` : `https://api.${vendor}.example`)),
    model: name,
    alias: rest.join('-'),
    keyVariable: `${vendor.toUpperCase()}_API_KEY`,
  };
}

function describe(label: string, kind: ProviderNames['kind'], space: string | undefined): string {
  if (kind === 'http') return `${label} through the API of its vendor.`;
  return space === undefined ? `${label} through a Gradio server.` : `${label} through the Gradio Space ${space} on Hugging Face.`;
}

function serviceAddress(url: string): string {
  if (!/^https?:\/\/[\w.-]+(?::\d+)?(?:\/[\w./~-]*)?$/u.test(url)) throw new TypeError(`The address ${url} is not of the form https://api.acme.com.`);
  return url.replace(/\/+$/u, '');
}

import sax, { type QualifiedTag, type Tag } from 'sax';
import { MetadataError } from '../metadata-error.ts';
import type { MetadataField } from '../metadata-fields.ts';
import { HYPOTEZ_NAMESPACE, RDF_NAMESPACE } from './xmp-namespaces.ts';

/** Part of a text, by positions; the end is not included. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** What an XMP document holds that matters here. */
export interface XmpScan {
  readonly text: string;
  /** Fields of hypotez, as elements or in the short form of attributes. */
  readonly fields: readonly MetadataField[];
  /** Where the elements of hypotez stand. */
  readonly elements: readonly TextRange[];
  /** Where the list of descriptions ends. */
  readonly end: number | undefined;
  /** What the descriptions are about; all of a document must say the same. */
  readonly about: string;
}

/** The largest document that is read, in bytes. */
const MAXIMUM_DOCUMENT_BYTES = 4 * 1024 * 1024;

/** Elements inside each other. The parser looks names up level by level, which a document of nothing but levels would use. */
const MAXIMUM_DEPTH = 64;

interface OpenElement {
  readonly tag: QualifiedTag;
  readonly start: number;
  text: string;
}

/**
 * Reads an XMP document.
 *
 * @throws {MetadataError} when it is too large, no UTF-8 or no well-formed XML, and when it defines entities, which XMP
 *   never needs and bombs are made of.
 */
export function scanXmp(document: Uint8Array): XmpScan {
  const text = decode(document);
  const fields: MetadataField[] = [];
  const elements: TextRange[] = [];
  const open: OpenElement[] = [];
  let end: number | undefined;
  let about: string | undefined;
  const xml = sax.parser(true, { xmlns: true, position: true });
  xml.onerror = () => { throw new MetadataError('The XMP of the picture is not well-formed.'); };
  xml.ondoctype = () => { throw new MetadataError('The XMP of the picture defines a document type, which is not read.'); };
  xml.onopentag = (tag) => {
    if (!isQualified(tag)) return;
    if (open.length === MAXIMUM_DEPTH) throw new MetadataError('The XMP of the picture is nested too deeply to be read.');
    open.push({ tag, start: xml.startTagPosition - 1, text: '' });
    const attributes = Object.values(tag.attributes);
    if (isRdf(tag, 'Description')) about ??= attributes.find((attribute) => isRdf(attribute, 'about'))?.value;
    for (const { uri, local, value } of attributes) if (uri === HYPOTEZ_NAMESPACE) fields.push([local, value]);
  };
  const onText = (part: string): void => {
    const element = open.at(-1);
    if (element?.tag.uri === HYPOTEZ_NAMESPACE) element.text += part;
  };
  xml.ontext = onText;
  xml.oncdata = onText;
  xml.onclosetag = () => {
    const element = open.pop();
    if (element === undefined) return;
    if (isRdf(element.tag, 'RDF')) end ??= xml.startTagPosition - 1;
    if (element.tag.uri !== HYPOTEZ_NAMESPACE) return;
    fields.push([element.tag.local, element.text]);
    // One inside another goes with it.
    if (!open.some(({ tag }) => tag.uri === HYPOTEZ_NAMESPACE)) elements.push({ start: element.start, end: xml.position });
  };
  xml.write(text).close();
  return { text, fields, elements, end, about: about ?? '' };
}

function decode(document: Uint8Array): string {
  if (document.length > MAXIMUM_DOCUMENT_BYTES) throw new MetadataError('The XMP of the picture is too large to be read.');
  try {
    // Some programs end it like a string of C.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(document).replace(/\0+$/u, '');
  } catch {
    throw new MetadataError('The XMP of the picture is not in UTF-8.');
  }
}

function isQualified(tag: Tag | QualifiedTag): tag is QualifiedTag {
  return 'uri' in tag;
}

function isRdf({ uri, local }: { readonly uri: string; readonly local: string }, name: string): boolean {
  return uri === RDF_NAMESPACE && local === name;
}

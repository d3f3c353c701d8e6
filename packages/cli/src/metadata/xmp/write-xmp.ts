import type { MetadataField } from '../metadata-fields.ts';
import type { StandardEntries } from '../standard-entries.ts';
import { HYPOTEZ_NAMESPACE, RDF_NAMESPACE } from './xmp-namespaces.ts';

/** Makes an XMP document of fields and of what other programs look for: Dublin Core, XMP, and IPTC 2025.1 for pictures of models. */
export function writeXmp(fields: readonly MetadataField[], standard: StandardEntries): Uint8Array<ArrayBuffer> {
  const body = `${standardElements(standard)}${hypotezElements(fields)}`;
  const document = [
    // The id is the same for every XMP document of the world.
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
    `<rdf:RDF xmlns:rdf="${RDF_NAMESPACE}">`,
    description('', `${STANDARD_NAMESPACES} xmlns:hypotez="${HYPOTEZ_NAMESPACE}"`, body),
    '</rdf:RDF>',
    '</x:xmpmeta>',
    '<?xpacket end="w"?>',
  ].join('\n');
  return new TextEncoder().encode(document);
}

/** Makes a description of the fields alone, to be put into a document that exists. */
export function writeDescription(fields: readonly MetadataField[], about: string): string {
  return `${description(about, `xmlns:rdf="${RDF_NAMESPACE}" xmlns:hypotez="${HYPOTEZ_NAMESPACE}"`, hypotezElements(fields))}\n`;
}

const STANDARD_NAMESPACES = [
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:xmp="http://ns.adobe.com/xap/1.0/"',
  'xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"',
].join(' ');

function description(about: string, namespaces: string, body: string): string {
  return `<rdf:Description rdf:about="${escapeXml(about)}" ${namespaces}>\n${body}</rdf:Description>`;
}

function standardElements({ description: prompt, system, software }: StandardEntries): string {
  return [
    `<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(prompt)}</rdf:li></rdf:Alt></dc:description>\n`,
    element('xmp:CreatorTool', software),
    element('Iptc4xmpExt:AIPromptInformation', prompt),
    element('Iptc4xmpExt:AISystemUsed', system),
  ].join('');
}

function hypotezElements(fields: readonly MetadataField[]): string {
  return fields.map(([name, text]) => element(`hypotez:${name}`, text)).join('');
}

function element(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>\n`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

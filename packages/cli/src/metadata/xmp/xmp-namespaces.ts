/** Namespace of the fields of hypotez; the prefix that goes with it is `hypotez`. */
export const HYPOTEZ_NAMESPACE = 'https://www.npmjs.com/package/@hypotez/cli#';

/** Namespace of RDF, which XMP is written in. */
export const RDF_NAMESPACE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';

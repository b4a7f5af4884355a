import type { Span } from '../../model/span.js';

/** An element of an XML file, with its positions. */
export interface XmlElement {
  /** The name as written, including its prefix. */
  readonly name: string;
  /** The attributes by name. Entities in their values are decoded. */
  readonly attributes: ReadonlyMap<string, XmlAttribute>;
  readonly parent: XmlElement | undefined;
  readonly children: readonly XmlElement[];
  /** The span from `<` to the end of the closing tag. */
  readonly span: Span;
  /** The span of the contents between the tags. Empty for a self-closing tag. */
  readonly inner: Span;
}

export interface XmlAttribute {
  readonly value: string;
  /** The span of the contents between the quotation marks. */
  readonly span: Span;
}

/** A file parsed as XML: its root element, as far as it could be parsed, and its first fault. */
export interface XmlDocument {
  readonly root: XmlElement | undefined;
  readonly error?: { readonly offset: number; readonly message: string };
}

/** Yields an element and all its descendants, in document order. */
export function* elementsIn(element: XmlElement): Generator<XmlElement> {
  const left = [element];
  for (let next = left.pop(); next; next = left.pop()) {
    yield next;
    for (const child of next.children.toReversed()) left.push(child);
  }
}

/** Finds the first element with a name, starting with the given element itself. */
export function elementNamed(root: XmlElement | undefined, name: string): XmlElement | undefined {
  for (const element of root ? elementsIn(root) : []) if (element.name === name) return element;
  return undefined;
}

import type { Span } from '../../model/span.js';

/** An element of an XML file, with its positions. */
export interface XmlElement {
  /** As written, including the prefix. */
  readonly name: string;
  /** Name → value, with entities decoded. */
  readonly attributes: ReadonlyMap<string, XmlAttribute>;
  readonly parent: XmlElement | undefined;
  readonly children: readonly XmlElement[];
  /** From `<` to the end of its closing tag. */
  readonly span: Span;
  /** The contents between its tags; empty for a self-closing tag. */
  readonly inner: Span;
}

export interface XmlAttribute {
  readonly value: string;
  /** The contents between the quotes. */
  readonly span: Span;
}

/** A file parsed as XML: its root element, as far as it could be parsed, and its first fault. */
export interface XmlDocument {
  readonly root: XmlElement | undefined;
  readonly error?: { readonly offset: number; readonly message: string };
}

/** An element and all its descendants, in order. */
export function* elementsIn(element: XmlElement): Generator<XmlElement> {
  const left = [element];
  for (let next = left.pop(); next; next = left.pop()) {
    yield next;
    left.push(...next.children.toReversed());
  }
}

/** The first element with a name in another, including itself. */
export function elementNamed(root: XmlElement | undefined, name: string): XmlElement | undefined {
  for (const element of root ? elementsIn(root) : []) if (element.name === name) return element;
  return undefined;
}

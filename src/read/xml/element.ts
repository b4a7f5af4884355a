import type { Span } from '../../model/span.js';

/** An element of an XML file, with its places. */
export interface XmlElement {
  /** As it is written, prefix and all. */
  readonly name: string;
  /** Name → value, entities undone. */
  readonly attributes: ReadonlyMap<string, XmlAttribute>;
  readonly parent: XmlElement | undefined;
  readonly children: readonly XmlElement[];
  /** From `<` to the end of its closing tag. */
  readonly span: Span;
  /** What stands between its tags; empty where it has one tag only. */
  readonly inner: Span;
}

export interface XmlAttribute {
  readonly value: string;
  /** What stands between the quotes. */
  readonly span: Span;
}

/** A file read as XML: its outermost element, as far as it can be read, and the first thing wrong with it. */
export interface XmlDocument {
  readonly root: XmlElement | undefined;
  readonly error?: { readonly offset: number; readonly message: string };
}

/** An element and all that it holds, in order. */
export function* elementsIn(element: XmlElement): Generator<XmlElement> {
  const left = [element];
  for (let next = left.pop(); next; next = left.pop()) {
    yield next;
    left.push(...next.children.toReversed());
  }
}

/** The first element of a name in another, that one included. */
export function elementNamed(root: XmlElement | undefined, name: string): XmlElement | undefined {
  for (const element of root ? elementsIn(root) : []) if (element.name === name) return element;
  return undefined;
}

import { MappedText, shiftedBy } from '../../model/offset-map.js';
import type { Span } from '../../model/span.js';
import { type DecodedText, type Scalar, step, Value } from '../container/value.js';
import type { XmlAttribute, XmlElement } from './element.js';
import { xmlText } from './text.js';

/** A file as an object whose only member is the root element. */
export class XmlFile extends Value {
  readonly kind = 'object';
  readonly root: XmlElement;
  readonly #source: string;

  constructor(source: string, root: XmlElement) {
    super('');
    this.#source = source;
    this.root = root;
  }

  get span(): Span {
    return this.root.span;
  }

  override member(key: string): Value | undefined {
    const { root } = this;
    return key === root.name ? new XmlValue(this.#source, root, step('', key)) : undefined;
  }

  override *members(): Generator<readonly [string, Value]> {
    const { name } = this.root;
    yield [name, new XmlValue(this.#source, this.root, step('', name))];
  }
}

/** An element as a value. An element that contains text, with or without other elements, is a text. */
export class XmlValue extends Value {
  readonly kind: 'object' | 'text';
  readonly element: XmlElement;
  readonly #source: string;

  constructor(source: string, element: XmlElement, pointer: string) {
    super(pointer);
    this.#source = source;
    this.element = element;
    this.kind = holdsElements(element, source) ? 'object' : 'text';
  }

  get span(): Span {
    return this.element.span;
  }

  override get scalar(): Scalar | undefined {
    return this.kind === 'text' ? this.text().body : undefined;
  }

  /** Returns the text of the element. Elements inside it are kept as HTML tags. */
  override text(): DecodedText {
    const { inner, children } = this.element;
    if (children.length === 0) return xmlText(this.#source, inner);
    return { body: this.#source.slice(inner.start, inner.end), map: shiftedBy(inner.start) };
  }

  /** Returns the text as HTML. Tags and entities of the XML become part of the HTML, except in CDATA sections. */
  html(): DecodedText {
    const { inner } = this.element;
    const isWrapped = this.#source.slice(inner.start, inner.end).includes('<![CDATA[');
    return isWrapped ? xmlText(this.#source, inner) : asHtml(this.#source, inner);
  }

  override member(key: string): Value | undefined {
    const named = this.element.children.filter(({ name }) => name === key);
    const attribute = this.element.attributes.get(key);
    if (named.length > 1) return new XmlList(this.#source, named, step(this.pointer, key));
    if (named[0]) return new XmlValue(this.#source, named[0], step(this.pointer, key));
    return attribute && new AttributeValue(this.#source, attribute, step(this.pointer, `@${key}`));
  }

  override *members(): Generator<readonly [string, Value]> {
    const names = new Set([...this.element.attributes.keys(), ...this.element.children.map(({ name }) => name)]);
    for (const name of names) {
      const value = this.member(name);
      if (value) yield [name, value];
    }
  }
}

/** Returns true for an element whose children are separate values rather than parts of a text. */
function holdsElements({ children, inner, attributes }: XmlElement, source: string): boolean {
  if (children.length === 0) return attributes.size > 0 && xmlText(source, inner).body.trim() === '';
  let at = inner.start;
  for (const { span } of children) {
    if (/[^\s]/.test(source.slice(at, span.start).replace(/<!--[\s\S]*?(?:-->|$)/g, ''))) return false;
    at = span.end;
  }
  return !/\S/.test(source.slice(at, inner.end).replace(/<!--[\s\S]*?(?:-->|$)/g, '')) && !children.every(isMarkup);
}

function isMarkup({ name }: XmlElement): boolean {
  return /^(?:p|div|span|br|ul|ol|table|h[1-6]|b|i|strong|em|a)$/i.test(name);
}

const TAG = /<[^<>]*>/g;
const APOSTROPHE = /&(?:#39|#x27|apos);/g;

/** Returns a span of XML as HTML. Escaped apostrophes in tags, which are common in quoted code, are decoded. */
function asHtml(source: string, { start, end }: Span): DecodedText {
  const out = new MappedText();
  let at = start;
  for (const tag of source.slice(start, end).matchAll(TAG)) {
    if (tag[0].includes("'")) continue;
    for (const { 0: written, index } of tag[0].matchAll(APOSTROPHE)) {
      const from = start + tag.index + index;
      out.add(source.slice(at, from), at, from);
      at = from + written.length;
      out.add("'", from, at);
    }
  }
  out.add(source.slice(at, end), at, end);
  return { body: out.text, map: out.map() };
}

class AttributeValue extends Value {
  readonly kind = 'text';
  readonly span: Span;
  readonly #source: string;
  readonly #value: string;

  constructor(source: string, { value, span }: XmlAttribute, pointer: string) {
    super(pointer);
    this.#source = source;
    this.#value = value;
    this.span = span;
  }

  override get scalar(): string {
    return this.#value;
  }

  override text(): DecodedText {
    return xmlText(this.#source, this.span);
  }
}

class XmlList extends Value {
  readonly kind = 'array';
  readonly #source: string;
  readonly #elements: readonly XmlElement[];

  constructor(source: string, elements: readonly XmlElement[], pointer: string) {
    super(pointer);
    this.#source = source;
    this.#elements = elements;
  }

  get span(): Span {
    return { start: this.#elements[0]?.span.start ?? 0, end: this.#elements.at(-1)?.span.end ?? 0 };
  }

  override *items(): Generator<Value> {
    for (const [index, element] of this.#elements.entries())
      yield new XmlValue(this.#source, element, step(this.pointer, index));
  }
}

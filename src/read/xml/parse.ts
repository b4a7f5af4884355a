import { SaxesParser } from 'saxes';
import type { Tree } from '../container/tree.js';
import type { XmlAttribute, XmlDocument } from './element.js';
import { XmlFile } from './value.js';

/**
 * Converts XML text to a tree: elements become objects that include their attributes, and elements with the same name
 * become a list.
 */
export function openXml(text: string): Tree {
  const { root, error } = readXml(text);
  if (root && !error) return { format: 'xml', roots: [new XmlFile(text, root)] };
  const { offset, message } = error ?? { offset: 0, message: 'the file is empty' };
  return { format: 'xml', error: { offset, message: `not XML: ${message}` } };
}

interface OpenElement {
  name: string;
  attributes: Map<string, XmlAttribute>;
  parent: OpenElement | undefined;
  children: OpenElement[];
  span: { start: number; end: number };
  inner: { start: number; end: number };
}

/** Parses XML. Never throws, and does not resolve external entities. */
export function readXml(source: string): XmlDocument {
  const parser = new SaxesParser({ fragment: false });
  let open: OpenElement | undefined;
  let root: OpenElement | undefined;
  let attributes = new Map<string, XmlAttribute>();
  let error: XmlDocument['error'];
  parser.on('error', ({ message }) => {
    const said = message.replace(/^\d+:\d+: /, '').replace(/\.$/, '');
    error ??= { offset: Math.min(parser.position, source.length), message: said };
  });
  parser.on('attribute', ({ name, value }) => {
    const end = parser.position - 1;
    const start = source.lastIndexOf(source[end] ?? '"', end - 1) + 1;
    attributes.set(name, { value, span: { start, end } });
  });
  parser.on('opentag', ({ name }) => {
    const { position } = parser;
    const start = source.lastIndexOf('<', position - 1);
    const element: OpenElement = {
      name,
      attributes,
      parent: open,
      children: [],
      span: { start, end: source.length },
      inner: { start: position, end: source.length },
    };
    attributes = new Map();
    open?.children.push(element);
    root ??= element;
    open = element;
  });
  parser.on('closetag', ({ isSelfClosing }) => {
    if (!open) return;
    const { position } = parser;
    const end = isSelfClosing ? position : source.lastIndexOf('</', position - 1);
    open.inner = { start: Math.min(open.inner.start, end), end };
    open.span.end = position;
    open = open.parent;
  });
  parser.write(source).close();
  return { root, ...(error && { error }) };
}

import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { MappedText, type OffsetMap } from '../model/offset-map.js';

export type JsonNode = Node;

/** A text read as JSON: its tree, or the first thing wrong with it. */
export type JsonText =
  | { readonly root: JsonNode; readonly error?: undefined }
  | { readonly root?: undefined; readonly error: { readonly offset: number; readonly message: string } };

/** Deeper than any export; the parser descends by recursion. */
const DEEPEST = 200;

/** Parses JSON, keeping places. Never throws. */
export function readJson(text: string): JsonText {
  const tooDeep = deeperThan(text, DEEPEST);
  if (tooDeep !== undefined) return { error: { offset: tooDeep, message: `nested more than ${DEEPEST} deep` } };
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: false, disallowComments: true });
  const [first] = errors;
  if (first) return { error: { offset: first.offset, message: inWords(printParseErrorCode(first.error)) } };
  return root ? { root } : { error: { offset: 0, message: 'the file is empty' } };
}

function deeperThan(text: string, deepest: number): number | undefined {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (inString) {
      if (unit === 92) at += 1;
      else if (unit === 34) inString = false;
    } else if (unit === 34) inString = true;
    else if (unit === 91 || unit === 123) {
      depth += 1;
      if (depth > deepest) return at;
    } else if (unit === 93 || unit === 125) depth -= 1;
  }
  return undefined;
}

/** `CommaExpected` → `comma expected`. */
function inWords(code: string): string {
  return code.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}

/** The value of a key of an object; undefined for anything else. */
export function memberOf(node: JsonNode | undefined, key: string): JsonNode | undefined {
  if (node?.type !== 'object') return undefined;
  for (const property of node.children ?? []) if (property.children?.[0]?.value === key) return property.children[1];
  return undefined;
}

/** The items of an array; none for anything else. */
export function itemsOf(node: JsonNode | undefined): readonly JsonNode[] {
  return node?.type === 'array' ? (node.children ?? []) : [];
}

/** The text of a string; undefined for anything else. */
export function stringOf(node: JsonNode | undefined): string | undefined {
  return node?.type === 'string' ? String(node.value) : undefined;
}

/** JSON Pointer of a node, as RFC 6901 writes it. */
export function pointerOf(node: JsonNode): string {
  const parts: string[] = [];
  for (let at: JsonNode | undefined = node; at?.parent; at = at.parent) {
    const { parent } = at as { parent: JsonNode };
    if (parent.type === 'array') parts.unshift(String(parent.children?.indexOf(at)));
    else if (parent.type === 'property') parts.unshift(String(parent.children?.[0]?.value));
  }
  return parts.map((part) => `/${part.replace(/~/g, '~0').replace(/\//g, '~1')}`).join('');
}

const ESCAPE = /\\(?:u[\da-fA-F]{4}|.)/gs;
const MEANS: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** A string's value, with the map back to the file. */
export function decoded(text: string, node: JsonNode): { body: string; map: OffsetMap } {
  const out = new MappedText();
  const from = node.offset + 1;
  const to = node.offset + node.length - 1;
  const raw = text.slice(from, to);
  let at = 0;
  for (const match of raw.matchAll(ESCAPE)) {
    out.add(raw.slice(at, match.index), from + at, from + match.index);
    at = match.index + match[0].length;
    const kind = match[0][1] ?? '';
    const value = kind === 'u' ? String.fromCharCode(Number.parseInt(match[0].slice(2), 16)) : (MEANS[kind] ?? kind);
    out.add(value, from + match.index, from + at);
  }
  out.add(raw.slice(at), from + at, to);
  return { body: out.text, map: out.map() };
}

import { type Part, pack } from '../pack/container.js';
import { foldTelltale, withoutJoins } from './fold.js';
import { OF_LANGUAGES, OF_NAMES, OF_TEXTS, type OfName } from './lists.js';
import type { TreeArrays } from './table.js';

/**
 * The telltales of one language. Words in a section end with `*` if they are stems, and with `…` if they are
 * beginnings.
 */
export interface LanguageTelltales {
  readonly code: string;
  readonly lists: ReadonlyMap<string, readonly string[]>;
}

interface Node {
  readonly unit: number;
  readonly children: Map<number, Node>;
  /** The lists as bits, for a word, a stem, a beginning, and a word without surrounding blanks. */
  readonly ends: [number, number, number, number];
  index: number;
}

/**
 * Matches scripts in which a word can be followed directly by another one. These are Chinese and Japanese, and Korean
 * because it attaches particles to words.
 */
const UNSEPARATED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+$/u;
const OF_PATHS: readonly string[] = ['collection'] satisfies OfName[];

/** Returns the bytes of a file with the telltales of all languages. */
export function writeTelltales(languages: readonly LanguageTelltales[]): Uint8Array {
  const parts: Record<string, Part> = {};
  for (const [kind, sections] of Object.entries({ texts: OF_TEXTS, names: OF_NAMES }))
    for (const [name, array] of Object.entries(treeOf(languages, sections))) parts[`${kind} ${name}`] = array;
  for (const section of OF_LANGUAGES) {
    const own = languages.flatMap(({ code, lists }) => (lists.has(section) ? [[code, lists.get(section)]] : []));
    parts[section] = JSON.stringify(Object.fromEntries(own));
  }
  return pack(parts);
}

function treeOf(languages: readonly LanguageTelltales[], sections: readonly string[]): TreeArrays {
  const root = nodeOf(0);
  for (const { lists } of languages)
    for (const [list, name] of sections.entries())
      for (const word of lists.get(name) ?? []) add(root, OF_PATHS.includes(name) ? withoutJoins(word) : word, list);
  return arraysOf(root);
}

function add(root: Node, word: string, list: number): void {
  const kind = word.endsWith('*') ? 1 : word.endsWith('…') ? 2 : UNSEPARATED.test(word) ? 3 : 0;
  const letters = foldTelltale(kind === 1 || kind === 2 ? word.slice(0, -1) : word);
  let node = root;
  for (let at = 0; at < letters.length; at += 1) {
    const unit = letters.charCodeAt(at);
    const next = node.children.get(unit) ?? nodeOf(unit);
    node.children.set(unit, next);
    node = next;
  }
  node.ends[kind] |= 1 << list;
}

function nodeOf(unit: number): Node {
  return { unit, children: new Map(), ends: [0, 0, 0, 0], index: 0 };
}

function arraysOf(root: Node): TreeArrays {
  const nodes: Node[] = [];
  const list = (node: Node): void => {
    node.index = nodes.length;
    nodes.push(node);
    for (const child of node.children.values()) list(child);
  };
  list(root);
  if (nodes.length > 0xffff) throw new Error(`${nodes.length} letters of telltales; a table holds ${0xffff}`);
  const siblings = new Uint16Array(nodes.length);
  for (const { children } of nodes) {
    const own = [...children.values()];
    for (const [at, child] of own.entries()) siblings[child.index] = own[at + 1]?.index ?? 0;
  }
  const below = new Uint32Array(nodes.length);
  for (const { index, ends, children } of nodes.toReversed()) {
    const behind = [...children.values()].map((child) => below[child.index] ?? 0);
    below[index] = [...ends, ...behind].reduce((lists, own) => lists | own, 0);
  }
  const rows = new Map<string, number>([['0,0,0,0', 0]]);
  const ends = Uint16Array.from(nodes, ({ ends: own }) => {
    const row = rows.get(own.join()) ?? rows.size;
    rows.set(own.join(), row);
    return row;
  });
  return {
    units: Uint16Array.from(nodes, ({ unit }) => unit),
    children: Uint16Array.from(nodes, ({ children }) => children.values().next().value?.index ?? 0),
    siblings,
    ends,
    below,
    masks: Uint32Array.from([...rows.keys()].flatMap((row) => row.split(',').map(Number))),
  };
}

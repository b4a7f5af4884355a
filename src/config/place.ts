import { isAbsolute, parse } from 'node:path';
import { SourceFile } from '../model/source-file.js';
import type { ConfigError, KeyPath } from './config.js';
import { disk } from './disk.js';
import { isLinked, NOT_SHOWN } from './link.js';
import { keysInWords } from './words.js';

/**
 * A configuration error as one line: `path:line:column: message`. The file is read again to find the position; if it
 * is code or cannot be read, the keys that lead there are named instead.
 */
export async function inOneLine(error: ConfigError, shownPath: (path: string) => string): Promise<string> {
  const { where, path, message, place: at } = error;
  if (path.length > 0 && isLinked(where)) return `${shownPath(where)}: ${NOT_SHOWN}`;
  const keys = path.length > 0 ? `${keysInWords(path)}: ` : '';
  const place = at ? `${at.line}:${at.column}` : await placeIn(where, path);
  return place ? `${shownPath(where)}:${place}: ${keys}${message}` : `${shownPath(where)}: ${keys}${message}`;
}

async function placeIn(file: string, path: KeyPath): Promise<string | undefined> {
  if (path.length === 0 || !isAbsolute(file)) return undefined;
  let text: string;
  try {
    text = disk.read(file).replace(/^\ufeff/, '');
  } catch {
    return undefined;
  }
  const full = isPackage(file) ? ['replylint', ...path] : path;
  const offset = /\.(?:[mc]?js)$/.test(file)
    ? undefined
    : /\.jsonc?$/.test(file)
      ? await inJson(text, full)
      : await inYaml(text, full);
  if (offset === undefined) return undefined;
  const { line, column } = new SourceFile(file, text).placeOf(offset);
  return `${line}:${column}`;
}

/** True for a file in which the configuration is the value of one key. */
export function isPackage(file: string): boolean {
  // Cosmiconfig goes by the name, regardless of the extension.
  return parse(file).name === 'package';
}

async function inJson(text: string, path: KeyPath): Promise<number | undefined> {
  const { findNodeAtLocation, parseTree } = await import('jsonc-parser');
  const root = parseTree(text);
  const node = root && findNodeAtLocation(root, [...path]);
  // An unknown key is shown at the key, a wrong value at the value; both start at the property.
  return node ? (typeof path.at(-1) === 'string' ? (node.parent?.offset ?? node.offset) : node.offset) : undefined;
}

async function inYaml(text: string, path: KeyPath): Promise<number | undefined> {
  const { offsetOf, parseDocument } = await import('../read/yaml.js');
  return offsetOf(parseDocument(text).contents, path);
}

import { isAbsolute, parse } from 'node:path';
import { SourceFile } from '../model/source-file.js';
import type { ConfigError, KeyPath } from './config.js';
import { disk } from './disk.js';
import { isLinked, NOT_SHOWN } from './link.js';
import { keysInWords } from './words.js';

/**
 * Formats a configuration error as one line: `path:line:column: message`. The file is read again to find the position.
 * If the file is code or cannot be read, the message names the keys that lead to the fault instead.
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

/** Returns true for a file such as `package.json`, which contains the configuration as the value of a single key. */
export function isPackage(file: string): boolean {
  // Cosmiconfig decides by the name of the file, regardless of its extension.
  return parse(file).name === 'package';
}

async function inJson(text: string, path: KeyPath): Promise<number | undefined> {
  const { findNodeAtLocation, parseTree } = await import('jsonc-parser');
  const root = parseTree(text);
  const node = root && findNodeAtLocation(root, [...path]);
  // An unknown key is reported at the key and an invalid value at the value. Both nodes are found through the property.
  return node ? (typeof path.at(-1) === 'string' ? (node.parent?.offset ?? node.offset) : node.offset) : undefined;
}

async function inYaml(text: string, path: KeyPath): Promise<number | undefined> {
  const { offsetOf, parseDocument } = await import('../read/yaml.js');
  return offsetOf(parseDocument(text).contents, path);
}

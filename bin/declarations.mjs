import { existsSync, readdirSync, readFileSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** What a declaration file takes from another of the package. */
const FROM = /\b(?:from|import)\s*\(?\s*['"](\.{1,2}\/[^'"]+)\.js['"]/g;

/**
 * Removes the declaration files that no entry leads to: nobody who installs the package can name what is in them.
 * @param {string} folder
 * @param {readonly string[]} entries in the folder
 * @returns {string[]} the files that stay
 */
export function keepReachable(folder, entries) {
  const kept = new Set();
  const open = entries.map((entry) => join(folder, entry));
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (kept.has(file)) continue;
    if (!existsSync(file)) throw new Error(`${file}: no such declaration file`);
    kept.add(file);
    for (const [, path] of readFileSync(file, 'utf8').matchAll(FROM))
      open.push(`${resolve(dirname(file), path ?? '')}.d.ts`);
  }
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name);
    if (existsSync(path) && statSync(path).isFile() && !kept.has(path)) rmSync(path);
  }
  removeEmpty(folder);
  return [...kept];
}

function removeEmpty(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory()) removeEmpty(join(folder, entry.name));
  if (readdirSync(folder).length === 0) rmdirSync(folder);
}

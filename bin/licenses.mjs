import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Returns the licenses of the packages in a bundle.
 * @param {string} root
 * @param {Iterable<string>} inputs paths of the bundled files, relative to the root
 * @returns {string}
 */
export function licensesOf(root, inputs) {
  const packages = new Set();
  for (const input of inputs) {
    const [, name] = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input) ?? [];
    if (name !== undefined) packages.add(name);
  }
  return [...packages]
    .sort()
    .map((folder) => licenseIn(join(root, folder)))
    .join(`\n${'-'.repeat(80)}\n\n`);
}

/** @throws for a package that does not name its license */
function licenseIn(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (!file && typeof license !== 'string') throw new Error(`${name}: no license`);
  const text = file ? readFileSync(join(folder, file), 'utf8').trim() : `License: ${license}`;
  return `${name} ${version}\n\n${text}\n`;
}

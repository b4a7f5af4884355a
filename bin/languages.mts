// Compiles `rules/languages/` into one pack per language, tests every phrase against the lines that prove it, and
// writes the packs. Called by build.mjs with the output folder.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { rules } from '../rules/index.js';
import { TELLTALES_FILE } from '../src/language/telltale/load.js';
import { compileLanguages } from '../src/lint/languages/compile.js';

/** @throws Error with one line for each file that cannot be read and each phrase that is not proved */
export async function writeLanguages(root: string, to: string): Promise<void> {
  const { packs, telltales, faults } = await compileLanguages(
    languagesIn(join(root, 'rules/languages')),
    rules,
    programsIn(root),
  );
  if (faults.length > 0) throw new Error(faults.map(({ message }) => message).join('\n'));
  mkdirSync(to, { recursive: true });
  if (telltales) writeFileSync(join(to, TELLTALES_FILE), telltales);
  for (const { code, bytes, evidence } of packs) {
    writeFileSync(join(to, `${code}.bin`), bytes);
    writeFileSync(join(to, `${code}.evidence.json`), JSON.stringify(evidence));
  }
}

/** Returns the source files that look up word classes by name. */
export function programsIn(root: string): string[] {
  return ['rules', 'src'].flatMap((folder) => Object.values(textsBelow(join(root, folder), '.ts')));
}

/** Returns the texts of each language's folder by their relative path, by language. */
export function languagesIn(folder: string): Record<string, Record<string, string>> {
  const codes = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return Object.fromEntries(codes.map(({ name }) => [name, textsBelow(join(folder, name), '.txt')]));
}

function textsBelow(folder: string, ending: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(
    files.map((file) => [relative(folder, file).split(sep).join('/'), readFileSync(file, 'utf8')]),
  );
}

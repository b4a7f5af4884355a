// Compiles `rules/languages/` into one pack a language, tries every phrase on the lines that prove it, and writes what
// passed. Called by build.mjs with the folder to write to.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { rules } from '../rules/index.js';
import { compileLanguages } from '../src/lint/languages/compile.js';

/** @throws Error with a line for everything that cannot be read or proves nothing */
export async function writeLanguages(root: string, to: string): Promise<void> {
  const { packs, faults } = await compileLanguages(languagesIn(join(root, 'rules/languages')), rules, programsIn(root));
  if (faults.length > 0) throw new Error(faults.map(({ message }) => message).join('\n'));
  mkdirSync(to, { recursive: true });
  for (const { code, bytes, evidence } of packs) {
    writeFileSync(join(to, `${code}.bin`), bytes);
    writeFileSync(join(to, `${code}.evidence.json`), JSON.stringify(evidence));
  }
}

/** The texts of programs, which ask for word classes by name. */
export function programsIn(root: string): string[] {
  return ['rules', 'src'].flatMap((folder) => Object.values(textsBelow(join(root, folder), '.ts')));
}

/** By language: the texts of its folder by their path in it. */
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

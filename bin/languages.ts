// Compiles `rules/languages/` into one pack a language, tries every phrase on the lines that prove it, and writes what
// passed. Called by build.js with the folder to write to.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../rules/index.js';
import { compileLanguages } from '../src/lint/languages/compile.js';

/** @throws FolderErrors, a line each, where a file cannot be read or proves nothing */
export async function writeLanguages(root: string, to: string): Promise<void> {
  const sources = ['rules', 'src'].flatMap((folder) => sourcesBelow(join(root, folder)));
  const { packs, faults } = await compileLanguages(join(root, 'rules/languages'), rules, sources);
  if (faults.length > 0) throw new Error(faults.map(({ message }) => message).join('\n'));
  mkdirSync(to, { recursive: true });
  for (const { code, bytes, evidence } of packs) {
    writeFileSync(join(to, `${code}.bin`), bytes);
    writeFileSync(join(to, `${code}.evidence.json`), JSON.stringify(evidence));
  }
}

function sourcesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}

import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { newest } from './built.js';

const root = fileURLToPath(new URL('..', import.meta.url));
/** The folders that language packs are compiled from. */
const SOURCES = ['bin', 'rules', 'src/language', 'src/compose', 'src/rule', 'src/lint/languages'];

/** Runs before all tests, and compiles the languages if a source is newer than the packs. */
export default function compileLanguages(): void {
  const compiledAt = statSync(`${root}dist/languages/en.bin`, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (SOURCES.some((path) => newest(`${root}${path}`) > compiledAt))
    execFileSync(process.execPath, [`${root}bin/build.mjs`, '--languages'], { stdio: 'inherit' });
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LanguagePack } from './pack.js';

/** The name of the pack for all languages. It is the only pack for a language without a folder. */
export const ANY_LANGUAGE = 'any';

/** The folder of the packs. It is next to the bundle; when running from source, it is where the last build put them. */
const FOLDER = join(import.meta.dirname, import.meta.url.endsWith('.ts') ? '../../../dist/languages' : 'languages');

const PACKS = new Map<string, LanguagePack>();

/**
 * Returns the pack of a language, which is read on first use.
 * @param code a language subtag such as `de`
 */
export function packOf(code: string): LanguagePack {
  const known = PACKS.get(code);
  if (known) return known;
  const file = join(FOLDER, `${code}.bin`);
  const exists = /^[a-z]{2,8}$/.test(code) && existsSync(file);
  if (!exists && code !== ANY_LANGUAGE) {
    const any = packOf(ANY_LANGUAGE);
    PACKS.set(code, any);
    return any;
  }
  const made = new LanguagePack(readFileSync(file));
  PACKS.set(code, made);
  return made;
}

/** Replaces a built pack, for use by the build itself and by tests of languages. */
export function usePack(code: string, made: LanguagePack): void {
  PACKS.set(code, made);
}

/** Returns the lines that prove the phrases of each rule in a language, as written by the build. */
export function evidenceOf(code: string): Readonly<Record<string, readonly unknown[]>> {
  const file = join(FOLDER, `${code}.evidence.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

/** Reads a file that the build wrote next to the packs. */
export function readBeside(name: string): Uint8Array {
  return readFileSync(join(FOLDER, name));
}

/** Returns the languages that have a pack. */
export function languagesWithPack(): readonly string[] {
  return readdirSync(FOLDER)
    .flatMap((name) => (name.endsWith('.bin') ? [name.slice(0, -'.bin'.length)] : []))
    .filter((code) => code !== ANY_LANGUAGE)
    .sort();
}

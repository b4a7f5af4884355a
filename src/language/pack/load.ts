import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LanguagePack } from './pack.js';

/** The pack for all languages; the only one for a language without a folder. */
export const ANY_LANGUAGE = 'any';

/** Where the build puts the packs: next to the bundle; for the sources, where the last build put them. */
const FOLDER = join(import.meta.dirname, import.meta.url.endsWith('.ts') ? '../../../dist/languages' : 'languages');

const PACKS = new Map<string, LanguagePack>();

/**
 * The pack of a language, read on first use.
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

/** Replaces a built pack: for the build itself, and for tests of languages. */
export function usePack(code: string, made: LanguagePack): void {
  PACKS.set(code, made);
}

/** By rule: the lines that prove its phrases in a language, as written by the build. */
export function evidenceOf(code: string): Readonly<Record<string, readonly unknown[]>> {
  const file = join(FOLDER, `${code}.evidence.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

/** A file that the build writes next to the packs. */
export function readBeside(name: string): Uint8Array {
  return readFileSync(join(FOLDER, name));
}

/** The languages that have a pack. */
export function languagesWithPack(): readonly string[] {
  return readdirSync(FOLDER)
    .flatMap((name) => (name.endsWith('.bin') ? [name.slice(0, -'.bin'.length)] : []))
    .filter((code) => code !== ANY_LANGUAGE)
    .sort();
}

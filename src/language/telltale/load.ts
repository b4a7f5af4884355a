import { Parts } from '../pack/container.js';
import { readBeside } from '../pack/load.js';
import type { OfLanguage } from './lists.js';
import { TelltaleTable } from './table.js';

/** The name of the file that the build writes next to the language packs. */
export const TELLTALES_FILE = 'telltales.table';

let parts: Parts | undefined;
let texts: TelltaleTable | undefined;
let names: TelltaleTable | undefined;

/** Returns the telltales of texts in all languages. They are read on first use. */
export function telltales(): TelltaleTable {
  texts ??= tableOf('texts');
  return texts;
}

/** Returns the telltales of headings, labels, columns, paths and titles in all languages. */
export function nameTelltales(): TelltaleTable {
  names ??= tableOf('names');
  return names;
}

/** Returns the small words or the names of each language, by language code. The file is read again with each call. */
export function ofLanguages(section: OfLanguage): Readonly<Record<string, readonly string[]>> {
  return JSON.parse(file().text(section));
}

/** Replaces the built table, for use by the build itself. */
export function useTelltales(bytes: Uint8Array): void {
  parts = new Parts(bytes);
  [texts, names] = [undefined, undefined];
}

function file(): Parts {
  parts ??= new Parts(readBeside(TELLTALES_FILE));
  return parts;
}

function tableOf(kind: 'texts' | 'names'): TelltaleTable {
  const from = file();
  return new TelltaleTable({
    units: from.u16(`${kind} units`),
    children: from.u16(`${kind} children`),
    siblings: from.u16(`${kind} siblings`),
    ends: from.u16(`${kind} ends`),
    masks: from.u32(`${kind} masks`),
    below: from.u32(`${kind} below`),
  });
}

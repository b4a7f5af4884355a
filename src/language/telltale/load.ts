import { readFileSync } from 'node:fs';
import { packFile } from '../pack/load.js';
import { TelltaleTable } from './table.js';

/** The file that the build writes beside the packs of the languages. */
export const TELLTALES_FILE = 'telltales.table';

let table: TelltaleTable | undefined;

/** The telltales of all languages, read when they are first asked for. */
export function telltales(): TelltaleTable {
  table ??= new TelltaleTable(readFileSync(packFile(TELLTALES_FILE)));
  return table;
}

/** Uses a table in place of the one that was built: for the build itself. */
export function useTelltales(bytes: Uint8Array): void {
  table = new TelltaleTable(bytes);
}

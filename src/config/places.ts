import { join } from 'node:path';
import { disk } from './disk.js';
import { checkFile } from './load.js';
import { isPackage } from './place.js';

/** Places of a configuration, in the order in which they are looked for in a folder. */
export const PLACES = [
  'package.json',
  '.replylintrc',
  '.replylintrc.json',
  '.replylintrc.jsonc',
  '.replylintrc.yaml',
  '.replylintrc.yml',
  '.replylintrc.js',
  '.replylintrc.mjs',
  '.replylintrc.cjs',
  'replylint.config.js',
  'replylint.config.mjs',
  'replylint.config.cjs',
];

/** Names that people give to configurations in other tools, and that are not read here. */
const MISTAKEN = /^(?:\.?replylint\.config|\.replylintrc|\.replylint)\.(?:[cm]?[jt]sx?|json[5c]?|ya?ml|toml|ini)$/;

/** What a folder holds that is a configuration, or looks like one. */
export interface Candidates {
  /** In the order in which they count. */
  readonly places: readonly string[];
  readonly mistaken: readonly string[];
}

/**
 * A look at the names saves loading the search where there is nothing to find, the usual case.
 * @throws ConfigError where one is no file, or too large
 */
export function candidatesIn(folder: string): Candidates {
  const names = namesIn(folder);
  const places = PLACES.filter((place) => names.has(place) && holds(join(folder, place)));
  return { places, mistaken: [...names].filter((name) => MISTAKEN.test(name) && !PLACES.includes(name)).sort() };
}

function namesIn(folder: string): ReadonlySet<string> {
  try {
    return new Set(disk.names(folder));
  } catch {
    // A folder can be closed to lists and still hold files.
    return new Set(PLACES.filter((place) => disk.isThere(join(folder, place))));
  }
}

/** A folder is no configuration, and a package need not hold one. */
function holds(path: string): boolean {
  if (disk.isFolder(path)) return false;
  if (!isPackage(path)) {
    checkFile(path);
    return true;
  }
  if (!disk.exists(path)) return false;
  checkFile(path);
  return disk.read(path).includes('"replylint"');
}

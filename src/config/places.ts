import { join } from 'node:path';
import { disk } from './disk.js';
import { checkFile } from './load.js';
import { isPackage } from './place.js';

/** File names of configurations, in search order. */
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

/** Names that other tools use for configurations, but that replylint does not read. */
const MISTAKEN = /^(?:\.?replylint\.config|\.replylintrc|\.replylint)\.(?:[cm]?[jt]sx?|json[5c]?|ya?ml|toml|ini)$/;

/** Returns true for the name of a configuration file, or a name that looks like one. */
export function isConfigName(name: string): boolean {
  return PLACES.includes(name) || MISTAKEN.test(name);
}

/** The files in a folder that are configurations or look like configurations. */
export interface Candidates {
  /** The names of configurations, in order of precedence. */
  readonly places: readonly string[];
  readonly mistaken: readonly string[];
}

/**
 * Checks which configurations a folder contains. Checking the names first avoids loading the search, because most
 * folders contain none.
 * @throws ConfigError if one of them is not a regular file or is too large
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
    // A folder can be unreadable as a list and still contain readable files.
    return new Set(PLACES.filter((place) => disk.isThere(join(folder, place))));
  }
}

/** Returns true if a path contains a configuration. A folder never does, and a package file may not. */
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

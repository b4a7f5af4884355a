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

/** Names that other tools use for configurations, and that are not read here. */
const MISTAKEN = /^(?:\.?replylint\.config|\.replylintrc|\.replylint)\.(?:[cm]?[jt]sx?|json[5c]?|ya?ml|toml|ini)$/;

/** True for the name of a file that is a configuration or looks like one. */
export function isConfigName(name: string): boolean {
  return PLACES.includes(name) || MISTAKEN.test(name);
}

/** The files in a folder that are configurations or look like one. */
export interface Candidates {
  /** In order of precedence. */
  readonly places: readonly string[];
  readonly mistaken: readonly string[];
}

/**
 * Checking the names first avoids loading the search if there is nothing to find, as usual.
 * @throws ConfigError if one is not a regular file, or too large
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
    // A folder may not be listable and still contain files.
    return new Set(PLACES.filter((place) => disk.isThere(join(folder, place))));
  }
}

/** A folder is not a configuration, and a package file may not contain one. */
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

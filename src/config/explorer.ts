import { realpath } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { cosmiconfig, defaultLoaders, type Loader, type PublicExplorer } from 'cosmiconfig';
import { metaSearchPlaces } from 'cosmiconfig/dist/defaults.js';
import { parse, printParseErrorCode } from 'jsonc-parser';
import { SourceFile } from '../model/source-file.js';
import { ConfigError } from './config.js';
import { isPackage } from './place.js';
import { PLACES } from './places.js';

// Cosmiconfig reads a configuration of its own from the working directory, code included, before it is asked for
// anything. There is no option against it, and the folder may be a stranger's: without places it reads none.
metaSearchPlaces.length = 0;

/**
 * Cosmiconfig, set to look into one folder only.
 * @param trusted false where no code may run
 */
export function explorer(trusted: boolean): PublicExplorer {
  return cosmiconfig('replylint', {
    searchPlaces: PLACES,
    searchStrategy: 'none',
    cache: false,
    loaders: loadersFor(trusted),
  });
}

/** One loader for each kind of file that a configuration can be; a file of any other kind is refused. */
function loadersFor(trusted: boolean): Record<string, Loader> {
  const code = trusted ? loadCode : refuseCode;
  const data: Record<string, Loader> = {
    '.json': parseJson,
    '.jsonc': parseJson,
    '.yaml': defaultLoaders['.yaml'],
    '.yml': defaultLoaders['.yml'],
    noExt: defaultLoaders.noExt,
    default: refuseKind,
  };
  const all: Record<string, Loader> = { ...data, '.js': code, '.mjs': code, '.cjs': code, '.ts': refuseKind };
  return Object.fromEntries(Object.entries(all).map(([extension, loader]) => [extension, withoutImports(loader)]));
}

async function loadCode(path: string): Promise<unknown> {
  const { default: value } = (await import(pathToFileURL(await realpath(path)).href)) as { default?: unknown };
  return value;
}

function refuseCode(path: string): never {
  throw new ConfigError('a configuration that is code does not run with --untrusted', path);
}

function refuseKind(path: string): never {
  throw new ConfigError('expected a .json, .jsonc, .yaml, .yml, .js, .mjs or .cjs file', path);
}

/** Cosmiconfig follows `$import` by itself, into code, too; `extends` is what replylint knows and checks. */
function withoutImports(load: Loader): Loader {
  return async (path, text) => {
    const value: unknown = await load(path, text);
    const config = isPackage(path) ? memberOf(value, 'replylint') : value;
    if (memberOf(config, '$import') !== undefined)
      throw new ConfigError('unknown key; use "extends" to build on another configuration', path, ['$import']);
    return value;
  };
}

function memberOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;
}

/** JSON with comments and trailing commas, in `.json` too: people paste configurations from pages that have them. */
function parseJson(path: string, text: string): unknown {
  if (text.trim() === '') return undefined;
  const errors: { error: number; offset: number; length: number }[] = [];
  const value: unknown = parse(text.replace(/^\ufeff/, ''), errors, { allowTrailingComma: true });
  const [first] = errors;
  if (first) {
    const { line, column } = new SourceFile(path, text).placeOf(first.offset);
    const words = printParseErrorCode(first.error)
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .toLowerCase();
    throw new ConfigError(`line ${line}, column ${column}: ${words}`, path);
  }
  return value;
}

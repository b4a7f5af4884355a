import { cosmiconfig, type Loader, type PublicExplorer } from 'cosmiconfig';
import { metaSearchPlaces } from 'cosmiconfig/dist/defaults.js';
import { loadCode } from './code.js';
import { ConfigError } from './config.js';
import { parseJson } from './json.js';
import { isPackage } from './place.js';
import { parseYaml } from './yaml.js';

// When Cosmiconfig is created, it looks in the working directory for a configuration of its own, including code. No
// option prevents that and the folder may be untrusted, so the list of places to search is cleared.
metaSearchPlaces.length = 0;

/**
 * Returns a Cosmiconfig explorer that searches a single folder.
 * @param places the file names to look for
 * @param trusted false if no code may run
 */
export function explorer(places: readonly string[], trusted: boolean): PublicExplorer {
  return cosmiconfig('replylint', {
    searchPlaces: [...places],
    searchStrategy: 'none',
    // An empty configuration is an error, not a reason to keep searching.
    ignoreEmptySearchPlaces: false,
    cache: false,
    loaders: loadersFor(trusted),
  });
}

/** Returns a loader for each kind of configuration file. Any other kind is rejected. */
function loadersFor(trusted: boolean): Record<string, Loader> {
  const code = withoutImports(trusted ? loadCode : refuseCode);
  const json = withoutImports(ofText(parseJson));
  const yaml = withoutImports(ofText(parseYaml));
  return {
    '.json': json,
    '.jsonc': json,
    '.yaml': yaml,
    '.yml': yaml,
    noExt: yaml,
    '.js': code,
    '.mjs': code,
    '.cjs': code,
    '.ts': refuseKind,
    default: refuseKind,
  };
}

function refuseCode(path: string): never {
  throw new ConfigError('JavaScript configuration files are not allowed with --untrusted', path);
}

function refuseKind(path: string): never {
  throw new ConfigError('expected a .json, .jsonc, .yaml, .yml, .js, .mjs or .cjs file', path);
}

type Parse = (path: string, text: string) => unknown;

function ofText(parse: Parse): Parse {
  return (path, text) => {
    if (/[\0\ufffd]/.test(text)) throw new ConfigError('is not UTF-8 text', path);
    try {
      return parse(path, text);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new ConfigError('is nested too deeply', path);
    }
  };
}

/** Cosmiconfig follows `$import` on its own, even into code, whereas replylint supports and checks only `extends`. */
function withoutImports(load: Parse): Loader {
  return async (path, text) => {
    const value: unknown = await load(path, text);
    const config = isPackage(path) ? memberOf(value, 'replylint') : value;
    // An empty configuration is an error, because Cosmiconfig would otherwise continue its search.
    if (config === null) throw new ConfigError('the configuration is empty', path);
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

import { cosmiconfig, defaultLoaders, type PublicExplorer } from 'cosmiconfig';
import { parse, printParseErrorCode } from 'jsonc-parser';
import { SourceFile } from '../model/source-file.js';
import { ConfigError } from './config.js';
import { PLACES } from './places.js';

/** Cosmiconfig, set to look from a folder upward to `stopDir`. */
export function explorerUpTo(stopDir: string): PublicExplorer {
  return cosmiconfig('replylint', {
    searchPlaces: PLACES,
    searchStrategy: 'global',
    stopDir,
    cache: false,
    loaders: { ...defaultLoaders, '.json': parseJson, '.jsonc': parseJson },
  });
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

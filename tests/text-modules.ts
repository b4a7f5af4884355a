import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Plugin } from 'vitest/config';

const PREFIX = '\0text:';

/** Files that are imported as texts, as esbuild does it for `with { type: 'text' }`. */
export function textModules(): Plugin {
  return {
    name: 'text-modules',
    enforce: 'pre',
    // A name that ends otherwise, so that no other plug-in takes it for a style sheet or a module.
    resolveId: (source, importer) =>
      importer && /\.(?:css|browser\.js)$/.test(source)
        ? `${PREFIX}${resolve(dirname(importer), source)}.txt`
        : undefined,
    load: (id) =>
      id.startsWith(PREFIX)
        ? `export default ${JSON.stringify(readFileSync(id.slice(PREFIX.length, -'.txt'.length), 'utf8'))}`
        : undefined,
  };
}

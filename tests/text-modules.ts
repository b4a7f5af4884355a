import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Plugin } from 'vitest/config';

const PREFIX = '\0text:';

/** Files that are imported as texts, like esbuild's `with { type: 'text' }`. */
export function textModules(): Plugin {
  return {
    name: 'text-modules',
    enforce: 'pre',
    // A different extension, so that no other plug-in treats it as a style sheet or a module.
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

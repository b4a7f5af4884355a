import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Plugin } from 'vitest/config';

const PREFIX = '\0text:';

/** A plug-in for files that are imported as text, as with `with { type: 'text' }` in esbuild. */
export function textModules(): Plugin {
  return {
    name: 'text-modules',
    enforce: 'pre',
    // The extension is changed so that no other plug-in treats the file as a style sheet or a module.
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

import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The folder of the package. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Options that esbuild needs to bundle the sources. */
export const SOURCES = {
  absWorkingDir: ROOT,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  conditions: ['replylint-src'],
  mainFields: ['module', 'main'],
  // Some bundled packages are CommonJS and load Node's built-in modules with `require`.
  banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
  logLevel: 'warning',
};

/** Loads esbuild on demand, because it may have been installed only a moment before. */
export function esbuild() {
  return createRequire(join(ROOT, 'package.json'))('esbuild');
}

/**
 * Bundles a script that imports the sources, and imports the bundle.
 * @param {string} script the path of the script, such as `bin/languages.mts`
 * @param {string} name the name of the bundle
 */
export async function importBundled(script, name) {
  const outfile = join(ROOT, 'node_modules/.cache/replylint', `${name}.mjs`);
  await esbuild().build({ ...SOURCES, entryPoints: [script], outfile });
  return import(`${pathToFileURL(outfile)}?${Date.now()}`);
}

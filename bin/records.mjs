// `npm run records [-- --check] [--labels FILE …] [--written-on FILE …]`: bundles group-records.mts and runs it.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const { build } = createRequire(join(root, 'package.json'))('esbuild');
const program = join(root, 'node_modules/.cache/replylint/records.mjs');
await build({
  absWorkingDir: root,
  entryPoints: ['bin/group-records.mts'],
  outfile: program,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  conditions: ['replylint-src'],
  mainFields: ['module', 'main'],
  banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
  logLevel: 'warning',
});
const { main } = await import(`${pathToFileURL(program)}?${Date.now()}`);
process.exitCode = await main(root, process.argv.slice(2), (line) => process.stdout.write(`${line}\n`));

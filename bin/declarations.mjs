import { rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Bundles the type declarations of each entry point into one file, and those that several entry points share into
 * another.
 * @param {string} from the folder with one declaration file per source file; it is removed afterward
 * @param {string} to the output folder
 */
export async function bundleDeclarations(from, to) {
  // Rollup is imported here because `prepare` may have to install it first.
  const { rollup } = await import('rollup');
  const { dts } = await import('rollup-plugin-dts');
  const bundle = await rollup({
    input: {
      index: join(from, 'src/index.d.ts'),
      rule: join(from, 'src/rule/index.d.ts'),
      rules: join(from, 'rules/index.d.ts'),
    },
    external: ['replylint/rule'],
    plugins: [dts()],
    logLevel: 'silent',
  });
  await bundle.write({ dir: to, entryFileNames: '[name].d.ts', chunkFileNames: 'shared.d.ts' });
  await bundle.close();
  rmSync(from, { recursive: true });
}

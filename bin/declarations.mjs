import { rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Puts the declarations of each entry into one file, and what several entries share into another.
 * @param {string} from the folder with a declaration file for each source file; removed afterwards
 * @param {string} to
 */
export async function bundleDeclarations(from, to) {
  // Imported late: `prepare` may have to install them first.
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

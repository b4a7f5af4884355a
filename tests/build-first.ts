import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const SOURCES = ['bin', 'src', 'rules', 'package.json', 'package-lock.json'];

/** Builds before the tests that run what is built, unless it is newer than all that it is built from. */
export default function buildFirst(): void {
  const built = statSync(join(root, 'dist/types/src/index.d.ts'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (SOURCES.some((path) => newest(join(root, path)) > built))
    execFileSync(process.execPath, [join(root, 'bin/build.js')], { stdio: 'inherit' });
}

function newest(path: string): number {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

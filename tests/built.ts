import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const SOURCES = ['bin', 'src', 'rules', 'package.json', 'package-lock.json', 'tsconfig.json'];
/** The build writes the declarations last. */
const LAST_WRITTEN = join(root, 'dist/index.d.ts');

let isFresh = false;

/** The path of a built file. The first call runs the build, unless it is newer than all its sources. */
export function built(name: string): string {
  if (!isFresh) build();
  return join(root, 'dist', name);
}

/** Before all tests of a configuration: runs the build if it is outdated. */
export default function build(): void {
  const writtenAt = statSync(LAST_WRITTEN, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (SOURCES.some((path) => newest(join(root, path)) > writtenAt))
    execFileSync(process.execPath, [join(root, 'bin/build.mjs')], { stdio: 'inherit' });
  isFresh = true;
}

/** When a file, or anything in a folder, last changed. */
export function newest(path: string): number {
  const entry = statSync(path);
  if (!entry.isDirectory()) return entry.mtimeMs;
  return Math.max(entry.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

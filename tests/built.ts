import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const SOURCES = ['bin', 'src', 'rules', 'package.json', 'package-lock.json', 'tsconfig.json'];
/** The file that the build writes last, which is one of the type declarations. */
const LAST_WRITTEN = join(root, 'dist/index.d.ts');

let isFresh = false;

/** Returns the path of a built file. The first call runs the build if the build is older than its sources. */
export function built(name: string): string {
  if (!isFresh) build();
  return join(root, 'dist', name);
}

/** Runs before all tests of a configuration, and builds the package if the build is outdated. */
export default function build(): void {
  const writtenAt = statSync(LAST_WRITTEN, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (SOURCES.some((path) => newest(join(root, path)) > writtenAt))
    execFileSync(process.execPath, [join(root, 'bin/build.mjs')], { stdio: 'inherit' });
  isFresh = true;
}

/** Returns the time of the last change to a file, or to anything in a folder. */
export function newest(path: string): number {
  const entry = statSync(path);
  if (!entry.isDirectory()) return entry.mtimeMs;
  return Math.max(entry.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

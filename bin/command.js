import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';

/** The command in one file, as the build wrote it. */
export const BUNDLE = fileURLToPath(new URL('../dist/command.cjs', import.meta.url));
/** What this version of Node made of it, if it was the one that built it. */
export const CODE = join(dirname(BUNDLE), `command-${process.version}-${process.arch}.code`);

// Most runs are over before code that was optimised for speed has paid for the time that this took: in Node 20 a third of
// the time of a short run goes there. One over a thousand files gains, too; one over ten thousand replies takes a tenth
// longer. Later versions have a middle tier and do not know the flag.
if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=1000000');

/**
 * Loads the command. V8 takes its code from a file where it can. A version of Node that did not build it compiles it,
 * and keeps the code in the user's cache folder for the next run.
 * @param {{ keep?: boolean }} options keep: false where nothing outside the working directory may be read or written
 * @returns {{ command: { run(): Promise<void>, serve(): Promise<void> }, script: Script, ran(): void }} `ran` is to be
 * called when the command is done
 */
export function load({ keep = true } = {}) {
  const built = read(CODE);
  const kept = built || !keep || process.env.NODE_DISABLE_COMPILE_CACHE ? undefined : keptCode();
  const code = built ?? (kept === undefined ? undefined : read(kept));
  const script = scriptFrom(readFileSync(BUNDLE, 'latin1'), code);
  const module = { exports: {} };
  const own = [module.exports, createRequire(BUNDLE), module, BUNDLE, dirname(BUNDLE)];
  script.runInThisContext()(...own, (specifier) => import(specifier));
  const ran = () => {
    if (kept !== undefined && (!code || script.cachedDataRejected)) write(kept, script.createCachedData());
  };
  return { command: module.exports, script, ran };
}

function scriptFrom(source, cachedData) {
  return new Script(`(function(exports,require,module,__filename,__dirname,__import){${source}\n})`, {
    filename: BUNDLE,
    ...(cachedData && { cachedData }),
  });
}

/** Where the code is kept. V8 compares no more than the length of a source: the name tells which file it was. */
function keptCode() {
  const { mtimeMs, size } = statSync(BUNDLE);
  const place = Buffer.from(dirname(BUNDLE)).toString('base64url').slice(-60);
  const name = `${process.version}-${process.arch}-${size}-${mtimeMs}-${place}.code`;
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  return join(XDG_CACHE_HOME || LOCALAPPDATA || join(homedir(), '.cache'), 'replylint', name);
}

function read(file) {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** Whole or not at all; a folder that cannot be written to costs no more than time. */
function write(file, code) {
  try {
    mkdirSync(dirname(file), { recursive: true });
    const beside = `${file}.${process.pid}`;
    writeFileSync(beside, code);
    renameSync(beside, file);
  } catch {}
}

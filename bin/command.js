import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { constants, Script } from 'node:vm';

/** The command in one file, as the build wrote it. */
export const BUNDLE = fileURLToPath(new URL('../dist/command.cjs', import.meta.url));
/** What V8 made of it at build time. */
export const CODE = fileURLToPath(new URL('../dist/command.code', import.meta.url));

// Most runs are over before code that was optimised for speed has paid for the time that this took: in Node 20 a third of
// the time of a short run goes there. One over a thousand files gains, too; one over ten thousand replies takes a tenth
// longer. Later versions have a middle tier and do not know the flag.
if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=1000000');

/**
 * Loads the command. V8 takes its code from a file where it can, and compiles it where that file is missing or was made
 * by another version: then the code is kept in the user's cache folder for the next run.
 * @param {{ keep?: boolean }} options keep: false where nothing outside the working directory may be read or written
 * @returns {{ command: { run(): Promise<void>, serve(): Promise<void> }, script: Script, ran(): void }} `ran` is to be called
 * when the command is done
 */
export function load({ keep = true } = {}) {
  const source = readFileSync(BUNDLE, 'latin1');
  let script = scriptFrom(source, read(CODE));
  let kept;
  if (script.cachedDataRejected !== false && keep && !process.env.NODE_DISABLE_COMPILE_CACHE) {
    kept = keptFor(source);
    const code = read(kept);
    if (code) script = scriptFrom(source, code);
  }
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(BUNDLE), module, BUNDLE, dirname(BUNDLE));
  const ran = () => {
    if (kept !== undefined && script.cachedDataRejected !== false) write(kept, script.createCachedData());
  };
  return { command: module.exports, script, ran };
}

function scriptFrom(source, cachedData) {
  return new Script(`(function(exports,require,module,__filename,__dirname){${source}\n})`, {
    filename: BUNDLE,
    ...(cachedData && { cachedData }),
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
}

/** Where the code of this bundle, for this version of Node, is kept. V8 compares no more than the length of a source. */
function keptFor(source) {
  const { createHash } = createRequire(BUNDLE)('node:crypto');
  const name = createHash('sha256')
    .update(source)
    .update(process.version)
    .update(process.arch)
    .digest('hex')
    .slice(0, 24);
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  return join(XDG_CACHE_HOME || LOCALAPPDATA || join(homedir(), '.cache'), 'replylint', `${name}.code`);
}

function read(file) {
  try {
    return existsSync(file) ? readFileSync(file) : undefined;
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

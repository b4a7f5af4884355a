const { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { dirname, join } = require('node:path');
const { setFlagsFromString } = require('node:v8');
const { Script } = require('node:vm');

/** The command in one file, as the build wrote it. */
const BUNDLE = join(__dirname, '../dist/command.cjs');
/** What this version of Node made of it, if it was the one that built it. */
const CODE = join(dirname(BUNDLE), `command-${process.version}-${process.arch}.code`);

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
function load({ keep = true } = {}) {
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

/** False in a checkout that was not built. */
function isBuilt() {
  return existsSync(BUNDLE);
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
  const { homedir } = require('node:os');
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

module.exports = { CODE, isBuilt, load };

const { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { dirname, join } = require('node:path');
const { setFlagsFromString } = require('node:v8');
const { Script } = require('node:vm');

/** The command in one file, as the build wrote it. */
const BUNDLE = join(__dirname, '../dist/command.cjs');
/** V8's compiled code for this version of Node, if this version built it. */
const CODE = join(dirname(BUNDLE), `command-${process.version}-${process.arch}.code`);

// Most runs end before optimized code pays for the time it takes to compile: in Node 20, a third of a short run is
// spent there. A run over a thousand files gains, too; a run over ten thousand replies takes a tenth longer. Later
// versions of Node have a middle tier and do not know the flag.
if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=1000000');

/**
 * Loads the command, from V8's compiled code if possible. Other versions of Node compile it and keep the code in the
 * user's cache folder for the next run.
 * @param {{ keep?: boolean }} options keep: false if nothing outside the working directory may be read or written
 * @returns {{ command: { run(): Promise<void>, serve(): Promise<void> }, script: Script, ran(): void }} call `ran`
 * when the command is done
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

/** False in a checkout without a build. */
function isBuilt() {
  return existsSync(BUNDLE);
}

function scriptFrom(source, cachedData) {
  return new Script(`(function(exports,require,module,__filename,__dirname,__import){${source}\n})`, {
    filename: BUNDLE,
    ...(cachedData && { cachedData }),
  });
}

/** Where the compiled code is kept. V8 compares only the length of a source, so the name identifies the file. */
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

/** Written atomically; if the folder is not writable, only time is lost. */
function write(file, code) {
  try {
    mkdirSync(dirname(file), { recursive: true });
    const beside = `${file}.${process.pid}`;
    writeFileSync(beside, code);
    renameSync(beside, file);
  } catch {}
}

module.exports = { CODE, isBuilt, load };

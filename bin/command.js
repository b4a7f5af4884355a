const { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { Script } = require('node:vm');

/** Most of the command, as the build wrote it. The other files are in the folder beside it. */
const BUNDLE = join(__dirname, '../dist/command.cjs');
const FOLDER = join(dirname(BUNDLE), 'command');
/** Of most paths it is known without a module that takes a while to start. */
const URL_OF_BUNDLE = /^\/[\w/.-]+$/.test(BUNDLE) ? `file://${BUNDLE}` : require('node:url').pathToFileURL(BUNDLE).href;

/**
 * Most runs are over before code that was optimized for speed has paid for the time that this took: in Node 20 a third of
 * a short run goes there, and into regular expressions that are compiled twice. A run over a thousand files gains, too;
 * one over ten thousand replies takes a tenth longer. Later versions of V8 have a middle tier, and do not know the first.
 */
const FLAGS = {
  short: ['--interrupt-budget=1000000', '--regexp-tier-up-ticks=50', '--no-regexp-peephole-optimization'],
  default: ['--interrupt-budget=67584', '--regexp-tier-up-ticks=1', '--regexp-peephole-optimization'],
};

/**
 * Sets the flags of V8. It takes no code from a file that was written under others.
 * @param {'short' | 'default'} kind
 */
function setFlags(kind) {
  if (!process.versions.v8.startsWith('11.')) return;
  const { setFlagsFromString } = require('node:v8');
  for (const flag of FLAGS[kind]) setFlagsFromString(flag);
}

/** What this version of Node made of a file, if it was the one that built it. */
function codeOf(file) {
  return file.replace(/\.cjs$/, `-${process.version}-${process.arch}.code`);
}

/**
 * Loads the command. V8 takes its code from files where it can. A version of Node that did not build it compiles it, and
 * keeps the code of the largest file in the user's cache folder for the next run.
 * @param {{ keep?: boolean }} options keep: false where nothing outside the working directory may be read or written
 * @returns {{ command: { run(): Promise<void>, serve(): Promise<void> }, scripts: Map<string, Script>, ran(): void }}
 * `scripts` has all that was loaded, by file; `ran` is to be called when the command is done
 */
function load({ keep = true } = {}) {
  const built = read(codeOf(BUNDLE));
  const kept = built || !keep || process.env.NODE_DISABLE_COMPILE_CACHE ? undefined : keptCode();
  const code = built ?? (kept === undefined ? undefined : read(kept));
  const scripts = new Map();
  const loaded = new Map();
  const loadFile = (file) => {
    const known = loaded.get(file);
    if (known) return known.exports;
    const script = scriptFrom(file, file === BUNDLE ? code : built && read(codeOf(file)));
    scripts.set(file, script);
    const module = { exports: {} };
    loaded.set(file, module);
    const own = (name) => (name.startsWith('.') ? loadFile(join(dirname(file), name)) : require(name));
    own.cache = require.cache;
    const importing = (specifier) => import(specifier);
    const place = [file, dirname(file), URL_OF_BUNDLE, dirname(BUNDLE)];
    script.runInThisContext()(module.exports, own, module, ...place, require, chunk, importing);
    return module.exports;
  };
  const chunk = (name) => loadFile(join(FOLDER, `${name}.cjs`));
  const command = chunk('entry');
  const ran = () => {
    const script = scripts.get(BUNDLE);
    if (kept === undefined || (code && !script.cachedDataRejected)) return;
    setFlags('default');
    write(kept, script.createCachedData());
  };
  return { command, scripts, ran };
}

/** False in a checkout without a build. */
function isBuilt() {
  return existsSync(BUNDLE);
}

/** @param file that the build wrote: a function, whose characters are one byte each */
function scriptFrom(file, cachedData) {
  return new Script(readFileSync(file, 'latin1'), { filename: file, ...(cachedData && { cachedData }) });
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

module.exports = { codeOf, isBuilt, load, setFlags };

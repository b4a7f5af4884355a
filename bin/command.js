const { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } = require('node:fs');
const { dirname, join, sep } = require('node:path');
const { Script } = require('node:vm');

/** The main file of the built command. The other files are in the folder next to it. */
const BUNDLE = join(__dirname, '../dist/command.cjs');
const FOLDER = join(dirname(BUNDLE), 'command');
/** Most paths can be converted to a URL without `node:url`, which is slow to load. */
const URL_OF_BUNDLE = /^\/[\w/.-]+$/.test(BUNDLE) ? `file://${BUNDLE}` : require('node:url').pathToFileURL(BUNDLE).href;

/**
 * V8 flags. In most runs, optimizing code takes longer than the optimized code saves: in Node 20, a third of a short
 * run is spent on optimization and on compiling regular expressions twice. With the `short` flags, a run over 1,000
 * files is also faster, but a run over 10,000 replies takes 10% longer. Later versions of V8 have a middle compiler
 * tier and do not support the first flag.
 */
const FLAGS = {
  short: ['--interrupt-budget=1000000', '--regexp-tier-up-ticks=50', '--no-regexp-peephole-optimization'],
  default: ['--interrupt-budget=67584', '--regexp-tier-up-ticks=1', '--regexp-peephole-optimization'],
};

/**
 * Sets V8's flags. V8 rejects cached code that was compiled under different flags.
 * @param {'short' | 'default'} kind
 */
function setFlags(kind) {
  if (!process.versions.v8.startsWith('11.')) return;
  const { setFlagsFromString } = require('node:v8');
  for (const flag of FLAGS[kind]) setFlagsFromString(flag);
}

/** Returns V8's compiled code of a file, if this version of Node created it during the build. */
function codeOf(file) {
  return file.replace(/\.cjs$/, `-${process.version}-${process.arch}.code`);
}

/**
 * Loads the command. V8 takes its compiled code from files if possible. A version of Node that did not build the
 * package compiles it, and stores the code of the largest file in the user's cache folder for the next run.
 * @param {{ keep?: boolean }} options keep: false if nothing outside the working directory may be read or written
 * @returns {{ command: { run(): Promise<void>, serve(): Promise<void> }, scripts: Map<string, Script>, ran(): void }}
 * `scripts` contains everything that was loaded, by file; call `ran` when the command has finished
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
  // Bundled code calls this before each call of a chunk's function, so it does not normalize the path.
  const chunk = (name) => loadFile(`${FOLDER}${sep}${name}.cjs`);
  const command = chunk('entry');
  const ran = () => {
    const script = scripts.get(BUNDLE);
    if (kept === undefined || (code && !script.cachedDataRejected)) return;
    setFlags('default');
    write(kept, script.createCachedData());
  };
  return { command, scripts, ran };
}

/** Returns false in a checkout that has not been built. */
function isBuilt() {
  return existsSync(BUNDLE);
}

/** @param file a file written by the build: a function, with one byte per character */
function scriptFrom(file, cachedData) {
  return new Script(readFileSync(file, 'latin1'), { filename: file, ...(cachedData && { cachedData }) });
}

/**
 * Returns the path of the stored code. V8 compares only the length of a source, so the name of the path identifies the
 * file.
 */
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

/** Writes a file atomically. If the folder is not writable, the only loss is time. */
function write(file, code) {
  try {
    mkdirSync(dirname(file), { recursive: true });
    const beside = `${file}.${process.pid}`;
    writeFileSync(beside, code);
    renameSync(beside, file);
  } catch {}
}

module.exports = { codeOf, isBuilt, load, setFlags };

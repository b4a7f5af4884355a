import { createRequire } from 'node:module';
import { dirname, isAbsolute, resolve } from 'node:path';
import { type Config, ConfigError, type ConfigPart, type FoundConfig, type KeyPath, type Plugin } from './config.js';
import { hint } from './hint.js';
import { loadPlugin } from './plugin.js';
import { PRESET_NAMES } from './presets.js';
import { quoted } from './words.js';

/** The name that messages use for the built-in configuration. */
export const BUILT_IN = 'the built-in configuration';

/**
 * The dependencies of `assemble`: how to load a configuration file, and whether its code may run. Each file is loaded
 * once and its value has been checked.
 */
export interface ConfigSource {
  readonly trusted: boolean;
  /** @throws ConfigError if the file cannot be loaded or is invalid */
  load(path: string): Promise<Config>;
}

/**
 * Assembles a configuration with everything it extends and the rules of its plug-ins. A part that is extended twice
 * counts only at its last position.
 * @throws ConfigError if an extended configuration or a plug-in is missing or invalid, or if a configuration extends
 * itself
 */
export async function assemble(file: string, source: ConfigSource): Promise<FoundConfig> {
  const assembly = new Assembly(source);
  await assembly.add(await source.load(file), file);
  return { ...assembly.inOrder(), file, root: dirname(file) };
}

/** Collects the parts from last to first, so that a repeated part is kept at its last position. */
class Assembly {
  readonly #source: ConfigSource;
  readonly #parts: ConfigPart[] = [];
  readonly #plugins: Plugin[] = [];
  /** The files added so far. The value is false while the parts that a file extends are being added. */
  readonly #isAdded = new Map<string, boolean>();
  readonly #presets = new Set<string>();
  #hasBase = false;

  constructor(source: ConfigSource) {
    this.#source = source;
  }

  /** @param where the path of the configuration file */
  async add(config: Config, where: string): Promise<void> {
    this.#isAdded.set(where, false);
    this.#parts.push({ config, where });
    for (const [index, name] of [...(config.plugins ?? []).entries()].reverse())
      await this.#addPlugin(name, where, ['plugins', index]);
    const names = extendedBy(config);
    if (names?.length === 0) this.#hasBase = true;
    for (const { name, path } of [...(names ?? [])].reverse()) await this.#extend(name, where, path);
    this.#isAdded.set(where, true);
  }

  inOrder(): Pick<FoundConfig, 'parts' | 'plugins'> {
    const base: ConfigPart[] = this.#hasBase ? [] : [recommended()];
    return { parts: [...base, ...this.#parts.reverse()], plugins: this.#plugins.reverse() };
  }

  async #extend(name: string, where: string, path: KeyPath): Promise<void> {
    const preset = /^replylint:(.+)$/s.exec(name)?.[1];
    if (preset !== undefined) {
      this.#hasBase = true;
      if (!this.#presets.has(preset)) this.#parts.push({ preset, where, path });
      this.#presets.add(preset);
      return;
    }
    const target = resolved(name, where, path);
    const isAdded = this.#isAdded.get(target);
    if (isAdded === false) throw new ConfigError(`${quoted(name)} extends itself`, where, path);
    if (isAdded === undefined) await this.add(await this.#source.load(target), target);
  }

  async #addPlugin(name: string, where: string, path: KeyPath): Promise<void> {
    if (!this.#source.trusted) throw new ConfigError('plug-ins are not allowed with --untrusted', where, path);
    const file = resolved(name, where, path);
    if (this.#plugins.some((plugin) => plugin.file === file)) return;
    this.#plugins.push({ rules: await loadPlugin({ name, file, where, path }), file, where, path });
  }
}

/** Returns the preset that applies if a configuration extends nothing. */
export function recommended(): ConfigPart {
  return { preset: 'recommended', where: BUILT_IN, path: [] };
}

function extendedBy({ extends: names }: Config): { name: string; path: KeyPath }[] | undefined {
  if (names === undefined) return undefined;
  if (typeof names === 'string') return [{ name: names, path: ['extends'] }];
  return names.map((name, index) => ({ name, path: ['extends', index] }));
}

/** Resolves a path or package name from the file that refers to it. */
function resolved(name: string, from: string, path: KeyPath): string {
  if (name.startsWith('.') || isAbsolute(name)) return resolve(dirname(from), name);
  try {
    return createRequire(from).resolve(name);
  } catch {
    const meant = path[0] === 'extends' ? hint(`replylint:${name}`, PRESET_NAMES) : '';
    const advice = meant === '' ? '; to use a path, start it with ./' : meant;
    throw new ConfigError(`${quoted(name)} is not an installed package or a preset${advice}`, from, path);
  }
}

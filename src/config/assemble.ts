import { createRequire } from 'node:module';
import { dirname, isAbsolute, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Rule } from '../rule/rule.js';
import { type Config, ConfigError, type ConfigPart, type FoundConfig, type KeyPath } from './config.js';
import { asConfigError, loadConfig } from './load.js';
import { validate } from './validate.js';

/**
 * A configuration with what it extends and the rules of its plug-ins.
 * @param trusted false where code may not run
 * @throws ConfigError where something extended or plugged in is missing or wrong, or extends itself
 */
export async function assemble(config: Config, file: string, trusted: boolean): Promise<FoundConfig> {
  const parts: ConfigPart[] = [];
  const pluginRules: Rule[] = [];
  const pluginFiles: string[] = [];
  const add = async (one: Config, where: string, above: readonly string[]): Promise<void> => {
    for (const { name, path } of extended(one)) {
      const preset = /^replylint:(.+)$/.exec(name)?.[1];
      if (preset !== undefined) {
        parts.push({ preset, where, path });
        continue;
      }
      const target = resolved(name, where, path);
      if (above.includes(target)) throw new ConfigError(`"${name}" extends itself`, where, path);
      await add(validate(await loadConfig(target, trusted), target), target, [...above, target]);
    }
    for (const [index, name] of (one.plugins ?? []).entries()) {
      pluginRules.push(...(await rulesOf(name, where, ['plugins', index], trusted)));
      pluginFiles.push(resolved(name, where, ['plugins', index]));
    }
    parts.push({ config: one, where });
  };
  await add(config, file, [file]);
  return { parts, pluginRules, pluginFiles, file, root: dirname(file) };
}

function extended({ extends: names }: Config): { name: string; path: KeyPath }[] {
  if (names === undefined) return [];
  if (typeof names === 'string') return [{ name: names, path: ['extends'] }];
  return names.map((name, index) => ({ name, path: ['extends', index] }));
}

/** The file that a path or a package's name leads to, as seen from the file that names it. */
function resolved(name: string, from: string, path: KeyPath): string {
  if (name.startsWith('.') || isAbsolute(name)) return resolve(dirname(from), name);
  try {
    return createRequire(from).resolve(name);
  } catch {
    throw new ConfigError(`"${name}" is not installed, and no preset; a path begins with ./`, from, path);
  }
}

async function rulesOf(name: string, from: string, path: KeyPath, trusted: boolean): Promise<readonly Rule[]> {
  if (!trusted) throw new ConfigError('plug-ins are code and do not run with --untrusted', from, path);
  const target = resolved(name, from, path);
  let plugin: { rules?: unknown; default?: { rules?: unknown } | undefined };
  try {
    plugin = await import(pathToFileURL(target).href);
  } catch (error) {
    throw new ConfigError(`"${name}" cannot be loaded: ${asConfigError(error, target).message}`, from, path);
  }
  const rules = plugin.rules ?? plugin.default?.rules ?? plugin.default;
  if (!Array.isArray(rules) || !rules.every(isRule))
    throw new ConfigError(`"${name}" exports no \`rules\` made with replylint/rule`, from, path);
  return rules;
}

function isRule(value: unknown): value is Rule {
  const { id, check, phrases, options } = (value ?? {}) as Partial<Rule>;
  return (
    typeof id === 'string' && typeof check === 'function' && typeof phrases === 'object' && typeof options === 'object'
  );
}

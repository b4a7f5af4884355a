import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Reporter, showingReplies } from './reporter.js';

/** Thrown if a formatter cannot be loaded or does not return a report. The message is one line. */
export class FormatterError extends Error {}

/** Returns true if a formatter is named by its path rather than by its package. */
export function isFormatterPath(name: string): boolean {
  return !name.startsWith('@') && /[\\/]/.test(name);
}

/**
 * Loads a formatter in the style of ESLint: a module whose default export, or whose `format`, is `(results, context) =>
 * text`. The name is a file (`./my-formatter.js`) or a package, with or without ESLint's prefix.
 * @returns undefined if there is no such package
 * @throws FormatterError if the module exists but is not a formatter
 */
export async function loadFormatter(name: string, cwd: string): Promise<Reporter | undefined> {
  const file = isFormatterPath(name) ? resolve(cwd, name) : packageFile(name, cwd);
  if (file === undefined) return undefined;
  if (!existsSync(file)) throw new FormatterError('cannot be loaded: no such file');
  let loaded: unknown;
  try {
    loaded = await import(pathToFileURL(file).href);
  } catch (error) {
    throw new FormatterError(`cannot be loaded: ${firstLine(error)}`);
  }
  const format = functionIn(loaded);
  if (!format)
    throw new FormatterError(
      'is not a formatter: export a function, or an object with a `format` function, as the default',
    );
  return showingReplies(async (results, context) => {
    let text: unknown;
    try {
      text = await format(results, context);
    } catch (error) {
      throw new FormatterError(`failed: ${firstLine(error)}`);
    }
    if (typeof text !== 'string')
      throw new FormatterError(`returned ${text === null ? 'null' : typeof text} instead of a string`);
    return text === '' || text.endsWith('\n') ? text : `${text}\n`;
  });
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n')[0] ?? message;
}

/**
 * Returns the formatter function of a module: the module itself, its default export, or the `format` of either.
 * CommonJS modules wrap their exports once more.
 */
function functionIn(loaded: unknown): ((...args: unknown[]) => unknown) | undefined {
  let value = loaded;
  for (let depth = 0; depth < 3; depth += 1) {
    if (typeof value === 'function') return value as (...args: unknown[]) => unknown;
    if (typeof value !== 'object' || value === null) return undefined;
    const { format, default: inner } = value as { format?: unknown; default?: unknown };
    if (typeof format === 'function') return format.bind(value) as (...args: unknown[]) => unknown;
    value = inner;
  }
  return undefined;
}

function packageFile(name: string, cwd: string): string | undefined {
  const require = createRequire(join(cwd, 'noop.js'));
  const full = withPrefix(name);
  try {
    return require.resolve(full);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ERR_PACKAGE_PATH_NOT_EXPORTED' ? importEntry(full, require) : undefined;
  }
}

/**
 * Adds ESLint's prefix to a package name: `x` → `eslint-formatter-x`, `@s/x` → `@s/eslint-formatter-x`, `@s` →
 * `@s/eslint-formatter`.
 */
function withPrefix(name: string): string {
  const prefix = 'eslint-formatter';
  if (!name.startsWith('@')) return name.startsWith(`${prefix}-`) ? name : `${prefix}-${name}`;
  const [scope = '', own] = name.split('/');
  if (own === undefined) return `${scope}/${prefix}`;
  return own === prefix || own.startsWith(`${prefix}-`) ? name : `${scope}/${prefix}-${own}`;
}

/** Finds the entry point of a package that only supports `import`, because `require` does not resolve such packages. */
function importEntry(name: string, require: NodeJS.Require): string | undefined {
  for (const folder of require.resolve.paths(name) ?? []) {
    const manifest = join(folder, name, 'package.json');
    if (!existsSync(manifest)) continue;
    const { exports } = JSON.parse(readFileSync(manifest, 'utf8')) as { exports?: unknown };
    const main = typeof exports === 'object' && exports !== null && '.' in exports ? exports['.'] : exports;
    const entry = typeof main === 'object' && main !== null ? condition(main) : main;
    return typeof entry === 'string' ? join(folder, name, entry) : undefined;
  }
  return undefined;
}

function condition(conditions: object): unknown {
  const { import: esm, node, default: other } = conditions as Record<'import' | 'node' | 'default', unknown>;
  const found = esm ?? node ?? other;
  return typeof found === 'object' && found !== null ? condition(found) : found;
}

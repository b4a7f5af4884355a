import { fileURLToPath, pathToFileURL } from 'node:url';
import { ConfigError } from './config.js';
import { disk } from './disk.js';
import { isLinked, NOT_SHOWN } from './link.js';
import type { CodePlace } from './syntax-fault.js';

/**
 * Imports a module, which runs its code.
 * @throws ConfigError with the line of the fault, and the path of the module if the fault is in another one
 */
export async function importModule(path: string): Promise<Readonly<Record<string, unknown>>> {
  const real = disk.realPath(path);
  try {
    return await import(pathToFileURL(real).href);
  } catch (error) {
    throw await asFault(error, path, real);
  }
}

/**
 * Imports the default export of a module, which runs its code.
 * @throws ConfigError if the module fails or has no default export
 */
export async function loadCode(path: string): Promise<unknown> {
  const { default: value } = await importModule(path);
  if (value === undefined)
    throw new ConfigError('has no default export; export the configuration as the default', path);
  return value;
}

async function asFault(error: unknown, path: string, real: string): Promise<ConfigError> {
  if (isLinked(path)) return new ConfigError(NOT_SHOWN, path);
  const cause = causeOf(error);
  // The stack of a syntax error in an ECMAScript module does not include its position.
  const inSyntax = error instanceof SyntaxError && (await import('./syntax-fault.js')).syntaxFaultIn(real);
  const place = inSyntax || placeInStack(error);
  if (!place) return new ConfigError(cause, path);
  const { file, line, column } = place;
  return file === real
    ? new ConfigError(cause, path, [], { line, column })
    : new ConfigError(`${cause} (${file}:${line}:${column})`, path);
}

/** Describes a thrown value in one line. Code can throw any value, not only errors. */
export function causeOf(error: unknown): string {
  try {
    const { name, message } = error instanceof Error ? error : { name: 'Error', message: error };
    const line = String(message).trim().split('\n')[0] ?? '';
    return name === 'Error' || name === '' ? line || 'an error without a message' : `${name}: ${line}`;
  } catch {
    return 'an error that cannot be shown';
  }
}

/** A line of a stack trace that names a file: the line above a syntax error, or a stack frame. */
const FRAME = /^(?: +at (?:.*\()?)?(file:\/\/\/[^)]+?|\/[^)]+?|[A-Z]:\\[^)]+?):(\d+)(?::(\d+))?\)?$/;

/** Maximum length of such a line. A path has at most 4,096 bytes. */
const LONGEST_FRAME = 5_000;

/** Returns the innermost position in a stack trace that is in a file, preferably outside of packages. */
function placeInStack(error: unknown): CodePlace | undefined {
  const stack: unknown = error instanceof Error ? error.stack : undefined;
  if (typeof stack !== 'string') return undefined;
  const places = stack.split('\n').flatMap((text) => {
    const [, written, line, column = 1] = text.length > LONGEST_FRAME ? [] : (FRAME.exec(text) ?? []);
    if (written === undefined) return [];
    const file = written.startsWith('file:') ? fileURLToPath(written) : written;
    return [{ file, line: Number(line), column: Number(column) }];
  });
  return places.find(({ file }) => !file.includes('node_modules')) ?? places[0];
}

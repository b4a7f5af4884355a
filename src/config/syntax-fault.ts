import { dirname, resolve } from 'node:path';
import { type Program, parse } from 'acorn';
import { disk } from './disk.js';

/** A position in a module. Lines and columns are 1-based. */
export interface CodePlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Finds the syntax error in a module or in the modules that it imports by path. Undefined if none of them has one. */
export function syntaxFaultIn(file: string, seen = new Set<string>()): CodePlace | undefined {
  if (seen.has(file)) return undefined;
  seen.add(file);
  let program: Program;
  try {
    program = parse(disk.read(file), { ecmaVersion: 'latest', sourceType: 'module', allowHashBang: true });
  } catch (error) {
    const { loc } = error as { readonly loc?: { readonly line: number; readonly column: number } };
    return loc && { file, line: loc.line, column: loc.column + 1 };
  }
  for (const source of importsOf(program)) {
    const fault = syntaxFaultIn(resolve(dirname(file), source), seen);
    if (fault) return fault;
  }
  return undefined;
}

function importsOf({ body }: Program): string[] {
  return body.flatMap((node) => {
    const source = 'source' in node ? node.source?.value : undefined;
    return typeof source === 'string' && /^\.\.?\//.test(source) ? [source] : [];
  });
}

import { FolderError, type Line, linesOf, type Member, membersOf } from './lines.js';

/** A word class with its name and its members, which are words, lemmas, other classes or short phrases. */
export interface WordClass {
  readonly name: string;
  readonly line: Line;
  readonly members: readonly Member[];
}

/** Returns the names of the word classes in a phrase or member: `refund` in `@refund`. */
export function classesIn(text: string): string[] {
  return Array.from(text.matchAll(/@([a-z][a-z0-9-]*)/g), ([, name = '']) => name);
}

/**
 * Reads `words.txt`, in which each line defines a class and starts with its name. Classes are sorted by name, and
 * indented lines continue a class.
 * @throws FolderError for a name that is invalid, repeated or out of order
 */
export function readWords(text: string, file: string): Map<string, WordClass> {
  const classes = new Map<string, WordClass>();
  let current: { line: Line; lines: Line[]; name: string } | undefined;
  const end = () => {
    if (!current) return;
    const { name, line, lines } = current;
    const members = membersOf(lines);
    if (members.length === 0) throw new FolderError(`the class “${name}” has no members`, line);
    classes.set(name, { name, line, members });
  };
  for (const line of linesOf(text, file)) {
    if (line.isIndented) {
      if (!current) throw new FolderError('expected the name of a class before its members', line);
      current.lines.push(line);
      continue;
    }
    end();
    const [name = ''] = line.text.split(/\s/, 1);
    if (!/^[a-z][a-z0-9-]*$/.test(name))
      throw new FolderError(`“${name}” is no name of a class: expected small letters and hyphens`, line);
    if (classes.has(name)) throw new FolderError(`the class “${name}” stands here twice`, line);
    const [before] = [...classes.keys()].slice(-1);
    if (before !== undefined && name < before)
      throw new FolderError(`classes stand in the order of the alphabet: “${name}” goes before “${before}”`, line);
    const rest = line.text.slice(name.length);
    const said = rest.trimStart();
    const lines = said === '' ? [] : [{ ...line, text: said, column: line.column + line.text.length - said.length }];
    current = { name, line, lines };
  }
  end();
  return classes;
}

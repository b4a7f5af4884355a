/** What is wrong in a file of a language's folder, and where; line and column from 1. */
export class FolderError extends Error {
  readonly file: string;
  readonly line: number;
  readonly column: number;

  constructor(message: string, { file, line, column = 1 }: Place) {
    super(`${file}:${line}:${column}: ${message}`);
    this.file = file;
    this.line = line;
    this.column = column;
  }
}

export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column?: number;
}

/** A line that says something. */
export interface Line extends Place {
  /** Without the comment, and without the blanks around it. */
  readonly text: string;
  readonly column: number;
  /** True where it goes on with the line before: it is indented. */
  readonly isIndented: boolean;
}

/** The lines under one heading; those before the first heading are under ''. */
export interface Section extends Place {
  readonly name: string;
  /** What stands after the heading's brackets. */
  readonly after: string;
  readonly lines: readonly Line[];
}

/** Cuts a file into the lines that say something: no blank lines, no comments. */
export function linesOf(text: string, file: string): Line[] {
  return text.split(/\r?\n/).flatMap((written, index) => {
    const said = written.replace(/(?:^|(?<!\s)\s+)#(?:\s.*)?$/, '').trimEnd();
    const trimmed = said.trimStart();
    const column = said.length - trimmed.length + 1;
    return trimmed === '' ? [] : [{ text: trimmed, file, line: index + 1, column, isIndented: column > 1 }];
  });
}

/** Sorts the lines of a file by the headings that they stand under. */
export function sectionsOf(text: string, file: string): Section[] {
  const sections: (Section & { readonly lines: Line[] })[] = [];
  for (const line of linesOf(text, file)) {
    const heading = /^\[([^\]]*)\]\s*(.*)$/.exec(line.text);
    if (heading && !line.isIndented)
      sections.push({ name: heading[1] ?? '', after: heading[2] ?? '', file, line: line.line, lines: [] });
    else {
      if (sections.length === 0) sections.push({ name: '', after: '', file, line: 1, lines: [] });
      sections.at(-1)?.lines.push(line);
    }
  }
  return sections;
}

/** A member of a list: a word, or several in parentheses, braces or quotes. */
export interface Member extends Place {
  readonly text: string;
  readonly column: number;
}

const MEMBER = /\S*"[^"]*"\S*|\S*\([^()]*\)\S*|\S+/g;

/** The members of the lists that lines hold, separated by blanks. */
export function membersOf(lines: readonly Line[]): Member[] {
  return lines.flatMap(({ text, file, line, column }) =>
    [...text.matchAll(MEMBER)].map(({ 0: member, index }) => ({ text: member, file, line, column: column + index })),
  );
}

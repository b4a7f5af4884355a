/** Thrown for a fault in a file of a language's folder, with its position. Lines and columns are 1-based. */
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

/** A line that is neither blank nor a comment. */
export interface Line extends Place {
  /** The text without its comment and surrounding blanks. */
  readonly text: string;
  readonly column: number;
  /** True if the line is indented, so that it continues the previous one. */
  readonly isIndented: boolean;
}

/** The lines under one heading. Lines before the first heading belong to `''`. */
export interface Section extends Place {
  readonly name: string;
  /** The text after the brackets of the heading. */
  readonly after: string;
  readonly lines: readonly Line[];
}

/** Splits a file into lines, without blank lines and comments. */
export function linesOf(text: string, file: string): Line[] {
  return text.split(/\r?\n/).flatMap((written, index) => {
    const said = written.replace(/(?:^|(?<!\s)\s+)#(?:\s[\s\S]*)?$/, '').trimEnd();
    const trimmed = said.trimStart();
    const column = said.length - trimmed.length + 1;
    return trimmed === '' ? [] : [{ text: trimmed, file, line: index + 1, column, isIndented: column > 1 }];
  });
}

/** Groups the lines of a file by heading. */
export function sectionsOf(text: string, file: string): Section[] {
  const sections: (Section & { readonly lines: Line[] })[] = [];
  for (const line of linesOf(text, file)) {
    const heading = /^\[([^\]]*)\]\s*(\S.*)?$/.exec(line.text);
    if (heading && !line.isIndented)
      sections.push({ name: heading[1] ?? '', after: heading[2] ?? '', file, line: line.line, lines: [] });
    else {
      if (sections.length === 0) sections.push({ name: '', after: '', file, line: 1, lines: [] });
      sections.at(-1)?.lines.push(line);
    }
  }
  return sections;
}

/** A member of a list: a single word, or several words in parentheses, braces or quotation marks. */
export interface Member extends Place {
  readonly text: string;
  readonly column: number;
}

const MEMBER = /\S*"[^"]*"\S*|\S*\([^()]*\)\S*|\S+/g;

/** Returns the members of the lists in the lines. Members are separated by blanks. */
export function membersOf(lines: readonly Line[]): Member[] {
  return lines.flatMap(({ text, file, line, column }) =>
    [...text.matchAll(MEMBER)].map(({ 0: member, index }) => ({ text: member, file, line, column: column + index })),
  );
}

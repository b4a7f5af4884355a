import type { LanguageData, OpenClass } from '../make.js';
import type { Forms } from './forms-file.js';
import { FolderError, type Line, type Member, membersOf, type Section, sectionsOf } from './lines.js';
import type { WordClass } from './words-file.js';

/** Sections of `grammar.txt` and `letters.txt` that the engine itself reads. Each of them is also a word class. */
const LISTS = [
  'number',
  'abbreviation',
  'negation',
  'joiner',
  'signer',
  'in-name',
  'title',
  'general',
  'opener',
  'clause',
  'determiner',
  'aside',
  'role',
  'to-reader',
] as const;
/** Sections with one phrase per line. */
export const PHRASE_LISTS = ['conditional', 'salutation', 'farewell'] as const;
export type PhraseList = (typeof PHRASE_LISTS)[number];

/** Classes that count as used because the engine itself uses them. */
export const ENGINE_CLASSES: readonly string[] = [...LISTS, ...PHRASE_LISTS, 'filler'];

/** The contents of `grammar.txt` and `letters.txt`, before the open classes are resolved. */
export interface Grammar {
  readonly contractions: LanguageData['contractions'];
  readonly clitics: LanguageData['clitics'];
  readonly beforeVerbalS: readonly string[];
  readonly lists: ReadonlyMap<string, readonly string[]>;
  readonly classes: readonly WordClass[];
  /** The lines of each open class, including its continuation lines. */
  readonly open: readonly (readonly Line[])[];
}

/**
 * Reads `grammar.txt` or `letters.txt`.
 * @throws FolderError for an invalid heading or line
 */
export function readGrammar(text: string, file: string): Grammar {
  const contractions: [string, readonly string[]][] = [];
  const clitics: [string, string][] = [];
  const beforeVerbalS: string[] = [];
  const lists = new Map<string, readonly string[]>();
  const classes: WordClass[] = [];
  const open: Line[][] = [];
  for (const section of sectionsOf(text, file)) {
    const { name, lines } = section;
    if (name === 'contraction') contractions.push(...lines.map(pairOf));
    else if (name === 'clitic')
      for (const line of lines) {
        const [clitic, [word = '', ...rest]] = pairOf(line);
        if (rest[0] === 'after') beforeVerbalS.push(...rest.slice(1));
        else clitics.push([clitic, word]);
      }
    else if (name === 'open') open.push(...withContinuations(lines));
    else {
      const members = membersOfSection(section);
      // Members without letters or digits are left out because “&” occurs in names but never in a phrase.
      const said = members.filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
      classes.push({ name, line: lineOf(section), members: said });
      lists.set(
        name,
        members.map((member) => member.text),
      );
    }
  }
  return { contractions, clitics, beforeVerbalS, lists, classes, open };
}

/** Groups each line with the indented lines that continue it. */
function withContinuations(lines: readonly Line[]): Line[][] {
  const all: Line[][] = [];
  for (const line of lines)
    if (line.isIndented && all.length > 0) all.at(-1)?.push(line);
    else all.push([line]);
  return all;
}

function membersOfSection(section: Section): readonly Member[] {
  const { name, lines } = section;
  if ((PHRASE_LISTS as readonly string[]).includes(name)) return lines;
  if ((LISTS as readonly string[]).includes(name)) return membersOf(lines);
  const known = ['contraction', 'clitic', 'open', ...LISTS, ...PHRASE_LISTS];
  throw new FolderError(`“[${name}]” is no section of this file; expected one of ${known.join(', ')}`, section);
}

function lineOf({ file, line, name }: Section): Line {
  return { text: name, file, line, column: 1, isIndented: false };
}

/** Parses a pair such as `cannot = can not`. */
function pairOf(line: Line): [string, string[]] {
  const [key = '', words = ''] = line.text.split('=').map((part) => part.trim());
  if (key === '' || words === '') throw new FolderError('expected a word, “=” and the words it stands for', line);
  return [key, words.split(/\s+/)];
}

/**
 * Reads open classes, such as `participle -ed forms:participle !need`, and shapes, such as `noun-phrase = @determiner
 * {content}`.
 * @param wordsOf returns the single words of a word class
 */
export function readOpenClasses(
  classes: readonly (readonly Line[])[],
  { forms, wordsOf }: { readonly forms: Forms; readonly wordsOf: (name: string) => readonly string[] | undefined },
): { readonly open: OpenClass[]; readonly shapes: [string, string][] } {
  const open: OpenClass[] = [];
  const shapes: [string, string][] = [];
  for (const lines of classes) {
    const shape = /^([a-z][a-z-]*)\s*=\s*(\S.*)$/.exec(lines[0]?.text ?? '');
    if (shape?.[1] && shape[2]) {
      shapes.push([shape[1], shape[2]]);
      continue;
    }
    const [name, ...members] = membersOf(lines);
    const made = { name: name?.text ?? '', endings: [] as string[], words: [] as string[], not: [] as string[] };
    for (const member of members) {
      const { text } = member;
      if (text === '*') made.endings.push('');
      else if (text.startsWith('-')) made.endings.push(text.slice(1));
      else if (text.startsWith('!')) made.not.push(...wordsIn(member, text.slice(1)));
      else made.words.push(...wordsIn(member, text));
    }
    open.push(made);
  }
  return { open, shapes };

  function wordsIn(member: Member, text: string): readonly string[] {
    const named = text.startsWith('@')
      ? wordsOf(text.slice(1))
      : text.startsWith('forms:')
        ? forms.column(text.slice('forms:'.length))
        : [text];
    if (!named) throw new FolderError(`“${text}” names nothing that this language has`, member);
    return named;
  }
}

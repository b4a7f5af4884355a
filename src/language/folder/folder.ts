import type { Language } from '../language.js';
import { type LanguageData, makeLanguage } from '../make.js';
import { type Phrase, PhraseError, parsePhrase } from '../phrase/parse.js';
import { type CueGroup, readCues } from './cues-file.js';
import { readForms } from './forms-file.js';
import { type Grammar, PHRASE_LISTS, type PhraseList, readGrammar, readOpenClasses } from './grammar-file.js';
import { FolderError, type Place } from './lines.js';
import { type PhraseFile, readPhrases } from './phrase-file.js';
import { classesIn, readWords, type WordClass } from './words-file.js';

/** The contents of `rules/languages/<code>/`. */
export interface LanguageFolder {
  readonly code: string;
  readonly language: Language;
  readonly data: LanguageData;
  readonly classes: ReadonlyMap<string, WordClass>;
  /** The unchanged text of `forms.txt`. */
  readonly forms: string;
  /** The phrases that the engine itself uses. */
  readonly lists: Readonly<Record<PhraseList, readonly string[]>>;
  /** The contents of `cues.txt`, which are phrases that show what a reply is. */
  readonly cues: readonly CueGroup[];
  readonly phraseFiles: readonly PhraseFile[];
  /** The lines of the open classes, as written. */
  readonly openClassLines: readonly string[];
}

const NO_GRAMMAR: Grammar = {
  contractions: [],
  clitics: [],
  beforeVerbalS: [],
  lists: new Map(),
  classes: [],
  open: [],
};

/** The texts in a language's folder by relative path, such as `words.txt` or `phrases/greeting.txt`. */
export type FolderTexts = Readonly<Record<string, string>>;

/**
 * Reads the folder of a language. All files are optional.
 * @param code the language code, which is the name of the folder
 * @param shown the name of the folder in errors
 * @throws FolderError with the file, line and column of the first fault
 */
export function readFolder(code: string, texts: FolderTexts, shown = `rules/languages/${code}`): LanguageFolder {
  const place = (name: string) => `${shown}/${name}`;
  const read = <T>(name: string, reader: (text: string, file: string) => T, nothing: T): T => {
    const found = texts[name];
    return found === undefined ? nothing : reader(found, place(name));
  };
  const grammars = ['grammar.txt', 'letters.txt'].map((name) => read(name, readGrammar, NO_GRAMMAR));
  const classes = new Map(read('words.txt', readWords, new Map<string, WordClass>()));
  for (const wordClass of grammars.flatMap((grammar) => grammar.classes)) {
    const known = classes.get(wordClass.name);
    if (known) throw new FolderError(`the class “${wordClass.name}” stands in ${wordClass.line.file}, too`, known.line);
    classes.set(wordClass.name, wordClass);
  }
  refuseCircles(classes);
  const forms = texts['forms.txt'] ?? '';
  const inflect = readForms(forms, place('forms.txt'));
  const wordsOf = (name: string) => singleWords(name, classes, (lemma) => inflect.of(lemma));
  const openLines = grammars.flatMap((grammar) => grammar.open);
  const { open, shapes } = readOpenClasses(openLines, { forms: inflect, wordsOf });
  const data: LanguageData = {
    code,
    contractions: grammars.flatMap(({ contractions }) => contractions),
    clitics: grammars.flatMap(({ clitics }) => clitics),
    beforeVerbalS: grammars.flatMap(({ beforeVerbalS }) => beforeVerbalS),
    lists: Object.fromEntries(grammars.flatMap(({ lists }) => [...lists].filter(([name]) => !isPhraseList(name)))),
    fillers: wordsOf('filler') ?? [],
    open,
    shapes,
  };
  const language = makeLanguage(data, { classes: () => textsOf(classes), forms: () => inflect });
  for (const { members } of classes.values()) for (const member of members) check(member.text, language, member);
  for (const [name, shape] of shapes)
    check(
      shape,
      language,
      openLines.flat().find(({ text }) => text.startsWith(`${name} `)) ?? { file: place('grammar.txt'), line: 1 },
    );
  const lists = Object.fromEntries(
    PHRASE_LISTS.map((name) => [name, grammars.flatMap((grammar) => grammar.lists.get(name) ?? [])]),
  ) as unknown as LanguageFolder['lists'];
  return {
    code,
    language,
    data,
    classes,
    forms,
    lists,
    cues: read('cues.txt', (said, file) => readCues(said, file, (line) => check(line.text, language, line)), []),
    phraseFiles: phraseFilesIn(texts, shown),
    openClassLines: openLines.flat().map(({ text: said }) => said),
  };
}

/** Returns the word classes in the form that the `Language` interface needs. */
export function textsOf(classes: ReadonlyMap<string, WordClass>): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries([...classes].map(([name, { members }]) => [name, members.map(({ text }) => text)]));
}

/**
 * Checks a phrase from a file.
 * @throws FolderError with the position of the fault
 */
export function check(phrase: string, language: Language, { file, line, column = 1 }: Place): Phrase {
  try {
    return parsePhrase(phrase, language);
  } catch (error) {
    if (!(error instanceof PhraseError)) throw error;
    throw new FolderError(error.message, { file, line, column: column + error.at });
  }
}

function phraseFilesIn(texts: FolderTexts, shown: string): PhraseFile[] {
  return Object.entries(texts).flatMap(([name, text]) => {
    const rule = /^phrases\/(.+)\.txt$/.exec(name)?.[1];
    return rule === undefined ? [] : [readPhrases(text, `${shown}/${name}`, rule)];
  });
}

function isPhraseList(name: string): boolean {
  return (PHRASE_LISTS as readonly string[]).includes(name);
}

/** Returns all single words of a class, including those of nested classes and the forms of lemmas. */
function singleWords(
  name: string,
  classes: ReadonlyMap<string, WordClass>,
  formsOf: (lemma: string) => readonly string[],
): readonly string[] | undefined {
  return classes.get(name)?.members.flatMap((member): readonly string[] => {
    if (member.text.startsWith('@')) return singleWords(member.text.slice(1), classes, formsOf) ?? [];
    if (member.text.startsWith('~')) return formsOf(member.text.slice(1));
    return /^[\p{L}\p{M}'’-]+$/u.test(member.text) ? [member.text] : [];
  });
}

/** @throws FolderError for a class that contains itself */
function refuseCircles(classes: ReadonlyMap<string, WordClass>): void {
  const done = new Set<string>();
  const visit = (name: string, path: readonly string[]): void => {
    const wordClass = classes.get(name);
    if (!wordClass || done.has(name)) return;
    for (const member of wordClass.members)
      for (const inner of classesIn(member.text)) {
        if (inner === name || path.includes(inner))
          throw new FolderError(`“@${inner}” stands for itself here: ${[...path, name, inner].join(' → ')}`, member);
        visit(inner, [...path, name]);
      }
    done.add(name);
  };
  for (const name of classes.keys()) visit(name, []);
}

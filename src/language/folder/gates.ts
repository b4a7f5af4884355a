import type { LanguageFolder } from './folder.js';
import { check } from './folder.js';
import { ENGINE_CLASSES } from './grammar-file.js';
import { FolderError } from './lines.js';
import type { PhraseFile } from './phrase-file.js';
import { classesIn, type WordClass } from './words-file.js';

/**
 * Maximum sizes of the parts of a phrase file, and the maximum number of formulas in a word class, so that a person can
 * review them.
 */
export const LIMITS = { phrase: 120, group: 25, file: 60, formulas: 12 } as const;

/**
 * Number of words from which a class member is a formula. A formula belongs in a phrase file, next to a line that
 * proves it.
 */
const FORMULA = 3;

/** Returns all faults in the phrase files and classes of a folder that can be found without running the phrases. */
export function faultsIn(
  folder: LanguageFolder,
  others: readonly LanguageFolder[],
  usedByCode: Iterable<string>,
): FolderError[] {
  return [
    ...folder.phraseFiles.flatMap((file) => [...faultsOf(file, folder)]),
    ...tooManyFormulas(folder.classes.values()),
    ...unusedClasses(folder, others, new Set([...usedByCode].map((name) => name.replace(/^@/, '')))),
  ];
}

function* faultsOf(file: PhraseFile, { language, classes }: LanguageFolder): Generator<FolderError> {
  const names = new Set(file.groups.map(({ name }) => name));
  const all = file.groups.reduce((sum, { phrases }) => sum + phrases.length, 0);
  if (all > LIMITS.file)
    yield new FolderError(`${all} phrases; more than ${LIMITS.file} in a file cannot be reviewed`, {
      file: file.file,
      line: 1,
    });
  for (const group of file.groups) {
    const { phrases, unless, onlyWith } = group;
    if (phrases.length === 0) yield new FolderError(`the group “${group.name}” has no phrases`, group);
    if (phrases.length > LIMITS.group)
      yield new FolderError(`${phrases.length} phrases; a group has at most ${LIMITS.group}`, group);
    for (const { words } of [...unless, ...onlyWith]) {
      const isKnown = words.startsWith('@') ? classes.has(words.slice(1)) : names.has(words.slice(1, -1));
      if (!isKnown)
        yield new FolderError(
          `“${words}” is ${words.startsWith('@') ? 'no word class' : 'no group of this file'}`,
          group,
        );
    }
    for (const phrase of phrases) {
      if (phrase.phrase.length > LIMITS.phrase)
        yield new FolderError(`${phrase.phrase.length} characters; a phrase has at most ${LIMITS.phrase}`, phrase);
      try {
        check(phrase.phrase, language, phrase);
      } catch (error) {
        if (!(error instanceof FolderError)) throw error;
        yield error;
      }
    }
  }
}

/**
 * Finds classes that consist of phrases instead of words. No line proves their members, so such lists tend to be fitted
 * to particular texts.
 */
function tooManyFormulas(classes: Iterable<WordClass>): FolderError[] {
  return [...classes].flatMap(({ name, line, members }) => {
    const formulas = formulasIn(members);
    if (formulas <= LIMITS.formulas) return [];
    const most = `a class has at most ${LIMITS.formulas}; write phrases, with “+” lines`;
    return [new FolderError(`${formulas} members of “${name}” have ${FORMULA} words or more; ${most}`, line)];
  });
}

/** Counts the members of a class that are formulas. */
function formulasIn(members: WordClass['members']): number {
  return members.filter(({ text }) => wordsIn(text) >= FORMULA).length;
}

/** Counts the words in a member. A choice in parentheses counts as one word. */
function wordsIn(member: string): number {
  let text = member.replace(/["^$]/g, ' ');
  for (let before = ''; before !== text; ) {
    before = text;
    text = text.replace(/!?\([^()]*\)\??/g, '_');
  }
  return text.trim().split(/\s+/).length;
}

/** Finds classes that no phrase, cue, other class or code uses. */
function unusedClasses(
  folder: LanguageFolder,
  others: readonly LanguageFolder[],
  usedByCode: ReadonlySet<string>,
): FolderError[] {
  const used = new Set([...usedByCode, ...ENGINE_CLASSES]);
  const note = (text: string) => {
    for (const name of classesIn(text)) used.add(name);
  };
  for (const { members } of folder.classes.values()) for (const { text } of members) note(text);
  for (const text of folder.openClassLines) note(text);
  for (const { phrases } of folder.cues) for (const phrase of phrases) note(phrase);
  for (const { phraseFiles } of [folder, ...others])
    for (const { unless, onlyWith, phrases } of phraseFiles.flatMap(({ groups }) => groups)) {
      for (const { words } of [...unless, ...onlyWith]) note(words);
      for (const { phrase } of phrases) note(phrase);
    }
  return [...folder.classes.values()]
    .filter(({ name }) => !used.has(name))
    .map(({ name, line }) => new FolderError(`the class “${name}” is used nowhere`, line));
}

/**
 * Compares the groups that a rule's code reads or reports with the groups in its English file.
 * @param elsewhere groups in the file for all languages
 */
export function groupFaults(
  file: PhraseFile,
  groups: readonly string[],
  elsewhere: readonly string[] = [],
): FolderError[] {
  const named = new Set(
    file.groups.flatMap(({ unless, onlyWith }) => [...unless, ...onlyWith].map(({ words }) => words)),
  );
  const extra = file.groups.filter(({ name }) => !groups.includes(name) && !named.has(`[${name}]`));
  const has = new Set([...file.groups.map(({ name }) => name), ...elsewhere]);
  return [
    ...extra.map((group) => new FolderError(`the rule “${file.rule}” has no group “${group.name}”`, group)),
    ...groups
      .filter((name) => !has.has(name))
      .map(
        (name) =>
          new FolderError(`the rule “${file.rule}” has a group “${name}”, which this file lacks`, {
            file: file.file,
            line: 1,
          }),
      ),
  ];
}

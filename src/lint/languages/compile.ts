import { type FolderTexts, type LanguageFolder, readFolder, textsOf } from '../../language/folder/folder.js';
import { faultsIn, groupFaults } from '../../language/folder/gates.js';
import { askedGroups, engineGroups, fileGroups } from '../../language/folder/groups.js';
import { FolderError } from '../../language/folder/lines.js';
import type { Evidence, PhraseFile } from '../../language/folder/phrase-file.js';
import { readTelltales } from '../../language/folder/telltales-file.js';
import { ANY_LANGUAGE, usePack } from '../../language/pack/load.js';
import { LanguagePack } from '../../language/pack/pack.js';
import { type GroupSource, writePack } from '../../language/pack/write.js';
import { byLength, type Commonness } from '../../language/phrase/anchor.js';
import { tokens } from '../../language/phrase/index.js';
import { useTelltales } from '../../language/telltale/load.js';
import { type LanguageTelltales, writeTelltales } from '../../language/telltale/write.js';
import { IN_FILES, type Rule } from '../../rule/rule.js';
import { stampOf } from '../judge/stamp.js';
import type { Kept, Shown } from './examples.js';
import { faultsInProof } from './prove.js';

/** A compiled language. */
export interface CompiledLanguage {
  readonly code: string;
  /** The language pack, in the form that is stored in a file. */
  readonly bytes: Uint8Array;
  /** The lines that prove the phrases of each rule, by rule id. */
  readonly evidence: Readonly<Record<string, readonly Kept[]>>;
}

/**
 * The file with words that distinguish replies from other texts, and languages from each other. A folder that contains
 * nothing else gets no pack.
 */
const TELLTALES = 'telltales.txt';

/** The language whose phrase files define the groups of a rule. */
const MODEL = 'en';

/**
 * Compiles languages for some rules, and tests all phrases against the lines that prove them. The packs are active
 * afterward, so that rules can run with them right away.
 * @param languages the texts in the folder of each language, by language code
 * @param sources the source code in which word classes are looked up by name
 * @returns the packs, the table of telltales if any language has some, and all faults; if there is a fault, nothing
 * else is reliable
 */
export async function compileLanguages(
  languages: Readonly<Record<string, FolderTexts>>,
  rules: readonly Rule[],
  sources: readonly string[] = [],
): Promise<{
  readonly packs: readonly CompiledLanguage[];
  readonly telltales: Uint8Array | undefined;
  readonly faults: readonly FolderError[];
}> {
  const byCode = new Set(
    sources.flatMap((source) => [...source.matchAll(/'(@[a-z][a-z0-9-]*)'/g)].map(([, name = '']) => name)),
  );
  const withPack = Object.keys(languages).filter((code) => hasMore(languages[code] ?? {}));
  const codes = new Set([ANY_LANGUAGE, ...withPack, ...rules.flatMap(codesInCode)]);
  const faults: FolderError[] = [];
  const telltales = telltalesOf(languages, faults);
  if (telltales) useTelltales(telltales);
  const folders = new Map<string, LanguageFolder>();
  for (const code of codes)
    try {
      folders.set(code, readFolder(code, languages[code] ?? {}));
    } catch (error) {
      if (!(error instanceof FolderError)) throw error;
      faults.push(error);
    }
  const any = folders.get(ANY_LANGUAGE);
  const packs: CompiledLanguage[] = [];
  for (const language of folders.values()) {
    const own = any && language !== any ? [any, language] : [language];
    const wrong = [...faultsIn(language, own, byCode), ...faultsOfGroups(language, rules, any?.phraseFiles ?? [])];
    faults.push(...wrong);
    if (wrong.length > 0) continue;
    const bytes = packOf(own, rules, byCode);
    const pack = new LanguagePack(bytes);
    usePack(language.code, pack);
    for (const file of language.phraseFiles) {
      const rule = rules.find(({ id }) => id === file.rule);
      if (rule) faults.push(...(await faultsInProof(file, rule, pack)));
    }
    const inCode = language.code === MODEL ? rules.flatMap(evidenceInCode) : [];
    const evidence = Object.fromEntries([...inCode, ...language.phraseFiles.map(evidenceIn)]);
    packs.push({ code: language.code, bytes, evidence });
  }
  return { packs, telltales, faults };
}

function hasMore(texts: FolderTexts): boolean {
  return Object.keys(texts).some((name) => name !== TELLTALES);
}

/** @param faults receives the faults */
function telltalesOf(languages: Readonly<Record<string, FolderTexts>>, faults: FolderError[]): Uint8Array | undefined {
  const all: LanguageTelltales[] = [];
  for (const [code, { [TELLTALES]: text }] of Object.entries(languages))
    try {
      if (text !== undefined) all.push({ code, lists: readTelltales(text, `rules/languages/${code}/${TELLTALES}`) });
    } catch (error) {
      if (!(error instanceof FolderError)) throw error;
      faults.push(error);
    }
  return all.length === 0 ? undefined : writeTelltales(all);
}

/** Returns the languages for which a rule has phrases in its code. */
function codesInCode({ phrases }: Rule): string[] {
  return phrases === IN_FILES ? [] : Object.keys(phrases).filter((code) => code !== '*');
}

/**
 * Yields faults for files of unknown rules, and for groups that the rule or its English file lacks.
 * @param everywhere the files for all languages; a group in them may be missing in English
 */
function* faultsOfGroups(
  { code, phraseFiles }: LanguageFolder,
  rules: readonly Rule[],
  everywhere: readonly PhraseFile[],
): Generator<FolderError> {
  const elsewhere = (id: string) => everywhere.find(({ rule }) => rule === id)?.groups.map(({ name }) => name) ?? [];
  for (const file of phraseFiles) {
    const rule = rules.find(({ id }) => id === file.rule);
    if (!rule) yield new FolderError(`unknown rule “${file.rule}”`, { file: file.file, line: 1 });
    else if (rule.phrases !== IN_FILES)
      yield new FolderError(`the phrases of “${file.rule}” are defined in its code`, { file: file.file, line: 1 });
    // A file without groups contains nothing that the rule could look for in this language.
    else if (code === MODEL && file.groups.length > 0) yield* groupFaults(file, rule.groups, elsewhere(rule.id));
  }
  if (code !== MODEL) return;
  for (const { id, phrases } of rules)
    if (phrases === IN_FILES && ![...phraseFiles, ...everywhere].some(({ rule }) => rule === id))
      yield new FolderError(`“${id}” has no phrases in this language`, {
        file: `rules/languages/${code}/phrases/${id}.txt`,
        line: 1,
      });
}

/** @param folders the folder for all languages, and the folder of the language itself */
function packOf(folders: readonly LanguageFolder[], rules: readonly Rule[], byCode: Iterable<string>): Uint8Array {
  const language = folders.at(-1) as LanguageFolder;
  const files = folders.flatMap(({ phraseFiles }) => phraseFiles);
  const inCode = rules.flatMap((rule) => codeGroups(rule, language.code));
  const inFiles = new Set(files.map(({ rule }) => rule));
  const covered = rules.flatMap(({ id, phrases }): [string, string][] => {
    if (phrases === IN_FILES) return inFiles.has(id) ? [[id, '']] : [];
    return Object.hasOwn(phrases, '*') || Object.hasOwn(phrases, language.code) ? [[id, stampOf(phrases)]] : [];
  });
  return writePack({
    data: language.data,
    language: language.language,
    classes: textsOf(language.classes),
    forms: language.forms,
    groups: [...engineGroups(language), ...files.flatMap(fileGroups), ...inCode, ...askedGroups(folders, byCode)],
    rules: Object.fromEntries(covered),
    commonness: commonnessIn(language, rules),
  });
}

/** Returns the phrases in a rule's code as groups. */
function codeGroups({ id, phrases }: Rule, code: string): GroupSource[] {
  if (phrases === IN_FILES) return [];
  return [phrases['*'], phrases[code]].flatMap((groups) =>
    Object.entries(groups ?? {}).map(([name, entries]) => ({
      rule: id,
      name,
      skips: false,
      phrases: entries.map((entry) => (typeof entry === 'string' ? { phrase: entry } : entry)),
    })),
  );
}

/** Counts how often each word occurs in the texts that prove the language's phrases, and in the examples of rules. */
function commonnessIn({ language, phraseFiles, code }: LanguageFolder, rules: readonly Rule[]): Commonness {
  const lines = phraseFiles.flatMap(({ groups, examples }) => [
    ...examples,
    ...groups.flatMap(({ phrases }) => phrases.flatMap(({ evidence }) => evidence)),
  ]);
  const inCode = rules.flatMap(({ examples }) => [...(examples?.good ?? []), ...(examples?.bad ?? [])]);
  const texts = [
    ...lines.map(({ text }) => text),
    ...(code === MODEL ? inCode.map((one) => (typeof one === 'string' ? one : one.text)) : []),
  ];
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const { folded } of tokens(text, language)) counts.set(folded, (counts.get(folded) ?? 0) + 1);
  // A word that occurs in no text is treated as rare. A longer word counts as rarer.
  return (word) => (counts.get(word) ?? 0) + byLength(word) / 60;
}

/** Returns the examples in a rule's code. */
function evidenceInCode({ id, examples }: Rule): [string, Kept[]][] {
  if (!examples) return [];
  const kept = (sign: '+' | '-', { text, ...rest }: Shown): Kept => {
    const { marks, ...given } = rest;
    return { sign, text, given, ...(marks && { marks }) };
  };
  const good = examples.good.map((one) => kept('-', typeof one === 'string' ? { text: one } : one));
  return [[id, [...good, ...examples.bad.map((one) => kept('+', one))]]];
}

function evidenceIn({ rule, groups, examples }: PhraseFile): [string, Kept[]] {
  const kept =
    (group?: string, strict = false) =>
    ({ sign, text, marks, given }: Evidence): Kept => ({
      sign,
      text,
      given: strict ? { ...given, options: { strict: true, ...(given.options as object | undefined) } } : given,
      ...(marks.length > 0 && { marks: marks.map(({ start, end }) => text.slice(start, end)) }),
      ...(group !== undefined && { group }),
    });
  const inGroups = groups.flatMap(({ name, strict, phrases }) =>
    phrases.flatMap(({ evidence }) => evidence.map(kept(name, strict))),
  );
  return [rule, [...examples.map(kept()), ...inGroups]];
}

import { isInContext } from '../../language/contexts.js';
import { FolderError } from '../../language/folder/lines.js';
import type { Evidence, FileGroup, FilePhrase, PhraseFile } from '../../language/folder/phrase-file.js';
import { usePack } from '../../language/pack/load.js';
import type { LanguagePack } from '../../language/pack/pack.js';
import type { Rendering } from '../../model/rendering.js';
import { defaultsOf } from '../../rule/options.js';
import type { Example, Match, Rule } from '../../rule/rule.js';
import { composedExample } from '../judge/example-reply.js';
import { PhraseReader } from '../judge/phrase-reader.js';
import type { RuleInUse } from '../judge/rule-in-use.js';
import { tryRule } from '../judge/try-rule.js';

/**
 * Tests the phrases of a file against the lines that prove them. Each phrase must match one of the file's `+` lines,
 * each `+` line must be found with the marks it shows, and no `-` line may be found.
 */
export async function faultsInProof(file: PhraseFile, rule: Rule, pack: LanguagePack): Promise<FolderError[]> {
  const { code } = pack.language;
  usePack(code, pack);
  const proof = new Proof(rule, pack, code);
  const faults: FolderError[] = [];
  const positive = file.groups.flatMap((group) => group.phrases.flatMap(({ evidence }) => evidence.filter(isPositive)));
  const renderings = await Promise.all(positive.map((evidence) => proof.renderingOf(evidence)));
  const met = new Set(renderings.flatMap((rendering) => proof.phrasesIn(rendering)));
  for (const group of file.groups)
    for (const phrase of group.phrases) {
      if (!met.has(proof.numberOf(file, group, phrase)))
        faults.push(new FolderError('no “+” line in this file matches this phrase', phrase));
      for (const evidence of phrase.evidence) faults.push(...(await proof.ofGroup(evidence, group)));
    }
  for (const evidence of file.examples) faults.push(...(await proof.ofRule(evidence)));
  return faults;
}

class Proof {
  readonly #rule: Rule;
  readonly #pack: LanguagePack;
  readonly #code: string;
  readonly #reader: PhraseReader;
  readonly #use: RuleInUse;
  readonly #wanted: Uint8Array;

  constructor(rule: Rule, pack: LanguagePack, code: string) {
    this.#rule = rule;
    this.#pack = pack;
    this.#code = code;
    this.#use = { rule: { ...rule, groupsOff: () => [] }, values: { ...defaultsOf(rule.options), strict: true } };
    this.#reader = new PhraseReader([this.#use], code);
    this.#wanted = Uint8Array.from(pack.groups, (group) => (group.rule === rule.id ? 1 : 0));
  }

  async renderingOf({ text, given }: Evidence): Promise<Rendering> {
    return composedExample(this.#exampleOf(text, given));
  }

  /**
   * Returns the numbers of the rule's phrases that occur in a rendering, regardless of the conditions of their groups.
   */
  phrasesIn({ words, sentences }: Rendering): number[] {
    return sentences.flatMap(({ from, to }) =>
      this.#pack.table.find(words, from, to, this.#wanted).map(({ phrase }) => phrase),
    );
  }

  /** Returns the number of a phrase in the pack. */
  numberOf({ rule }: PhraseFile, { name, phrases }: FileGroup, phrase: FilePhrase): number {
    // The last match is used because the file for all languages comes first and may have a group with the same name.
    const group = this.#pack.groups.findLastIndex((one) => one.rule === rule && one.name === name);
    return this.#pack.table.arrays.groups.indexOf(group) + phrases.indexOf(phrase);
  }

  async ofGroup(evidence: Evidence, group: FileGroup): Promise<FolderError[]> {
    const isReported = this.#rule.reported.includes(group.name);
    if (isReported) return this.ofRule(evidence);
    const rendering = await this.renderingOf(evidence);
    const matches = this.#reader
      .read(rendering, TODAY)
      .of(this.#use)
      .matches(group.name)
      .filter((match) => !isInContext(rendering, match, match.entry.ignoredIn ?? []));
    return compared(evidence, spansOf(matches), rendering.text);
  }

  async ofRule(evidence: Evidence): Promise<FolderError[]> {
    const options = { strict: true, ...(evidence.given.options as object | undefined) };
    const example = this.#exampleOf(evidence.text, { ...evidence.given, options });
    const found = await tryRule(this.#rule, example);
    return compared(
      evidence,
      found.map(({ marks }) => marks),
      evidence.text,
    );
  }

  #exampleOf(text: string, given: Evidence['given']): Example {
    return { text, locale: this.#code, ...given } as Example;
  }
}

const TODAY = '2026-06-15';

function isPositive({ sign }: Evidence): boolean {
  return sign === '+';
}

function spansOf(matches: readonly Match[]): readonly Match[] {
  return matches.filter((match, at) => !matches.slice(0, at).some((before) => match.start < before.end));
}

/** @param found the marked words, or the places in the text */
function compared(evidence: Evidence, found: readonly (string | Match)[], text: string): FolderError[] {
  const { sign, marks, text: written } = evidence;
  const marked = found.map((one) => (typeof one === 'string' ? one : text.slice(one.start, one.end)));
  const shown = marked.map((words) => `“${words}”`).join(', ');
  if (sign === '-')
    return marked.length === 0 ? [] : [new FolderError(`this “-” line must not match, but ${shown} does`, evidence)];
  if (marked.length === 0) return [new FolderError('not found', evidence)];
  const expected = marks.map(({ start, end }) => written.slice(start, end));
  if (expected.length === 0 || JSON.stringify(expected) === JSON.stringify(marked)) return [];
  return [
    new FolderError(`the phrase marks ${shown}, not ${expected.map((words) => `“${words}”`).join(', ')}`, evidence),
  ];
}

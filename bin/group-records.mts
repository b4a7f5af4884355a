// Measures how often each group of phrases is right on texts that it was not written for. Called by records.mjs.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { rules } from '../rules/index.js';
import { type FileGroup, readPhrases } from '../src/language/folder/phrase-file.js';
import { type GroupRecord, stampOfGroup } from '../src/language/folder/record.js';
import { tryRule } from '../src/lint/index.js';
import { compileLanguages } from '../src/lint/languages/compile.js';
import { plural } from '../src/report/totals.js';
import { defaultsOf } from '../src/rule/options.js';
import type { Reading, Rule } from '../src/rule/rule.js';
import { type JudgedText, labelledTexts, ownTexts, textsFor } from './labels.mjs';
import { languagesIn, programsIn } from './languages.mjs';

/** Minimum record that a group needs for the `recommended` preset, unless it consists of plain statements. */
const SUPPORT = { hits: 8, right: 0.9, sources: 3 } as const;

/**
 * Runs `npm run records`, which writes the record of each group into the English phrase files and prints faults. With
 * `--check`, it writes nothing.
 * @returns the exit code, which is 1 if there is a fault
 */
export async function main(root: string, args: readonly string[], print: (line: string) => void): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      check: { type: 'boolean', default: false },
      labels: { type: 'string', multiple: true, default: [] },
      'written-on': { type: 'string', multiple: true, default: [] },
    },
  });
  if (!values.check) {
    const { faults } = await compileLanguages(languagesIn(join(root, 'rules/languages')), rules, programsIn(root));
    if (faults.length > 0) throw new Error(faults.map(({ message }) => message).join('\n'));
    await writeRecords(root, [
      ...ownTexts(root),
      ...values.labels.flatMap((file) => labelledTexts(file, true)),
      ...values['written-on'].flatMap((file) => labelledTexts(file, false)),
    ]);
  }
  const faults = withFiles(root).flatMap(([rule, file]) => recordFaults(rule, readFileSync(join(root, file), 'utf8')));
  for (const fault of faults) print(fault);
  return faults.length > 0 ? 1 : 0;
}

/** Returns the rules that report phrases, each with its English phrase file. */
export function withFiles(root: string): [Rule, string][] {
  const { en = {} } = languagesIn(join(root, 'rules/languages'));
  return rules
    .filter(({ id, reported }) => reported.length > 0 && `phrases/${id}.txt` in en)
    .map((rule) => [rule, fileOf(rule)]);
}

function fileOf({ id }: Rule): string {
  return `rules/languages/en/phrases/${id}.txt`;
}

async function writeRecords(root: string, texts: readonly JudgedText[]): Promise<void> {
  for (const [rule, file] of withFiles(root)) {
    const before = readFileSync(join(root, file), 'utf8');
    const after = withRecords(before, rule, await countsOf(rule, textsFor(rule, texts)));
    if (after !== before) writeFileSync(join(root, file), after);
  }
}

/** The counts of a group. */
export type Counts = Omit<GroupRecord, 'stamp'>;

/**
 * For each group of a rule, counts the texts in which only this group reports something, and those in which it is
 * right.
 */
export async function countsOf(rule: Rule, texts: readonly JudgedText[]): Promise<ReadonlyMap<string, Counts>> {
  const hits = new Map<string, JudgedText[]>(rule.reported.map((group) => [group, []]));
  for (const text of texts) {
    const found = await tryRule(groupByGroup(rule), { ...text.example, options: { strict: true } });
    for (const group of new Set(found.map(({ message }) => message))) hits.get(group)?.push(text);
  }
  return new Map([...hits].map(([group, own]) => [group, countsIn(own)]));
}

function countsIn(hits: readonly JudgedText[]): Counts {
  const unseen = hits.filter(({ isUnseen }) => isUnseen);
  const seen = hits.filter(({ isUnseen }) => !isUnseen);
  const right = (some: readonly JudgedText[]) => some.filter(({ breaks }) => breaks).length;
  return {
    hits: unseen.length,
    right: right(unseen),
    sources: new Set(unseen.map(({ source }) => source)).size,
    writtenOn: { hits: seen.length, right: right(seen) },
  };
}

/**
 * Returns a version of the rule with one finding per group. Each finding is what that group reports on its own, and its
 * message is the name of the group.
 */
function groupByGroup(rule: Rule): Rule {
  return {
    ...rule,
    *check(reading, values) {
      const elsewhere = [...rule.check(only(reading, undefined), values)].length;
      for (const group of rule.reported) {
        const found = [...rule.check(only(reading, group), values)];
        if (found.length > elsewhere && found[0]) yield { span: found[0].span, message: group };
      }
    },
  };
}

/** Returns a reading in which only the phrases of one group are found, unless another group is requested by name. */
function only(reading: Reading, group: string | undefined): Reading {
  return {
    rendering: reading.rendering,
    today: reading.today,
    matches: (name) => reading.matches(name).filter((match) => name !== undefined || match.group === group),
    inContext: (match, contexts) => reading.inContext(match, contexts),
    says: (wordClass, within) => reading.says(wordClass, within),
    first: (wordClass, within) => reading.first(wordClass, within),
    of: (text) => reading.of(text),
  };
}

/** Returns the text of a phrase file with new records for its groups in place of the existing ones. */
export function withRecords(text: string, rule: Rule, counts: ReadonlyMap<string, Counts>): string {
  const { groups } = readPhrases(withoutRecords(text), fileOf(rule), rule.id);
  const lines = withoutRecords(text).split('\n');
  for (const group of [...groups].reverse()) {
    const own = counts.get(group.name);
    if (own) lines.splice(group.line, 0, recordLine(own, stampOfGroup(group)));
  }
  return lines.join('\n');
}

function withoutRecords(text: string): string {
  return text.replace(/^#\s*record:.*\n/gm, '');
}

function recordLine({ hits, right, sources, writtenOn }: Counts, stamp: string): string {
  const seen = `written on ${plural(writtenOn.hits, 'hit')}, ${writtenOn.right} right`;
  return `# record: ${plural(hits, 'hit')}, ${right} right, ${plural(sources, 'source')}; ${seen} (${stamp})`;
}

/**
 * Returns the faults in the records of a rule’s phrase file. Each says where the fault is, what is wrong, and what to
 * do.
 */
export function recordFaults(rule: Rule, text: string): string[] {
  const { groups } = readPhrases(text, fileOf(rule), rule.id);
  const off = rule.groupsOff?.(defaultsOf(rule.options)) ?? [];
  const isRecommended = (rule.presets.recommended ?? 'off') !== 'off';
  return groups
    .filter(({ name }) => rule.reported.includes(name))
    .flatMap((group) => {
      const fault = faultOf(group, isRecommended && !off.includes(group.name));
      return fault === undefined ? [] : [`${group.file}:${group.line}: ${fault}`];
    });
}

function faultOf(group: FileGroup, isRecommended: boolean): string | undefined {
  const { name, record, plain, strict } = group;
  if (record && record.stamp !== stampOfGroup(group))
    return `the phrases of “${name}” have changed since its record; run \`npm run records\``;
  if (strict || plain !== undefined) return undefined;
  if (!record) return `“${name}” has no record; run \`npm run records\``;
  if (!isRecommended || hasSupport(record)) return undefined;
  return (
    `“${name}” is not proven: ${record.right} of ${record.hits} right, ${plural(record.sources, 'source')}; ` +
    `wanted are ${SUPPORT.hits} hits, ${10 * SUPPORT.right} of 10 right, ${SUPPORT.sources} sources; ` +
    'mark it “strict”, or say which guideline names it: “# plain: …”'
  );
}

/** Returns true if a record is good enough for the `recommended` preset. */
export function hasSupport({ hits, right, sources }: Counts): boolean {
  return hits >= SUPPORT.hits && right >= SUPPORT.right * hits && sources >= SUPPORT.sources;
}

import { inWords } from '../../compose/index.js';
import type { ActiveRule, Settings } from '../../config/index.js';
import { languageCode } from '../../language/index.js';
import type { Finding, Severity } from '../../model/finding.js';
import type { Condition, Rendering } from '../../model/rendering.js';
import type { Span } from '../../model/span.js';
import { shown } from '../../rule/define.js';
import type { Rule } from '../../rule/rule.js';
import { type FileStats, PHRASES } from '../result/stats.js';
import { type Edit, editOf } from './edit.js';
import { covers, PhraseReader } from './phrase-reader.js';

/** A finding with its place in the file, from one reply. */
export interface PlacedFinding {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly span: Span;
  /** What is marked, as a customer reads it; empty where something is missing. */
  readonly words: string;
  readonly message: string;
  readonly suggestions: readonly string[];
  readonly edit: Edit | undefined;
  /** Why a fix cannot be written, in words; undefined where it can, and where there is none. */
  readonly refused: string | undefined;
  /** The conditions under which it holds, in words. */
  readonly when: string | undefined;
  readonly rendering: Rendering;
}

/** Settings are shared objects, so what is built for one is built once. */
const READERS = new WeakMap<Settings, Map<string, PhraseReader>>();

/**
 * Runs the rules on all renderings of one reply. Equal findings of several renderings are one; one that does not hold
 * on all of them says when.
 * @param settingsFor the settings that hold for a rendering
 * @param today as `2026-12-31`
 * @param stats where times are noted
 * @returns the findings, and the rules that were owed
 */
export function runRules(
  renderings: readonly Rendering[],
  settingsFor: (rendering: Rendering) => Settings,
  today: string,
  stats?: FileStats,
): { readonly findings: PlacedFinding[]; readonly applied: readonly Rule[] } {
  const collected = new Map<string, Collected>();
  const looked = new Map<Rule, Rendering[]>();
  for (const rendering of renderings) {
    const settings = settingsFor(rendering);
    const reading = () => readerFor(settings, rendering.locale).read(rendering, today);
    const readings = stats ? stats.ofRule(PHRASES, reading) : reading();
    for (const active of settings.rules) {
      const { rule, values } = active;
      if (!applies(rule, rendering)) continue;
      const before = looked.get(rule);
      if (before) before.push(rendering);
      else looked.set(rule, [rendering]);
      const findings = stats
        ? stats.ofRule(rule.id, () => [...rule.check(readings(active), values)])
        : rule.check(readings(active), values);
      for (const finding of findings) collect(collected, active, rendering, finding);
    }
  }
  const conditions = new ConditionsOf();
  const findings = [...collected.values()].map(({ active, found }): PlacedFinding => {
    const [[rendering, finding]] = [...found] as [[Rendering, Finding], ...[Rendering, Finding][]];
    const edit = editOf(found, renderings);
    return {
      rule: active.rule,
      severity: active.severity,
      span: rendering.map.spanOf(finding.span),
      words: active.rule.kind === 'presence' ? '' : shown(rendering.text.slice(finding.span.start, finding.span.end)),
      message: finding.message,
      suggestions: finding.suggestions ?? [],
      edit: edit && 'refused' in edit ? undefined : edit,
      refused: edit && 'refused' in edit ? edit.refused : undefined,
      when: conditions.when([...found.keys()], looked.get(active.rule) ?? []),
      rendering,
    };
  });
  return { findings, applied: [...looked.keys()] };
}

interface Collected {
  readonly active: ActiveRule;
  /** Each rendering that it holds in, with the finding there. */
  readonly found: Map<Rendering, Finding>;
}

function collect(collected: Map<string, Collected>, active: ActiveRule, rendering: Rendering, finding: Finding): void {
  const { start, end } = rendering.map.spanOf(finding.span);
  // What is missing is missing once, wherever each rendering begins or ends.
  const place = active.rule.kind === 'presence' ? '' : `${start} ${end}`;
  const key = `${active.rule.id} ${place} ${finding.message}`;
  const known = collected.get(key);
  if (!known) collected.set(key, { active, found: new Map([[rendering, finding]]) });
  else if (!known.found.has(rendering)) known.found.set(rendering, finding);
}

/** True where the rule is owed by the rendering and can judge its language. */
export function applies(rule: Rule, { form, intent, topics, locale }: Rendering): boolean {
  const { appliesTo } = rule;
  return (
    covers(rule, locale) &&
    form !== 'internal' &&
    (appliesTo.forms?.includes(form) ?? true) &&
    (appliesTo.intents?.includes(intent) ?? true) &&
    (appliesTo.topics?.some((topic) => topics.includes(topic)) ?? true) &&
    !(appliesTo.exceptTopics?.some((topic) => topics.includes(topic)) ?? false)
  );
}

function readerFor(settings: Settings, locale: string): PhraseReader {
  const language = languageCode(locale);
  const readers = READERS.get(settings) ?? new Map<string, PhraseReader>();
  READERS.set(settings, readers);
  let reader = readers.get(language);
  if (!reader) {
    reader = new PhraseReader(
      settings.rules.filter(({ rule }) => covers(rule, locale)),
      locale,
    );
    readers.set(language, reader);
  }
  return reader;
}

/** Says when a finding holds, at a cost that does not grow with the number of findings of the same renderings. */
class ConditionsOf {
  readonly #keys = new Map<Rendering, ReadonlySet<string>>();
  /** Of some renderings: how many of them have a condition. */
  readonly #counts = new Map<readonly Rendering[], ReadonlyMap<string, number>>();
  readonly #said = new Map<string, string>();
  readonly #ids = new Map<object, number>();

  /** The conditions that the renderings share and that tell them from the others; undefined where there are no others. */
  when(holdsIn: readonly Rendering[], looked: readonly Rendering[]): string | undefined {
    if (looked.length <= holdsIn.length) return undefined;
    const key = [looked, ...holdsIn].map((of) => this.#idOf(of)).join(' ');
    const said = this.#said.get(key) ?? inWords(this.#telling(holdsIn, looked));
    this.#said.set(key, said);
    return said;
  }

  #telling([first, ...rest]: readonly Rendering[], looked: readonly Rendering[]): readonly Condition[] {
    const all = first?.conditions ?? [];
    const counts = this.#countsOf(looked);
    const telling = all.filter((condition) => {
      const key = keyOf(condition);
      return rest.every((other) => this.#keysOf(other).has(key)) && (counts.get(key) ?? 0) < looked.length;
    });
    return telling.length > 0 ? telling : all;
  }

  #countsOf(looked: readonly Rendering[]): ReadonlyMap<string, number> {
    const known = this.#counts.get(looked);
    if (known) return known;
    const counts = new Map<string, number>();
    for (const rendering of looked)
      for (const key of this.#keysOf(rendering)) counts.set(key, (counts.get(key) ?? 0) + 1);
    this.#counts.set(looked, counts);
    return counts;
  }

  #keysOf(rendering: Rendering): ReadonlySet<string> {
    const keys = this.#keys.get(rendering) ?? new Set(rendering.conditions.map(keyOf));
    this.#keys.set(rendering, keys);
    return keys;
  }

  #idOf(of: object): number {
    const id = this.#ids.get(of) ?? this.#ids.size;
    this.#ids.set(of, id);
    return id;
  }
}

function keyOf({ subject, values, holds }: Condition): string {
  return [subject, holds, ...values].join('\n');
}

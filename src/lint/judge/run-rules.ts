import type { ActiveRule, Settings } from '../../config/index.js';
import { languageCode } from '../../language/index.js';
import type { Finding, Severity } from '../../model/finding.js';
import type { Rendering } from '../../model/rendering.js';
import type { Span } from '../../model/span.js';
import { shown } from '../../rule/define.js';
import { contains, type Need } from '../../rule/needs.js';
import type { Reading, Rule } from '../../rule/rule.js';
import type { RuleFault } from '../result/rule-fault.js';
import { type FileStats, PHRASES } from '../result/stats.js';
import { type Applying, type ApplyingRule, applying } from './applying.js';
import { checkRendering } from './check-rendering.js';
import { Distinction } from './distinction.js';
import { type Edit, editOf } from './edit.js';
import { covering, PhraseReader } from './phrase-reader.js';
import type { Readings } from './readings.js';

/** A finding of a reply, with its place in the file. */
export interface PlacedFinding {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly span: Span;
  /** The place in the text of `rendering`. */
  readonly place: Span;
  /** The marked words, as a customer reads them. Empty if something is missing. */
  readonly words: string;
  readonly message: string;
  readonly suggestions: readonly string[];
  readonly edit: Edit | undefined;
  /** The reason in words why its fix cannot be written. Undefined if it can be written, or if there is no fix. */
  readonly refused: string | undefined;
  /** The conditions under which the finding applies, in words. */
  readonly when: string | undefined;
  readonly rendering: Rendering;
  /** The value of the option `commonFrom`, a percentage. Only for rules with a convention. */
  readonly commonFrom: number | undefined;
  /** True if the configuration names the rule. False if only a preset enables it. */
  readonly isNamed: boolean;
}

/** The readers for each settings object are built once, because replies share settings objects. */
const READERS = new WeakMap<Settings, Map<string, PhraseReader>>();

/** A finding, with each rendering that has it. */
interface MergedFinding {
  readonly active: ActiveRule;
  readonly found: Map<Rendering, Finding>;
}

/** The result of running the rules on a reply. */
export interface RulesRun {
  readonly findings: PlacedFinding[];
  /** The rules that applied. */
  readonly applied: readonly Rule[];
  /** The readings for each library rule that applied. */
  readonly forLibrary: ReadonlyMap<ActiveRule, readonly Reading[]>;
  /** Rules that found something missing that is not reported for a single reply. */
  readonly unsaid: ReadonlySet<Rule>;
  /** Rules that could not judge any rendering. */
  readonly unjudged: ReadonlySet<Rule>;
  /** The rules that failed. Each is listed once, with the first rendering on which it failed. */
  readonly faults: readonly RuleFault[];
}

/**
 * Runs the rules on all renderings of one reply. Equal findings in several renderings are merged. A finding that not
 * all renderings have says when it applies.
 * @param settingsFor returns the settings that apply to a rendering
 * @param today the date in the form `2026-12-31`
 * @param stats records the time spent
 */
export function runRules(
  renderings: readonly Rendering[],
  settingsFor: (rendering: Rendering) => Settings,
  today: string,
  stats?: FileStats,
): RulesRun {
  const outcome = new Outcome(renderings.length === 1);
  const applied: Applying[] = [];
  for (const rendering of renderings) {
    const settings = settingsFor(rendering);
    const reader = readerFor(settings, rendering.locale);
    const readings = stats ? stats.ofRule(PHRASES, () => reader.read(rendering, today)) : reader.read(rendering, today);
    const rules = applying(settings, rendering);
    applied.push(rules);
    const { uses } = rules;
    const on = { rendering, readings, stats };
    for (let at = 0; at < uses.length; at += 1) runRule(uses[at] as ApplyingRule, on, outcome);
  }
  const { merged, unsaid, unjudged, faults, readings } = outcome;
  return {
    findings: placedFindings(merged, renderings, applied),
    applied: rulesOf(applied),
    unsaid: unsaid ?? NO_RULES,
    unjudged: unjudged ? unjudgedIn(unjudged, applied) : NO_RULES,
    forLibrary: readings,
    faults: faults ? [...faults.values()] : [],
  };
}

const NO_RULES: ReadonlySet<Rule> = new Set();

/** What the rules found so far in the renderings of a reply. What few replies have is created when it is needed. */
class Outcome {
  merged: Map<string, MergedFinding> | undefined;
  unsaid: Set<Rule> | undefined;
  /** The number of renderings that each rule could not judge. */
  unjudged: Map<Rule, number> | undefined;
  /** The first fault of each rule. */
  faults: Map<Rule, RuleFault> | undefined;
  /** The readings for each library rule. */
  readonly readings = new Map<ActiveRule, Reading[]>();
  readonly #isAlone: boolean;

  /** @param isAlone true if the reply has only one rendering */
  constructor(isAlone: boolean) {
    this.#isAlone = isAlone;
  }

  add(active: ActiveRule, rendering: Rendering, finding: Finding): void {
    if (finding.isUnjudged) {
      this.unjudged ??= new Map();
      this.unjudged.set(active.rule, (this.unjudged.get(active.rule) ?? 0) + 1);
    } else if (finding.isUnsaid) {
      this.unsaid ??= new Set();
      this.unsaid.add(active.rule);
    } else {
      this.merged ??= new Map();
      merge(this.merged, active, rendering, finding);
    }
  }

  addFault(rule: Rule, fault: RuleFault): void {
    this.faults ??= new Map();
    if (!this.faults.has(rule)) this.faults.set(rule, fault);
  }

  /** If settings depend on the rendering, the first rendering decides for the whole reply. */
  addReading(active: ActiveRule, reading: Reading): void {
    const known = this.#isAlone ? undefined : (this.readings.get(active) ?? this.#readingsOf(active.rule));
    if (known) known.push(reading);
    else this.readings.set(active, [reading]);
  }

  #readingsOf(rule: Rule): Reading[] | undefined {
    for (const [first, readings] of this.readings) if (first.rule === rule) return readings;
    return undefined;
  }
}

/** What a rule is run on. */
interface RunOn {
  readonly rendering: Rendering;
  readonly readings: Readings;
  readonly stats: FileStats | undefined;
}

function runRule({ active, needs }: ApplyingRule, { rendering, readings, stats }: RunOn, outcome: Outcome): void {
  const { rule } = active;
  let reading: Reading | undefined;
  if (rule.library) {
    reading = readings.of(active);
    outcome.addReading(active, reading);
    if (rule.kind === 'library') return;
  }
  if (needs && !hasNeeded(needs, active, rendering, readings)) return;
  const read = reading ?? readings.of(active);
  const { findings, fault } = stats
    ? stats.ofRule(rule.id, () => checkRendering(active, read))
    : checkRendering(active, read);
  for (let at = 0; at < findings.length; at += 1) outcome.add(active, rendering, findings[at] as Finding);
  if (fault) outcome.addFault(rule, fault);
}

/** Returns the rules that could not judge any rendering. */
function unjudgedIn(counts: ReadonlyMap<Rule, number>, applied: readonly Applying[]): ReadonlySet<Rule> {
  return new Set([...counts.keys()].filter((rule) => counts.get(rule) === countOf(rule, applied)));
}

/** Returns true if a text contains one of the things that a rule needs. */
function hasNeeded(needs: readonly Need[], active: ActiveRule, rendering: Rendering, readings: Readings): boolean {
  for (let at = 0; at < needs.length; at += 1) {
    const need = needs[at] as Need;
    if (need === 'phrase' ? readings.hasMatch(active) : contains(rendering, need)) return true;
  }
  return false;
}

/** Returns the number of renderings that a rule applies to. */
function countOf(rule: Rule, applied: readonly Applying[]): number {
  return applied.filter(({ rules }) => rules.includes(rule)).length;
}

/** Returns the rules that apply to any of the renderings. */
function rulesOf(applied: readonly Applying[]): readonly Rule[] {
  const [first, ...others] = applied;
  if (!first) return [];
  return others.every((other) => other === first) ? first.rules : [...new Set(applied.flatMap(({ rules }) => rules))];
}

/** Returns the findings with their places, and with the conditions that not all renderings meet. */
function placedFindings(
  merged: ReadonlyMap<string, MergedFinding> | undefined,
  renderings: readonly Rendering[],
  applied: readonly Applying[],
): PlacedFinding[] {
  if (!merged) return [];
  const isAlone = renderings.length === 1;
  const distinction = new Distinction();
  const compared = new Compared(renderings, applied);
  return [...merged.values()].map((finding) => {
    const found = [...finding.found.keys()];
    const when = isAlone ? undefined : distinction.of(found, compared.with(found, finding.active.rule));
    return placed(finding, renderings, when);
  });
}

/** The renderings with which those that have a finding are compared. */
class Compared {
  readonly #renderings: readonly Rendering[];
  readonly #applied: readonly Applying[];
  readonly #all = new Map<Rule, readonly Rendering[]>();
  /** The same without renderings that no customer receives on their own. */
  readonly #whole = new Map<Rule, readonly Rendering[]>();

  /** @param applied the rules that apply to each rendering */
  constructor(renderings: readonly Rendering[], applied: readonly Applying[]) {
    this.#renderings = renderings;
    this.#applied = applied;
  }

  /** Returns the renderings that a rule applies to. */
  with(found: readonly Rendering[], rule: Rule): readonly Rendering[] {
    const withParts = found.some(({ isPart }) => isPart);
    const lists = withParts ? this.#all : this.#whole;
    const known =
      lists.get(rule) ??
      this.#renderings.filter(
        ({ isPart }, index) => (withParts || !isPart) && this.#applied[index]?.rules.includes(rule) === true,
      );
    lists.set(rule, known);
    return known;
  }
}

function merge(merged: Map<string, MergedFinding>, active: ActiveRule, rendering: Rendering, finding: Finding): void {
  const { start, end } = rendering.map.spanOf(finding.span);
  // A missing element is one finding, even if the renderings begin or end at different places.
  const place = active.rule.kind === 'presence' ? '' : `${start} ${end}`;
  const key = `${active.rule.id} ${place} ${finding.message}`;
  const known = merged.get(key);
  if (!known) merged.set(key, { active, found: new Map([[rendering, finding]]) });
  else if (!known.found.has(rendering)) known.found.set(rendering, finding);
}

function placed(
  { active: { rule, severity, values, isNamed }, found }: MergedFinding,
  renderings: readonly Rendering[],
  when: string | undefined,
): PlacedFinding {
  const [[rendering, finding]] = [...found] as [[Rendering, Finding], ...[Rendering, Finding][]];
  const { span, message, suggestions = [] } = finding;
  const edit = editOf(found, renderings);
  return {
    rule,
    severity,
    span: rendering.map.spanOf(span),
    place: span,
    words: rule.kind === 'presence' ? '' : shown(rendering.text.slice(span.start, span.end)),
    message,
    suggestions,
    edit: edit && 'refused' in edit ? undefined : edit,
    refused: edit && 'refused' in edit ? edit.refused : undefined,
    when,
    rendering,
    commonFrom: rule.convention === undefined ? undefined : (values.commonFrom as number),
    isNamed,
  };
}

function readerFor(settings: Settings, locale: string): PhraseReader {
  const language = languageCode(locale);
  let readers = READERS.get(settings);
  if (!readers) {
    readers = new Map();
    READERS.set(settings, readers);
  }
  let reader = readers.get(language);
  if (!reader) {
    reader = new PhraseReader(covering(settings, locale), locale);
    readers.set(language, reader);
  }
  return reader;
}

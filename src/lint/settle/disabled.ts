import { partitionPoint } from '../../model/partition-point.js';
import type { Directive } from '../result/directive.js';
import { isExpired } from './directives.js';

/** Stands for all rules. */
const ALL = '*';

/** Rule, or all of them → the directive that disables it. */
type ByRule = Map<string, Directive>;

/** What the directives of a file disable, and where. A lookup costs the same however many there are. */
export class Disabled {
  readonly #file: ByRule = new Map();
  /** Line number → what is disabled on that line. */
  readonly #lines = new Map<number, ByRule>();
  /** `disable` and `enable`, in the order of the file. */
  readonly #switches: readonly Directive[];
  readonly #switchesOf = new Map<string, readonly Directive[]>();

  /** @param today in the form `2026-12-31`; an expired directive applies nowhere */
  constructor(directives: readonly Directive[], today: string) {
    const applying = directives.filter((directive) => !isExpired(directive, today));
    this.#switches = applying.filter(({ kind }) => kind === 'disable' || kind === 'enable');
    for (const directive of applying) {
      if (directive.kind === 'disable-file') add(directive, this.#file);
      this.#addLine(directive, directive.line);
    }
  }

  /**
   * The directive that disables a rule at a position. Undefined if none does. `enable` ends the `disable` before it,
   * for the rules that it names.
   * @param offset in the file's text
   * @param number the line number
   */
  at(ruleId: string, offset: number, number: number): Directive | undefined {
    const line = this.#lines.get(number);
    return of(ruleId, this.#file) ?? (line && of(ruleId, line)) ?? this.#switchedOff(ruleId, offset);
  }

  #switchedOff(ruleId: string, offset: number): Directive | undefined {
    let switches = this.#switchesOf.get(ruleId);
    if (!switches) {
      switches = this.#switches.filter(({ rules }) => rules.length === 0 || rules.includes(ruleId));
      this.#switchesOf.set(ruleId, switches);
    }
    const known = switches;
    const last = known[partitionPoint(known.length, (index) => (known[index]?.span.end ?? 0) <= offset) - 1];
    return last?.kind === 'disable' ? last : undefined;
  }

  #addLine(directive: Directive, number: number | undefined): void {
    if (number === undefined) return;
    const line = this.#lines.get(number) ?? new Map<string, Directive>();
    add(directive, line);
    this.#lines.set(number, line);
  }
}

function add(directive: Directive, to: ByRule): void {
  for (const rule of directive.rules.length > 0 ? directive.rules : [ALL]) if (!to.has(rule)) to.set(rule, directive);
}

function of(ruleId: string, byRule: ByRule): Directive | undefined {
  return byRule.get(ruleId) ?? byRule.get(ALL);
}

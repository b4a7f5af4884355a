import { partitionPoint } from '../../model/partition-point.js';
import type { Directive } from '../result/directive.js';
import { isExpired } from './directives.js';

/** The key that stands for all rules. */
const ALL = '*';

/** The directive that disables a rule, by rule id. `ALL` is used as the id if a directive disables all rules. */
type ByRule = Map<string, Directive>;

/**
 * Looks up what the directives of a file disable, and where. The cost of a lookup does not depend on the number of
 * directives.
 */
export class Disabled {
  readonly #file: ByRule = new Map();
  /** The directives that disable rules on a line, by line number. */
  readonly #lines = new Map<number, ByRule>();
  /** The `disable` and `enable` directives, in file order. */
  readonly #switches: readonly Directive[];
  readonly #switchesOf = new Map<string, readonly Directive[]>();

  /** @param today the date in the form `2026-12-31`; expired directives have no effect */
  constructor(directives: readonly Directive[], today: string) {
    const applying = directives.filter((directive) => !isExpired(directive, today));
    this.#switches = applying.filter(({ kind }) => kind === 'disable' || kind === 'enable');
    for (const directive of applying) {
      if (directive.kind === 'disable-file') add(directive, this.#file);
      this.#addLine(directive, directive.line);
    }
  }

  /**
   * Returns the directive that disables a rule at a position. Undefined if there is none. An `enable` ends the
   * preceding `disable` for the rules that it names.
   * @param offset an offset in the text of the file
   * @param number the number of the line
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

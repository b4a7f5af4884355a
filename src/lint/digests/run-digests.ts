import type { ResolvedConfig } from '../../config/index.js';
import type { LintMessage, ReplyPlace } from '../../model/finding.js';
import type { LibraryFacts, LibraryFinding, LibraryPlace } from '../../rule/library-steps.js';
import type { AnyValues } from '../../rule/options.js';
import type { Rule } from '../../rule/rule.js';
import type { DigestedData } from '../result/file-record.js';
import { Fingerprints } from '../result/fingerprints.js';
import { severityNumber } from '../result/lint-result.js';
import { PackedPages } from '../result/packed-pages.js';
import { Spool } from '../result/spool.js';
import { type DigestedFile, DigestList } from './digest-list.js';
import { type AboutReply, groupKey } from './file-digests.js';

/** The file of some digests, and the replies in it whose findings are reported. */
export interface DigestSource {
  readonly absolute: string;
  readonly config: Pick<ResolvedConfig, 'rules' | 'pathOf' | 'root'>;
  readonly touched: 'all' | { readonly ids: ReadonlySet<string> };
}

/** A message of a library rule, with its location. */
export interface LibraryMessage {
  readonly filePath: string;
  /** The offset in the text of the file. */
  readonly offset: number;
  readonly end: number;
  readonly message: LintMessage;
}

/** A library rule that failed, with the value that it threw. */
export interface LibraryFault {
  readonly rule: Rule;
  readonly error: unknown;
}

interface Group {
  readonly rule: Rule;
  readonly values: AnyValues;
  readonly list: DigestList;
}

/** The digests of a run. */
export class RunDigests {
  /**
   * The digests by rule, and then by the options of the rule. The rule itself is the key, because two plug-ins can have
   * rules with the same id.
   */
  readonly #groups = new Map<Rule, Map<string, Group>>();
  readonly #files = new Map<string, DigestedFile>();
  /** The replies to report about, by file. Absent if all replies of a file are reported. */
  readonly #touched = new Map<string, ReadonlySet<string>>();
  readonly #spool: Spool;
  /** All digested replies. Each rule digests most of them. */
  readonly #replies: PackedPages<AboutReply>;

  /** @param spool stores the digests */
  constructor(spool = new Spool()) {
    this.#spool = spool;
    this.#replies = new PackedPages(spool);
  }

  add({ digests, replies }: DigestedData, { absolute, config, touched }: DigestSource): void {
    const file = this.#files.get(absolute) ?? { absolute, path: config.pathOf(absolute), root: config.root };
    this.#files.set(absolute, file);
    if (touched !== 'all') this.#touched.set(absolute, touched.ids);
    const firstReply = this.#replies.length;
    for (const page of replies) this.#replies.add(page);
    for (const { rule: id, values, pages } of digests) {
      const rule = config.rules.find((known) => known.id === id);
      if (rule) this.#groupOf(rule, values).list.add(pages, { file, firstReply });
    }
  }

  /**
   * Yields the findings of the library rules, one rule after the other.
   * @param facts what a rule can look up
   * @param timed runs the work of a rule and records its time
   */
  judge(
    facts: Omit<LibraryFacts, 'isReported'>,
    timed: <T>(rule: string, work: () => T) => T,
  ): readonly (LibraryMessage | LibraryFault)[] {
    const fingerprints = new Fingerprints();
    return [...this.#groups.values()]
      .flatMap((groups) => [...groups.values()])
      .flatMap((group) => timed(group.rule.id, () => this.#judgeGroup(group, facts, fingerprints)));
  }

  #judgeGroup(
    { rule, values, list }: Group,
    facts: Omit<LibraryFacts, 'isReported'>,
    fingerprints: Fingerprints,
  ): (LibraryMessage | LibraryFault)[] {
    const found: (LibraryMessage | LibraryFault)[] = [];
    try {
      const own = { ...facts, isReported: (at: LibraryPlace['at']) => this.#isTouched({ at }, list) };
      for (const finding of rule.library?.judge(list as never, values, own) ?? []) {
        checkFinding(finding);
        const message = this.#messageOf(finding, rule, list, fingerprints);
        if (message) found.push(message);
      }
    } catch (error) {
      found.push({ rule, error });
    }
    return found;
  }

  /**
   * Creates the message for a finding. Undefined if the finding is only about replies that are excluded from the
   * report.
   */
  #messageOf(
    { at, place, message, suggestions = [], about = [] }: LibraryFinding,
    rule: Rule,
    list: DigestList,
    fingerprints: Fingerprints,
  ): LibraryMessage | undefined {
    if (![{ at }, ...about].some((one) => this.#isTouched(one, list))) return undefined;
    const { reply, place: whole } = list.about(at.index);
    const { severity } = list.entry(at.index);
    const { start, end, words, line, column, endLine, endColumn } = place ?? whole;
    return {
      filePath: list.fileOf(at.index).absolute,
      offset: start,
      end,
      message: {
        ruleId: rule.id,
        severity: severityNumber(severity),
        message,
        ...{ line, column, endLine, endColumn },
        ...(suggestions.length > 0 && { suggestions: suggestions.map((desc) => ({ desc })) }),
        reply,
        segment: rule.segment,
        words,
        ...(about.length > 0 && { about: about.map((one) => placeOf(one, list)) }),
        fingerprint: fingerprints.of(rule.id, reply.id, words),
      },
    };
  }

  #isTouched({ at }: LibraryPlace, list: DigestList): boolean {
    const touched = this.#touched.get(list.fileOf(at.index).absolute);
    return touched === undefined || touched.has(list.about(at.index).reply.id);
  }

  #groupOf(rule: Rule, values: AnyValues): Group {
    const groups = this.#groups.get(rule) ?? new Map<string, Group>();
    this.#groups.set(rule, groups);
    const key = groupKey(rule.id, values);
    const group = groups.get(key) ?? { rule, values, list: new DigestList(this.#spool, this.#replies) };
    groups.set(key, group);
    return group;
  }
}

function placeOf({ at, place }: LibraryPlace, list: DigestList): ReplyPlace {
  const { reply, place: whole } = list.about(at.index);
  const { line, column, endLine, endColumn } = place ?? whole;
  const { id, title } = reply;
  const filePath = list.fileOf(at.index).absolute;
  return { filePath, id, ...(title !== undefined && { title }), line, column, endLine, endColumn };
}

/**
 * Checks that a finding can be reported, because plug-in rules may not be written in TypeScript.
 * @throws if it cannot
 */
function checkFinding({ at, message }: LibraryFinding): void {
  if (typeof message !== 'string') throw new Error('the rule returned a finding without a message');
  if (!Number.isInteger(at?.index)) throw new Error('the rule returned a finding without a reply');
}

import type { ActiveRule } from '../../config/index.js';
import type { ReplySummary, Severity } from '../../model/finding.js';
import type { Place } from '../../rule/library-steps.js';
import type { AnyValues } from '../../rule/options.js';
import type { DigestedData } from '../result/file-record.js';
import { PageWriter } from '../result/page.js';

/** What is needed to report a finding at a reply, and the same for all rules that digest it. */
export interface AboutReply {
  readonly reply: ReplySummary;
  /** The place at which findings about the whole reply are reported. */
  readonly place: Place;
}

/** The digest of a reply. */
export interface Entry {
  /** The number of the reply among the digested ones of its file. */
  readonly of: number;
  readonly severity: Severity;
  readonly data: unknown;
}

/** Collects the digests of the replies of a file. */
export class FileDigests {
  readonly #groups = new Map<string, { readonly active: ActiveRule; readonly writer: PageWriter }>();
  readonly #replies = new PageWriter();
  #count = 0;

  /** Adds a reply. Returns its number among the digested replies of the file. */
  addReply(about: AboutReply): number {
    this.#replies.add(JSON.stringify(about));
    this.#count += 1;
    return this.#count - 1;
  }

  /**
   * Adds a rule’s digest of a reply.
   * @throws the error from `JSON.stringify` if JSON cannot represent the data
   */
  add(active: ActiveRule, { of, severity, data: own }: Entry): void {
    const key = groupKey(active.rule.id, active.values);
    let group = this.#groups.get(key);
    if (!group) {
      group = { active, writer: new PageWriter() };
      this.#groups.set(key, group);
    }
    const data = JSON.stringify(own);
    const tail = data === undefined ? '' : `,"data":${data}`;
    group.writer.add(`{"of":${of},"severity":"${severity}"${tail}}`);
  }

  get all(): DigestedData {
    const digests = [...this.#groups.values()].map(({ active: { rule, values }, writer }) => ({
      rule: rule.id,
      values,
      pages: writer.pages,
    }));
    return { digests, replies: this.#replies.pages };
  }
}

/** The last key for each object with options, because many files share their settings. */
const KEYS = new WeakMap<AnyValues, { readonly rule: string; readonly key: string }>();

/** Returns a key for the digests that are judged together, which are those of one rule with the same options. */
export function groupKey(rule: string, values: AnyValues): string {
  const known = KEYS.get(values);
  if (known?.rule === rule) return known.key;
  const key = JSON.stringify([rule, Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1))]);
  KEYS.set(values, { rule, key });
  return key;
}

import type { ActiveRule } from '../../config/index.js';
import type { ReplySummary, Severity } from '../../model/finding.js';
import type { Place } from '../../rule/library-steps.js';
import type { AnyValues } from '../../rule/options.js';
import type { DigestGroup } from '../result/file-record.js';
import { PageWriter } from '../result/page.js';

/** The digest of a reply, with what reporting a finding there requires. */
export interface Entry {
  readonly reply: ReplySummary;
  readonly severity: Severity;
  /** Where a finding about the whole reply is reported. */
  readonly place: Place;
  readonly data: unknown;
}

/** The part of an entry that is the same for all rules, as JSON text without braces: written once for each reply. */
export function sharedPart(part: Pick<Entry, 'reply' | 'place'>): string {
  return JSON.stringify(part).slice(1, -1);
}

/** Collects the digests of the replies of a file. */
export class FileDigests {
  readonly #groups = new Map<string, { readonly active: ActiveRule; readonly writer: PageWriter }>();
  readonly #keys = new WeakMap<ActiveRule, string>();

  /**
   * Adds what a rule keeps of a reply.
   * @param shared as `sharedPart` returned it
   * @throws what JSON throws for data that it cannot represent
   */
  add(active: ActiveRule, shared: string, own: Pick<Entry, 'severity' | 'data'>): void {
    let key = this.#keys.get(active);
    if (key === undefined) {
      key = groupKey(active.rule.id, active.values);
      this.#keys.set(active, key);
    }
    let group = this.#groups.get(key);
    if (!group) {
      group = { active, writer: new PageWriter() };
      this.#groups.set(key, group);
    }
    const data = JSON.stringify(own.data);
    const tail = data === undefined ? '' : `,"data":${data}`;
    group.writer.add(`{${shared},"severity":"${own.severity}"${tail}}`);
  }

  get groups(): readonly DigestGroup[] {
    return [...this.#groups.values()].map(({ active: { rule, values }, writer }) => ({
      rule: rule.id,
      values,
      pages: writer.pages,
    }));
  }
}

/** Identifies the digests that are judged together: those of one rule with the same options. */
export function groupKey(rule: string, values: AnyValues): string {
  return JSON.stringify([rule, Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1))]);
}

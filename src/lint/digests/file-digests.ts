import type { ActiveRule } from '../../config/index.js';
import type { ReplySummary, Severity } from '../../model/finding.js';
import type { Place } from '../../rule/library-steps.js';
import type { AnyValues } from '../../rule/options.js';
import type { DigestGroup } from '../result/file-record.js';
import { PageWriter } from '../result/page.js';

/** The digest of a reply, with what is needed to report a finding at the reply. */
export interface Entry {
  readonly reply: ReplySummary;
  readonly severity: Severity;
  /** The place at which findings about the whole reply are reported. */
  readonly place: Place;
  readonly data: unknown;
}

/**
 * Returns the part of an entry that is the same for all rules, as JSON text without braces, so that it is serialized
 * only once per reply.
 */
export function sharedPart(part: Pick<Entry, 'reply' | 'place'>): string {
  return JSON.stringify(part).slice(1, -1);
}

/** Collects the digests of the replies of a file. */
export class FileDigests {
  readonly #groups = new Map<string, { readonly active: ActiveRule; readonly writer: PageWriter }>();

  /**
   * Adds a rule’s digest of a reply.
   * @param shared the result of `sharedPart`
   * @throws the error from `JSON.stringify` if JSON cannot represent the data
   */
  add(active: ActiveRule, shared: string, own: Pick<Entry, 'severity' | 'data'>): void {
    const key = groupKey(active.rule.id, active.values);
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

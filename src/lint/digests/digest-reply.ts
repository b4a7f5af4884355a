import type { ActiveRule } from '../../config/index.js';
import type { ReplySummary } from '../../model/finding.js';
import type { Rendering } from '../../model/rendering.js';
import type { SourceFile } from '../../model/source-file.js';
import type { Span } from '../../model/span.js';
import { shown } from '../../rule/define.js';
import type { DigestReading, Place } from '../../rule/library-steps.js';
import { anchorOf } from '../../rule/parts.js';
import type { Reading } from '../../rule/reading.js';
import { locationOf } from '../result/lint-result.js';
import type { RuleFault } from '../result/rule-fault.js';
import { duringRule, type FileStats } from '../result/stats.js';
import type { FileDigests } from './file-digests.js';

/** The readings of a reply, by the library rules that apply to it. */
export type LibraryReadings = ReadonlyMap<ActiveRule, readonly Reading[]>;

/** What digesting the replies of a file shares. */
export interface DigestContext {
  readonly file: SourceFile;
  readonly summaryOf: (rendering: Rendering) => ReplySummary;
  /** Records the time spent. */
  readonly stats?: FileStats | undefined;
}

/**
 * Lets the library rules digest a reply. Never throws, because a failing rule must not hide the findings of others.
 * @returns the rules that failed
 */
export function digestReply(
  readings: LibraryReadings,
  { file, summaryOf, stats }: DigestContext,
  digests: FileDigests,
): RuleFault[] {
  const faults: RuleFault[] = [];
  const known = new Map<Rendering, number>();
  const numberOf = (rendering: Rendering) => {
    let number = known.get(rendering);
    if (number === undefined) {
      const place = { ...placeOf(anchorOf(rendering, 'start'), rendering, file), words: '' };
      number = digests.addReply({ reply: summaryOf(rendering), place });
      known.set(rendering, number);
    }
    return number;
  };
  for (const [active, own] of readings) {
    const { rule, values, severity } = active;
    const [first] = own;
    if (!first || !rule.library) continue;
    const { rendering } = first;
    try {
      const { digest } = rule.library;
      const digesting = () =>
        digest(
          own.map((reading) => placing(reading, file)),
          values,
        );
      const data = duringRule(stats, rule.id, digesting);
      if (data === undefined) continue;
      digests.add(active, { of: numberOf(rendering), severity, data });
    } catch (error) {
      faults.push({ rule, rendering, error });
    }
  }
  return faults;
}

function placing(reading: Reading, file: SourceFile): DigestReading {
  const { rendering } = reading;
  const { map, body } = rendering.reply;
  return {
    rendering,
    today: reading.today,
    matches: reading.matches,
    inContext: reading.inContext,
    says: reading.says,
    first: reading.first,
    of: reading.of,
    place: (span) => placeOf(span, rendering, file),
    placeInBody: (span) => placeOf(span, { map, text: body }, file),
  };
}

function placeOf(span: Span, { map, text }: Pick<Rendering, 'map' | 'text'>, file: SourceFile): Place {
  const inFile = map.spanOf(span);
  const { start, end } = inFile;
  return { start, end, ...locationOf(file, inFile), words: shown(text.slice(span.start, span.end)) };
}

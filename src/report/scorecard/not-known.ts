import { englishNameOf } from '../../language/english-name.js';
import { plural } from '../totals.js';
import { conventionsOf, littleChecked } from './caveats.js';
import { inList } from './figures.js';
import type { Scorecard } from './scorecard.js';
import type { ScoredRun } from './scored-run.js';

/** Yields sentences that say what the scores do not cover. */
export function* notKnown(
  card: Pick<Scorecard, 'summary' | 'replies' | 'library'>,
  { uncovered, notices }: Pick<ScoredRun, 'uncovered' | 'notices'>,
): Generator<string> {
  const { summary, replies } = card;
  const { notChecked, internal = 0 } = summary;
  if (notChecked > 0)
    yield `${plural(notChecked, 'reply', 'replies')} could not be checked and ${notChecked === 1 ? 'has' : 'have'} no score.`;
  const unasked = replies.filter(({ score, form }) => score === null && form !== undefined).length;
  if (unasked > 0) yield `${plural(unasked, 'reply', 'replies')} had too few requirements for a score.`;
  if (internal > 0)
    yield `${plural(internal, 'internal note is', 'internal notes are')} not scored, because customers do not see ${internal === 1 ? 'it' : 'them'}.`;
  const little = littleChecked(summary);
  if (little !== '')
    yield `${little}: few rules apply to chat messages, to parts of replies, and in some languages. Do not rely on ${summary.littleAsked === 1 ? 'its score' : 'their scores'}.`;
  const conventions = conventionsOf(card.library);
  if (conventions.length > 0)
    yield `Not counted in the scores, because most replies leave it out: ${inList(conventions)}. See “The library as a whole”.`;
  const languages = new Set(
    replies.flatMap(({ locale }) => (locale === undefined ? [] : [locale.split('-')[0] ?? ''])),
  );
  if (languages.size > 1)
    yield 'Scores in different languages cannot be compared: the rules have more phrases for some languages than for others.';
  for (const { language, replies: count, rules } of uncovered)
    yield `${plural(rules.length, 'rule does', 'rules do')} not work in ${languageName(language)} yet; ${plural(count, 'reply was', 'replies were')} checked without ${rules.length === 1 ? 'it' : 'them'}.`;
  for (const line of notices) yield sentenceOf(line);
}

function languageName(language: string): string {
  if (language === 'und') return 'languages that were not recognized';
  const name = englishNameOf(language);
  return name === undefined ? language : `${name} (${language})`;
}

/** Returns a notice as a sentence. A notice that begins with the path of a file keeps its first letter. */
function sentenceOf(line: string): string {
  const start = /^[a-z]+(?= )/.test(line) ? `${line[0]?.toUpperCase()}${line.slice(1)}` : line;
  return /[.!?]$/.test(start) ? start : `${start}.`;
}

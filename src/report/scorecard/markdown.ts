import { markdownCode, markdownText } from '../markdown-text.js';
import { plural } from '../totals.js';
import { caveatsOf } from './caveats.js';
import {
  arrow,
  errorsInWords,
  gainInWords,
  mostScore,
  repliesBefore,
  START,
  scoreInWords,
  similarInWords,
  toGain,
} from './figures.js';
import type { BeginRow, Change, Scorecard, Step } from './scorecard.js';
import { shownSegments } from './shown-segments.js';

/** Maximum number of rules and of findings about the library, so that the comment stays readable. */
const MOST_ROWS = 10;

/** Renders a scorecard for the summary of a CI run or a comment on a pull request. */
export function scorecardMarkdown(card: Scorecard): string {
  const { compared, summary } = card;
  const before = compared?.summary.score;
  // The marker lets a script find its earlier comment and replace it.
  const parts = [
    `<!-- replylint report -->\n### replylint: ${scoreInWords(summary.score)}${compared ? `, ${before === null || before === undefined ? 'no score' : before} before` : ''}`,
    countsOf(card),
    markdownText(caveatsOf(card).join(' ')),
    ...(compared ? [changesOf(card)] : []),
    segmentsTable(card),
    rulesTable(card),
    beginList(card),
    libraryList(card),
    notKnownList(card),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function notKnownList({ notKnown }: Scorecard): string {
  if (notKnown.length === 0) return '';
  return `What the score does not cover:\n\n${notKnown.map((line) => `- ${markdownText(line)}`).join('\n')}`;
}

function countsOf({ summary }: Scorecard): string {
  const { replies, clean, scored, warnings } = summary;
  const most = mostScore(summary);
  return `${plural(replies, 'reply', 'replies')}, ${clean} of ${scored} without findings${most === undefined ? '' : `; ${most}`}. ${errorsInWords(summary)}, ${plural(warnings, 'warning')}.`;
}

function changesOf(card: Scorecard): string {
  const { compared } = card;
  if (!compared) return '';
  const { added, removed, better, worse, worst, date } = compared;
  const head = `Compared with ${markdownCode(compared.with)}${date === undefined ? '' : ` from ${date}`}: ${better} better, ${worse} worse, ${added} new, ${removed} gone.`;
  if (worst.length === 0) return head;
  return `${head}\n\n**Worst changes**\n\n${worst.map((change, index) => `${index + 1}. ${changeOf(change, card)}`).join('\n')}`;
}

function changeOf({ reply, before, now, found }: Change, card: Scorecard): string {
  const change = before === null ? `new, ${now}` : `${before} → ${now}`;
  return `${replyName(reply, card)}: ${change}\n${found.map((step) => `   - ${stepLine(step)}`).join('\n')}`;
}

function segmentsTable(card: Scorecard): string {
  const { compared } = card;
  const segments = shownSegments(card);
  if (segments.length === 0) return '';
  const rows = segments.map(({ segment, score, replies, clean, isConvention }) => {
    const before = compared?.segments.find((row) => row.segment === segment)?.score;
    const change = score === null ? '' : before === undefined ? 'new' : arrow(before, score);
    const see = isConvention ? ' (see The library as a whole)' : '';
    const without = score === null ? '' : `${clean} of ${replies}`;
    return `| ${segment} | ${score ?? '–'}${see} |${compared ? ` ${change} |` : ''} ${without} |`;
  });
  return `| Segment | Score |${compared ? ' Change |' : ''} Without findings |\n| - | -: |${compared ? ' -: |' : ''} -: |\n${rows.join('\n')}`;
}

function rulesTable({ rules, compared }: Scorecard): string {
  if (rules.length === 0) return '';
  const rows = rules.slice(0, MOST_ROWS).map(({ rule, replies, asked, errors, warnings, gain }) => {
    const trend = compared ? ` ${arrow(repliesBefore(compared, rule), replies)} |` : '';
    return `| ${markdownCode(rule)} | ${asked === undefined ? replies : `${replies} of ${asked}`} |${trend} ${errors} | ${warnings} | ${gainInWords(gain)} |`;
  });
  const more = rules.length > MOST_ROWS ? `\n\n… and ${plural(rules.length - MOST_ROWS, 'more rule')}.` : '';
  return `| Rule | Replies |${compared ? ' Change |' : ''} Errors | Warnings | Points to gain |\n| - | -: |${compared ? ' -: |' : ''} -: | -: | -: |\n${rows.join('\n')}${more}`;
}

function beginList(card: Scorecard): string {
  if (card.begin.length === 0) return '';
  const rows = card.begin.map((row, index) => `${index + 1}. ${beginRow(row, card)}`);
  return `**Where to start**\n\n${START}\n\n${rows.join('\n')}`;
}

function beginRow(row: BeginRow, card: Scorecard): string {
  const { reply, gain, steps } = row;
  const similar = similarInWords(row);
  const others = similar === '' ? '' : ` (${similar})`;
  const score = card.replies[reply]?.score;
  const figures = score === null || score === undefined ? '' : `: ${score}, ${toGain(gain)}`;
  return `${replyName(reply, card)}${figures}${others}\n${steps.map((step) => `   - ${stepLine(step)}`).join('\n')}`;
}

function libraryList({ library }: Scorecard): string {
  if (library.length === 0) return '';
  const rows = library
    .slice(0, MOST_ROWS)
    .map(
      ({ severity, message, file }) =>
        `- ${severity === 'error' ? '❌' : '⚠️'} ${markdownText(message)} (${markdownCode(file)})`,
    );
  const more = library.length > MOST_ROWS ? `\n- … and ${library.length - MOST_ROWS} more` : '';
  return `**The library as a whole**\n\n${rows.join('\n')}${more}`;
}

function replyName(index: number, { replies }: Scorecard): string {
  const { title, id = '', file = '', line = 1 } = replies[index] ?? {};
  const place = markdownCode(`${file}:${line}`);
  return title === undefined
    ? `${place}${file.endsWith(id) ? '' : ` ${markdownText(id)}`}`
    : `${markdownText(title)} (${place})`;
}

function stepLine({ rule, what, instead }: Step): string {
  return `${markdownText(what)}${instead === undefined ? '' : `. Instead: ${markdownText(instead)}`} (${markdownCode(rule)})`;
}

import { plural } from '../../totals.js';
import { caveatsOf } from '../caveats.js';
import {
  arrow,
  bandOf,
  errorsInWords,
  gainInWords,
  inList,
  mostScore,
  repliesBefore,
  START,
  similarInWords,
  toGain,
} from '../figures.js';
import type { BeginRow, Change, ReplyRow, Scorecard, Step } from '../scorecard.js';
import { figureOf, type ShownSegment, shownSegments } from '../shown-segments.js';
import { ARC, arcPicture } from './arc.js';
import { htmlPath, htmlText } from './html-text.js';

/** Renders the figures at the top: the picture, the counts, and a table of all segments. */
export function overview(card: Scorecard): string {
  const { summary, compared } = card;
  const segments = shownSegments(card);
  const rows = segments.map((row) => segmentRow(row, compared));
  const most = mostScore(summary);
  return `<section class="overview" aria-labelledby="h-overview">
<h2 id="h-overview">The library at a glance</h2>
<div class="columns"><div>${arcPicture(card, segments)}
<ul class="counts">
<li><b>${summary.replies}</b> ${summary.replies === 1 ? 'reply' : 'replies'}</li>
<li><b>${summary.clean}</b> without findings</li>
<li>${errorsInWords(summary)}</li>
<li><b>${summary.warnings}</b> ${summary.warnings === 1 ? 'warning' : 'warnings'}</li>
${most === undefined ? '' : `<li>${most}</li>`}
</ul>
${caveats(card, segments)}</div>
<div class="wide" tabindex="0" role="region" aria-label="Scores by segment"><table>
<thead><tr><th scope="col">Segment</th><th scope="col" class="num">Score</th>${compared ? '<th scope="col" class="num">Change</th>' : ''}<th scope="col" class="num">Without findings</th></tr></thead>
<tbody>${rows.join('\n')}</tbody></table></div></div>
</section>`;
}

function segmentRow(row: ShownSegment, compared: Scorecard['compared']): string {
  const { segment, score, replies, clean, isConvention } = row;
  const before = compared?.segments.find((one) => one.segment === segment)?.score;
  const see = isConvention ? '<br><a href="#h-library">see The library as a whole</a>' : '';
  const trend = compared ? `<td class="num">${score === null ? '' : change(before, score)}</td>` : '';
  const without = score === null ? '' : `${clean} of ${replies}`;
  return `<tr><th scope="row">${segment}${see}</th><td class="num ${isConvention ? 'partial' : bandOf(score)}">${figureOf(row)}</td>${trend}<td class="num">${without}</td></tr>`;
}

function caveats(card: Scorecard, segments: readonly ShownSegment[]): string {
  return [...linesOnFigures(card, segments)].map((line) => `<p class="caveat">${htmlText(line)}</p>`).join('\n');
}

/** Yields what to know about the figures: how far to rely on them, and what a star and a dash mean. */
function* linesOnFigures(card: Scorecard, segments: readonly ShownSegment[]): Generator<string> {
  yield* caveatsOf(card);
  if (segments.some(({ isConvention }) => isConvention))
    yield '* The score does not show what is left out by convention.';
  const without = ARC.filter((name) => !segments.some(({ segment }) => segment === name));
  if (without.length > 0 && card.summary.replies > 0) yield `– means no score: no rule applied to ${inList(without)}.`;
}

/** Renders the comparison with an earlier report. */
export function changes(card: Scorecard): string {
  const { compared } = card;
  if (!compared)
    return `<section aria-labelledby="h-changes"><h2 id="h-changes">Since last time</h2>
<p>Nothing to compare with yet. Save this report with <code>-o report.json</code>, and add <code>--compare report.json</code> next time; in a Git repository, you can also use <code>--compare HEAD~20</code>.</p></section>`;
  const { added, removed, better, worse, worst, summary } = compared;
  const list = worst.map((one) => `<li>${changed(one, card)}</li>`);
  return `<section aria-labelledby="h-changes"><h2 id="h-changes">Since ${htmlText(compared.with)}${compared.date === undefined ? '' : ` (${htmlText(compared.date)})`}</h2>
<p>Score <b>${card.summary.score ?? '–'}</b>, ${summary.score ?? '–'} before. ${plural(better, 'reply', 'replies')} better, ${worse} worse, ${added} new, ${removed} gone.</p>
${list.length === 0 ? '' : `<h3>Worst changes</h3><ol class="begin">${list.join('\n')}</ol>`}</section>`;
}

function changed({ reply, before, now, found }: Change, { replies }: Scorecard): string {
  const figure = before === null ? `new, ${now}` : `${before} → ${now}`;
  return `${replyLink(reply, replies)} <span class="${bandOf(now)}">${figure}</span>${stepList(found)}`;
}

/** Renders the list of replies whose scores would improve the most. */
export function begin({ begin: rows, replies }: Scorecard): string {
  if (rows.length === 0)
    return '<section aria-labelledby="h-begin"><h2 id="h-begin">Where to start</h2><p>No reply has findings.</p></section>';
  return `<section aria-labelledby="h-begin"><h2 id="h-begin">Where to start</h2>
<p>${htmlText(START)}</p>
<ol class="begin">${rows.map((row, index) => `<li>${beginRow(row, index, replies)}</li>`).join('\n')}</ol></section>`;
}

function beginRow(row: BeginRow, index: number, replies: readonly ReplyRow[]): string {
  const { reply, gain, steps } = row;
  const { score = null, file = '', line = 1 } = replies[reply] ?? {};
  const similar = similarInWords(row);
  const others = similar === '' ? '' : `<p class="more"><a href="#alike=${index}">${htmlText(similar)}</a></p>`;
  return `${replyLink(reply, replies)} <span class="${bandOf(score)}">${score ?? 'no score'}</span>${score === null ? '' : `, ${htmlText(toGain(gain))}`} <span class="place">${htmlPath(`${file}:${line}`)}</span>${stepList(steps)}${others}`;
}

function replyLink(index: number, replies: readonly ReplyRow[]): string {
  const { title, id = '' } = replies[index] ?? {};
  return `<a class="reply" href="#reply=${index}"><bdi>${htmlText(title ?? id)}</bdi></a>`;
}

function stepList(steps: readonly Step[]): string {
  const rows = steps.map(({ rule, what, instead }) => {
    const then = instead === undefined ? '' : ` <span class="instead">${htmlText(instead)}</span>`;
    return `<li><bdi>${htmlText(what)}</bdi>.${then} <span class="rule">${htmlText(rule)}</span></li>`;
  });
  return `<ul>${rows.join('')}</ul>`;
}

/** Renders all rules with their counts and trends. */
export function rules({ rules: rows, quietRules, compared }: Scorecard): string {
  const lines = rows.map(({ rule, principle, segment, replies, asked, errors, warnings, gain }) => {
    const trend = compared ? `<td class="num">${change(repliesBefore(compared, rule), replies)}</td>` : '';
    const says = principle === undefined ? '' : `<br><small>${htmlText(principle)}</small>`;
    const among = asked === undefined ? '' : ` of ${asked}`;
    return `<tr><th scope="row">${htmlText(rule)}${says}</th><td>${segment ?? ''}</td><td class="num"><a href="#rule=${encodeURIComponent(rule)}" aria-label="${htmlText(`${replies}${among} replies with ${rule}`)}">${replies}${among}</a></td>${trend}<td class="num">${errors}</td><td class="num">${warnings}</td><td class="num">${htmlText(gainInWords(gain))}</td></tr>`;
  });
  const gone = (compared?.rules ?? [])
    .filter(({ now }) => now === 0)
    .map(({ rule, before: then }) => `${rule} (${then} before)`);
  return `<section aria-labelledby="h-rules"><h2 id="h-rules">Rules</h2>
${lines.length === 0 ? '' : '<p>The points to gain are how much the library’s score would rise without the rule’s findings. The number of replies is a link to them.</p>'}
${
  lines.length === 0
    ? ''
    : `<div class="wide" tabindex="0" role="region" aria-label="Rules with findings"><table>
<thead><tr><th scope="col">Rule</th><th scope="col">Segment</th><th scope="col" class="num">Replies</th>${compared ? '<th scope="col" class="num">Change</th>' : ''}<th scope="col" class="num">Errors</th><th scope="col" class="num">Warnings</th><th scope="col" class="num">Points to gain</th></tr></thead>
<tbody>${lines.join('\n')}</tbody></table></div>`
}
${gone.length === 0 ? '' : `<p>No longer found: ${htmlText(gone.join(', '))}.</p>`}
${quietRules.length === 0 ? '' : `<p>Rules without findings: ${quietRules.map(htmlText).join(', ')}.</p>`}</section>`;
}

function change(then: number | undefined, now: number): string {
  return then === undefined ? 'new' : arrow(then, now);
}

/** Renders the findings that are not about a single reply, and the list of what the scores do not cover. */
export function library({ library: rows, notKnown }: Scorecard): string {
  const list = rows.map(
    ({ severity, message, file, line, rule }) =>
      `<li><b class="${severity}">${severity}</b> <bdi>${htmlText(message)}</bdi> <span class="place">${htmlPath(`${file}:${line}`)}</span> <span class="rule">${htmlText(rule)}</span></li>`,
  );
  const unknown = notKnown.map((line) => `<li>${htmlText(line).replace(/`([^`]+)`/g, '<code>$1</code>')}</li>`);
  return `${list.length === 0 ? '' : `<section aria-labelledby="h-library"><h2 id="h-library">The library as a whole</h2><ul>${list.join('\n')}</ul></section>`}
<section aria-labelledby="h-unknown"><h2 id="h-unknown">What the score covers, and what it does not</h2>
<p>The score is about wording: whether a reply says what a reply of its kind should say, and avoids what the rules advise against. No linter knows whether it solves the customer’s problem. <code>replylint explain &lt;rule&gt;</code> shows what a rule asks for, and why.</p>
${unknown.length === 0 ? '' : `<ul>${unknown.join('\n')}</ul>`}</section>`;
}

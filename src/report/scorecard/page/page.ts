import { createHash } from 'node:crypto';
import { plural } from '../../totals.js';
import type { Scorecard } from '../scorecard.js';
import { htmlText } from './html-text.js';
import program from './page.browser.js' with { type: 'text' };
import style from './page.css' with { type: 'text' };
import { dataElements } from './page-data.js';
import type { ReadReply } from './reading.js';
import { begin, changes, library, overview, rules } from './sections.js';

/**
 * Renders a scorecard as a standalone HTML page that loads nothing else. Text from linted files never becomes markup,
 * and the only script that runs is the page’s own.
 * @param read the texts of the replies, by index
 */
export function* scorecardPage(card: Scorecard, read: ReadonlyMap<number, ReadReply>): Generator<string> {
  let units = 0;
  for (const piece of [head(card), body(card), ...dataElements(card, read)]) {
    units += piece.length;
    yield piece;
  }
  yield `<script>${program}</script>
<footer><p>${plural(card.replies.length, 'reply', 'replies')} on a page of ${sizeInWords(units + program.length)}, made by replylint ${htmlText(card.version)} on ${htmlText(card.date)}.</p></footer>
</body>
</html>
`;
}

function head({ date }: Scorecard): string {
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(program)}'`,
    `style-src '${hashOf(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="replylint report">
<meta name="color-scheme" content="light dark">
<title>Replies on ${htmlText(date)}: replylint report</title>
<style>${style}</style>
</head>
`;
}

function body(card: Scorecard): string {
  return `<body>
<header><h1>Reply scorecard</h1><button type="button" id="theme" hidden>Dark mode</button></header>
<main>
${overview(card)}
${card.compared ? `${changes(card)}\n${begin(card)}` : `${begin(card)}\n${changes(card)}`}
${library(card)}
${rules(card)}
<section aria-labelledby="h-replies" id="replies"><h2 id="h-replies">Replies</h2>
<noscript><p>The list of replies needs JavaScript.</p></noscript>
<form id="filter" role="search" aria-label="Replies" hidden>
<label class="search">Search <input type="search" id="search" autocomplete="off"></label>
${['folder', 'tag', 'rule', 'language', 'form'].map((name) => `<label>${name[0]?.toUpperCase()}${name.slice(1)} <select id="${name}"><option value="">all</option></select></label>`).join('\n')}
<label>Order <select id="order"><option value="gain">most to gain first</option><option value="score">lowest score first</option><option value="file">by file</option></select></label>
<button type="button" id="clear">Clear</button>
</form>
<p id="count" role="status"></p>
<ol id="rows"></ol>
<button type="button" id="more" hidden>Show more</button>
</section>
</main>
`;
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

function sizeInWords(units: number): string {
  return units < 1_000_000 ? `${Math.ceil(units / 1000)} kB` : `${(units / 1_000_000).toFixed(1)} MB`;
}

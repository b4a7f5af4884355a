import { safe } from './safe.js';

/** Inline markup of CommonMark and GFM, and parts of autolinks. */
const MARKUP = /[\\`*_[\]<>|~&]|:(?=\/\/)|(?<=\bwww)\./gi;

/** Mentions of people, references to issues: GitHub looks for them in the rendered text, but not in code. */
const REFERENCE = /((?:@|[#!&](?=\d))+)/;

/**
 * Text from a linted file in a line of Markdown: escaped like `safe`, without markup, links, mentions or issue
 * references. Not for the start of a line.
 */
export function markdownText(text: string): string {
  return safe(text)
    .trim()
    .split(REFERENCE)
    .map((part, index) => (index % 2 === 1 ? `\`${part}\`` : part.replace(MARKUP, '\\$&')))
    .join('');
}

/** Text from a linted file as code in a line of Markdown, also in tables. */
export function markdownCode(text: string): string {
  const shown = safe(text);
  const longest = [...shown.matchAll(/`+/g)].reduce((width, [ticks]) => Math.max(width, ticks.length), 0);
  const fence = '`'.repeat(longest + 1);
  // Markdown strips a blank next to each fence; without it, a backtick at the end would join the fence.
  const inner = /^[` ]|[` ]$/.test(shown) && shown.trim() !== '' ? ` ${shown} ` : shown;
  // A table splits at a pipe after two backslashes, so there must be none.
  return `${fence}${inner.replace(/(\\?)\|/g, (_, slash: string) => (slash === '' ? '\\|' : '\\\\u{7c}'))}${fence}`;
}

import { safe } from './safe.js';

/** What CommonMark and GFM take for markup within a line, and the parts of links that are written out. */
const MARKUP = /[\\`*_[\]<>|~&]|:(?=\/\/)|(?<=\bwww)\./gi;

/** Mentions of people, references to issues: looked for in the text as it is shown, but not in code. */
const REFERENCE = /((?:@|[#!&](?=\d))+)/;

/**
 * Text from a linted file in a line of Markdown: it shows as what `safe` makes of it, with no markup, no link, no
 * mention of a person and no reference to an issue. Not for the start of a line.
 */
export function markdownText(text: string): string {
  return safe(text)
    .trim()
    .split(REFERENCE)
    .map((part, index) => (index % 2 === 1 ? `\`${part}\`` : part.replace(MARKUP, '\\$&')))
    .join('');
}

/** Text from a linted file as code in a line of Markdown, in a table too. */
export function markdownCode(text: string): string {
  const shown = safe(text);
  const longest = [...shown.matchAll(/`+/g)].reduce((width, [ticks]) => Math.max(width, ticks.length), 0);
  const fence = '`'.repeat(longest + 1);
  // A blank beside each fence is taken off again; without it a backtick at the end would join the fence.
  const inner = /^[` ]|[` ]$/.test(shown) && shown.trim() !== '' ? ` ${shown} ` : shown;
  // A table splits at a pipe behind two backslashes, so none can be written there.
  return `${fence}${inner.replace(/(\\?)\|/g, (_, slash: string) => (slash === '' ? '\\|' : '\\\\u{7c}'))}${fence}`;
}

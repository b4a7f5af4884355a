import { safe } from './safe.js';

/** Inline markup of CommonMark and GFM, and the characters that make a URL an autolink. */
const MARKUP = /[\\`*_[\]<>|~&]|:(?=\/\/)|(?<=\bwww)\./gi;

/** Mentions of people and references to issues. GitHub looks for them in the rendered text, but not in code. */
const REFERENCE = /((?:@|[#!&](?=\d))+)/;

/**
 * Escapes text from a linted file for use within a line of Markdown. Like `safe`, and the result contains no markup,
 * links, mentions or issue references. Not suitable for the start of a line.
 */
export function markdownText(text: string): string {
  return safe(text)
    .trim()
    .split(REFERENCE)
    .map((part, index) => (index % 2 === 1 ? `\`${part}\`` : part.replace(MARKUP, '\\$&')))
    .join('');
}

/** Formats text from a linted file as inline code in Markdown. The result also works inside a table. */
export function markdownCode(text: string): string {
  const shown = safe(text);
  const fence = fenceFor(shown, 1);
  // Markdown strips one blank next to each fence, so a blank is added for it. Without the blank, a backtick at the end
  // of the text would become part of the fence.
  const inner = /^[` ]|[` ]$/.test(shown) && shown.trim() !== '' ? ` ${shown} ` : shown;
  // In a table, a pipe after two backslashes still splits the cell, so the text must not contain that sequence.
  return `${fence}${inner.replace(/(\\?)\|/g, (_, slash: string) => (slash === '' ? '\\|' : '\\\\u{7c}'))}${fence}`;
}

/** Returns backticks that can enclose a text as code, because the text contains no run of backticks that long. */
export function fenceFor(text: string, shortest: number): string {
  const lengths = Array.from(text.matchAll(/`+/g), ([ticks]) => ticks.length + 1);
  return '`'.repeat(lengths.reduce((longest, length) => Math.max(longest, length), shortest));
}

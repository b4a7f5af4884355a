import { defineRule, type Link, type Match, quoted, type Rendering } from 'replylint/rule';

export default defineRule({
  id: 'descriptive-link-text',
  segment: 'clarity',
  principle: 'Write link text that says where the link leads.',
  why: 'People who skim a reply or use a screen reader notice links first, and “here” tells them nothing. A descriptive link is also easier to find again.',
  pairs:
    'To track your parcel, click [here](https://acme.example/t). → You can [track your parcel](https://acme.example/t) at any time.',
  switchOff: 'Turn it off if your replies are sent as plain text, where only the address is visible.',
  source: 'Yes, YOU Need To Read And Share This; WCAG 2.4.4 and 2.4.9',
  presets: { strict: 'warn' },
  options: {
    allow: { type: 'list', default: [], description: 'Link text to allow, exactly as written.' },
  },
  groups: ['vague', 'click'],
  needs: ['phrase', 'link'],
  *check(reading, { allow }) {
    const { rendering } = reading;
    const { links, text } = rendering;
    const allowed = new Set(allow.map((words) => words.toLowerCase()));
    for (const link of links) {
      const { start, end } = trimmed(link, text);
      if (allowed.has(text.slice(start, end).toLowerCase())) continue;
      if (reading.of(text.slice(start, end)).matches('vague').length > 0)
        yield {
          span: { start, end },
          message: `${quoted({ start, end }, text)} does not say where the link leads`,
          suggestions: ['Link words that name the destination, such as “track your parcel”'],
        };
    }
    for (const match of reading.matches('click'))
      if (!links.some(({ start, end }) => start < match.end && match.start < end) && !leadsOn(match, rendering))
        if (!reading.inContext(match, ['code', 'quoted']))
          yield {
            span: { start: match.start, end: match.end },
            message: `${quoted(match, text)} is not a link and does not name a destination`,
            suggestions: ['Name the destination, and link it or write out the address'],
          };
  },
});

/** Returns the span of a link without leading and trailing punctuation and blanks. */
function trimmed({ start, end }: Link, text: string): { start: number; end: number } {
  const written = text.slice(start, end);
  const before = /^[^\p{L}\p{N}]*/u.exec(written)?.[0].length ?? 0;
  const after = /(?<![^\p{L}\p{N}])[^\p{L}\p{N}]*$/u.exec(written.slice(before))?.[0].length ?? 0;
  return { start: start + before, end: end - after };
}

/** Returns true if the address, or a placeholder for it, follows the words. */
function leadsOn({ to }: Match, { words }: Rendering): boolean {
  const next = words[to];
  return next?.kind === 'address' || next?.kind === 'placeholder';
}

import { defineRule, type Link, type Match, type Rendering, shown } from 'replylint/rule';

export default defineRule({
  id: 'descriptive-link-text',
  segment: 'clarity',
  principle: 'Let a link say where it leads.',
  why: 'Someone who skims a reply, or has it read aloud, meets its links first; “here” tells them nothing. A link with a name is found again, too.',
  source: 'Yes, YOU Need To Read And Share This; WCAG 2.4.4 and 2.4.9',
  presets: { strict: 'warn' },
  options: {
    allow: { type: 'list', default: [], description: 'Link texts that are fine here, as they are written.' },
  },
  phrases: {
    en: {
      // Nothing optional at either end: what stands beside the link must not be drawn into the match.
      vague: [
        '(here|there|link|url|page|article|website|site|button|more|details|info|information|continue|go|this|these|source|learn|read|view|see|start|open|below)',
        '(right|over|just|see|read|click|tap|press|go|look|check|visit|find it|get it|available|download) here',
        '(click|tap|press|go|look|check|click on|tap on|press on|check it out|go over|go right|simply click|just click) here',
        '(please|just|simply|kindly) (click|tap|press|read|see|look|visit|open|go)',
        '(please|just|simply|kindly) (click|tap|press|look|go|see|read|visit) (here|this|below|now|on)',
        '(click|tap|press|click on|tap on)',
        'please (click|tap) on (this|this link|the link|it)',
        '(on|via|at|under|from|using|through) (this|the|our) (link|page|site|website|url|following link|button)',
        '(that|following|same|above|below) (link|page|site|website|url|article|post)',
        '(this|the|that) (one|web page|webpage|web site|help page|help article|support article|support page|link here|page here|address|pdf)',
        '(its|this|that|the) (page|site|link)',
        '(click|tap|press|follow|use|open|visit|see|read|view) (on)? (this|the) (link|page|article|button|post|url)',
        '(this|the|our) (link|page|site|website|url|button)',
        'this (article|document|doc|one|file|blog post|thread|topic|post)',
        '(read|learn|see|view|show|discover|get|find out|know|find|hear|explore|tell me) more',
        '(read|learn|see|view|find out|get|find) (more|all|everything) (here|info|information|details|about this|about it|on this|now)',
        '(to|and|you can) (read|learn|see|find out) more',
        '(find out|check it out|have a look|take a look|look here|see for yourself|get started|try it|try it out|go there|visit us|continue reading|keep reading|full article|full text|view article|read article)',
        '(more|further|full|see|view|the|for|all) (details|info|information|here)',
        '(click|tap) (me|now|below|this)',
        'read on',
        '(the|this) (link|page|button|one|article) (below|above|here)',
      ],
      click: ['(click|tap) (on)? (right|just)? (here|this link)'],
    },
  },
  *check(reading, { allow }) {
    const { rendering } = reading;
    const { links, text } = rendering;
    const vague = new Set(reading.matches('vague').map(({ start, end }) => `${start} ${end}`));
    const allowed = new Set(allow.map((words) => words.toLowerCase()));
    for (const link of links) {
      const { start, end } = trimmed(link, text);
      if (allowed.has(text.slice(start, end).toLowerCase())) continue;
      if (vague.has(`${start} ${end}`))
        yield {
          span: { start, end },
          message: `“${shown(text.slice(start, end))}” does not say where the link leads`,
          suggestions: ['Link the words that name what is there, such as “track your parcel”'],
        };
    }
    for (const match of reading.matches('click'))
      if (!links.some(({ start, end }) => start < match.end && match.start < end) && !leadsOn(match, rendering))
        if (!reading.inContext(match, ['code', 'quoted']))
          yield {
            span: { start: match.start, end: match.end },
            message: `“${shown(text.slice(match.start, match.end))}” is no link, and would not say where one leads`,
            suggestions: ['Name what is there, and link it or write its address'],
          };
  },
  examples: {
    good: [
      'This link will expire in 24 hours.',
      'It is on the [returns page](https://x.example), with [more on the filter](https://x.example/filter).',
      'Please click [Save](https://x.example/save), then see [this year’s price list](https://x.example/list).',
      '[Track your parcel](https://x.example) or [see more of our plans](https://x.example).',
      'You can log in here: https://x.example. Click here: https://x.example',
      '[refund guide for here-and-now orders](https://x.example)',
      'Use the latest link we sent. Here is your invoice.',
      'Your order: [{{order.number}}](https://x.example). <a href="https://x.example">https://x.example</a>',
      { text: '[Support](https://x.example) · [Start](https://x.example)', options: { allow: ['Start'] } },
      'Type `click here` to see it.',
    ],
    bad: [
      { text: 'To track it, [click here](https://x.example).', marks: ['click here'] },
      {
        text: 'You find it [here](https://x.example), or [read more](https://x.example).',
        marks: ['here', 'read more'],
      },
      { text: 'For the list, [please click](https://x.example).', marks: ['please click'] },
      {
        text: 'It is on [this page](https://x.example). [Find out more](https://x.example/b).',
        marks: ['this page', 'Find out more'],
      },
      { text: 'Use [this link](https://x.example) or the [link](https://x.example).', marks: ['this link', 'link'] },
      { text: '<p>Your invoice is <a href="https://x.example">here</a>.</p>', markup: 'html', marks: ['here'] },
      {
        text: 'It is <a href=\'https://x.example\'>here</a>, or *<a href="https://x.example">here</a>*.',
        marks: ['here', 'here'],
      },
      { text: 'Please click here to track it.', marks: ['click here'] },
    ],
  },
});

/** The link without the marks and blanks around its words. */
function trimmed({ start, end }: Link, text: string): { start: number; end: number } {
  const written = text.slice(start, end);
  const before = /^[^\p{L}\p{N}]*/u.exec(written)?.[0].length ?? 0;
  const after = /[^\p{L}\p{N}]*$/u.exec(written.slice(before))?.[0].length ?? 0;
  return { start: start + before, end: end - after };
}

/** True where the address itself, or a placeholder for it, comes next. */
function leadsOn({ to }: Match, { words }: Rendering): boolean {
  const next = words[to];
  return next?.kind === 'address' || next?.kind === 'placeholder';
}

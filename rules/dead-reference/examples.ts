import type { LibraryExamples } from 'replylint/rule';

export const examples: LibraryExamples = {
  good: [
    { replies: ['Hi Kim,\n\n{{dc.closing}}', { text: 'Kind regards', includedAs: 'dc.closing' }] },
    { replies: ['Hi Kim,\n\n{{dc.closing}}'] },
    { replies: ['Hi Kim,\n\n{{dc.welcom}}', { text: 'Welcome!', includedAs: 'dc.welcome' }] },
    {
      replies: [
        'Hi Kim,\n\n{{dc.dogs}}',
        { text: 'We are closed on Sundays.', file: 'dc/en/hours.md' },
        { text: 'Returns are free.', file: 'dc/en/returns.md' },
        { text: 'Dogs are welcome.', file: 'dc/en/dogs.md' },
      ],
    },
    { replies: ['See [the form](files/form.pdf).'], files: ['files/form.pdf'] },
    { replies: ['See [the form](https://example.com/form.pdf), [ours](example.com/form.pdf) and [all](/form.pdf).'] },
    { replies: ['See [the form](../../form.pdf), [yours](files/{{ticket.id}}.pdf) and `[this](form.pdf)`.'] },
    { replies: ['## Our terms\n\nSee [above](#our-terms) and [the top](#).'] },
    { replies: [{ text: 'See [the form](form.pdf).', file: 'a.json' }] },
    {
      replies: [
        { text: 'See [the times](../terms.md#how-long-does-it-take).', file: 'shop/a.md' },
        { text: '# Our terms\n\n## How long does it take?\n\nThree days.', file: 'terms.md' },
      ],
    },
    {
      replies: [
        { text: 'See [the list](sizes.html#cello), [more](sizes.html#bow) and [all](sizes.html#top).', file: 'a.md' },
        { text: '<h2 id="cello">Cello</h2><p><a name="bow"></a>Bow</p>', file: 'sizes.html' },
      ],
    },
    { replies: [{ text: 'See [the times](terms.md#how-long).', file: 'a.md' }], files: ['terms.md'] },
    {
      replies: [
        { text: 'See [line 4](terms.md#L4) and [more](terms.md#more).', file: 'a.md' },
        { text: '# Terms\n\n{% include more.md %}', file: 'terms.md' },
      ],
    },
    { replies: ['See [the form](assets/form.pdf).'], options: { ignore: ['assets/'] } },
  ],
  bad: [
    {
      replies: ['Hi Kim,\n\n{{dc.refund_policy}}', { text: 'Kind regards', includedAs: 'dc.closing' }],
      marks: ['{{dc.refund_policy}}'],
    },
    {
      replies: [
        'Hi Kim,\n\n{{dc.dog_rules}}',
        { text: 'We are closed on Sundays.', file: 'dc/en/hours.md' },
        { text: 'Returns are free.', file: 'dc/en/returns.md' },
        { text: 'Dogs are welcome.', file: 'dc/en/dogs.md' },
      ],
      marks: ['{{dc.dog_rules}}'],
    },
    { replies: ['See [the form](files/form.pdf).'], files: ['files/from.pdf'], marks: ['files/form.pdf'] },
    {
      replies: [{ text: 'Like this:\n\n![the menu](../images/menu.png)', file: 'macros/a.md' }],
      files: ['images/menu.jpg'],
      marks: ['../images/menu.png'],
    },
    { replies: ['## Our terms\n\nSee [below](#your-terms).'], marks: ['#your-terms'] },
    {
      replies: [
        { text: 'See [the times](../terms.md#how-long).', file: 'shop/a.md' },
        { text: '---\ntitle: How long\n---\n\n# Our terms\n\n## Delivery\n\nThree days.', file: 'terms.md' },
      ],
      marks: ['../terms.md#how-long'],
    },
    {
      replies: [
        { text: 'See [the list](sizes.html#celo).', file: 'a.md' },
        { text: '<h2 id="cello">Cello</h2>', file: 'sizes.html' },
      ],
      marks: ['sizes.html#celo'],
    },
    {
      replies: [{ text: '<p>See <a href="guide.html">the guide</a>.</p>', markup: 'html', file: 'a.html' }],
      marks: ['guide.html'],
    },
  ],
};

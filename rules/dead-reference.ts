import { defineLibraryRule, type Place, referencesIn } from 'replylint/rule';

interface Reference {
  readonly kind: 'include' | 'anchor' | 'file';
  readonly target: string;
  readonly place: Place;
}

const MESSAGES = {
  include: 'is not among the dynamic content of this run, so nothing is sent in its place',
  anchor: 'leads to no heading and no anchor of this text',
  file: 'leads to no file',
};

export default defineLibraryRule({
  id: 'dead-reference',
  segment: 'library',
  principle: 'Refer only to texts, pictures and files that exist.',
  why: 'The customer sees a gap or a broken link, and no one on the team notices.',
  switchOff:
    'Switch it off for folders that are copied elsewhere before use, and whose references point to files there.',
  source: 'The help desks’ documentation',
  presets: { recommended: 'warn' },
  options: {
    ignore: {
      type: 'list',
      default: [],
      description: 'Prefixes of names and paths to skip, such as `assets/`.',
    },
  },
  digest(readings, { ignore }): readonly Reference[] | undefined {
    const found = new Map<number, Reference>();
    for (const reading of readings)
      for (const { kind, target, place, isDead } of referencesIn(reading))
        if ((isDead || kind === 'file') && !ignore.some((beginning) => target.startsWith(beginning)))
          found.set(place.start, { kind, target, place });
    return found.size > 0 ? [...found.values()] : undefined;
  },
  *judge(digests, _, { hasFile }) {
    for (const digest of digests)
      for (const { kind, target, place } of digest.data) {
        if (kind === 'file' && hasFile(digest.reply, target) !== false) continue;
        yield { at: digest, place, message: `“${place.words}” ${MESSAGES[kind]}` };
      }
  },
  examples: {
    good: [
      { replies: ['Hi Kim,\n\n{{dc.closing}}', { text: 'Kind regards', includedAs: 'dc.closing' }] },
      { replies: ['Hi Kim,\n\n{{dc.closing}}'] },
      { replies: ['Hi Kim,\n\n{{dc.welcom}}', { text: 'Welcome!', includedAs: 'dc.welcome' }] },
      { replies: ['See [the form](files/form.pdf).'], files: ['files/form.pdf'] },
      { replies: ['See [the form](https://example.com/form.pdf), [ours](example.com/form.pdf) and [all](/form.pdf).'] },
      { replies: ['See [the form](../../form.pdf), [yours](files/{{ticket.id}}.pdf) and `[this](form.pdf)`.'] },
      { replies: ['## Our terms\n\nSee [above](#our-terms) and [the top](#).'] },
      { replies: [{ text: 'See [the form](form.pdf).', file: 'a.json' }] },
      { replies: ['See [the form](assets/form.pdf).'], options: { ignore: ['assets/'] } },
    ],
    bad: [
      {
        replies: ['Hi Kim,\n\n{{dc.refund_policy}}', { text: 'Kind regards', includedAs: 'dc.closing' }],
        marks: ['{{dc.refund_policy}}'],
      },
      { replies: ['See [the form](files/form.pdf).'], files: ['files/from.pdf'], marks: ['files/form.pdf'] },
      {
        replies: [{ text: 'Like this:\n\n![the menu](../images/menu.png)', file: 'macros/a.md' }],
        files: ['images/menu.jpg'],
        marks: ['../images/menu.png'],
      },
      { replies: ['## Our terms\n\nSee [below](#your-terms).'], marks: ['#your-terms'] },
      {
        replies: [{ text: '<p>See <a href="guide.html">the guide</a>.</p>', markup: 'html', file: 'a.html' }],
        marks: ['guide.html'],
      },
    ],
  },
});

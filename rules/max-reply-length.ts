import { anchorOf, defineRule, type Rendering } from 'replylint/rule';

/** Channels on which a reply is one public post. */
const SOCIAL = /twitter|^x$|social|facebook|instagram|mastodon|bluesky|threads|tiktok|review/i;
/** What an address and a value count on such a channel, whatever they are when they are filled in. */
const ADDRESS = 23;
const VALUE = 10;
/** A step or an entry of a list is found by a glance, and counts half. */
const ITEM = 0.5;

export default defineRule({
  id: 'max-reply-length',
  segment: 'clarity',
  principle: 'Write as much as is needed, and no more.',
  why: 'One customer needs a long explanation, another is in a hurry, and both stop reading at some point. Anything after that point goes unread.',
  source: 'All Customers Are Different; The key to great customer service',
  presets: { strict: 'warn', chat: 'error' },
  options: {
    email: {
      type: 'count',
      default: 200,
      minimum: 1,
      description: 'The maximum number of words in an email. Words in lists count half.',
    },
    chat: { type: 'count', default: 60, minimum: 1, description: 'The maximum number of words in a chat message.' },
    social: {
      type: 'count',
      default: 280,
      minimum: 1,
      description: 'The maximum number of characters in a social media post.',
    },
  },
  *check({ rendering }, { email, chat, social }) {
    const { form, reply } = rendering;
    const isSocial = SOCIAL.test(reply.declared.channel ?? '');
    const most = isSocial ? social : form === 'chat' ? chat : email;
    if ((isSocial ? charactersOf(rendering) : wordsOf(rendering)) <= most) return;
    const unit = isSocial
      ? 'characters, which is more than a post can hold'
      : `words, which is much for ${form === 'chat' ? 'a chat' : 'a mail'}`;
    yield {
      span: anchorOf(rendering, 'start'),
      message: `The reply is longer than ${most} ${unit}`,
      suggestions: ['Answer the question first, and link to the rest'],
    };
  },
  examples: {
    good: [
      'word '.repeat(200),
      `Follow these steps:\n\n${'1. Open the page and then click on the menu at the top of it now, twice if needed.\n'.repeat(12)}`,
      `> ${'quoted '.repeat(150)}\n\n${'word '.repeat(100)}`,
      { text: 'word '.repeat(60), form: 'chat' },
      `Your plan is active.\n\n\`\`\`\n${'code '.repeat(250)}\n\`\`\``,
      { text: 'word '.repeat(220), options: { email: 250 } },
    ],
    bad: [
      { text: `First line.\n\n${'word '.repeat(200)}`, marks: ['First line'] },
      { text: `Sure! ${'word '.repeat(60)}`, form: 'chat', marks: ['Sure'] },
      {
        text: `{% if vip %}Dear guest.\n\n${'word '.repeat(200)}{% else %}Hello.{% endif %}`,
        marks: ['Dear guest'],
      },
      {
        text: `Steps:\n\n${'1. Open the page and then click on the menu at the top of it now, twice if needed.\n'.repeat(25)}`,
        marks: ['Steps'],
      },
    ],
  },
});

/** The reply’s words without quotations and code; those of a list count half. A contraction counts once. */
function wordsOf({ words, sentences, blocks }: Rendering): number {
  let sum = 0;
  let end = -1;
  for (const word of words) {
    if (word.start < end || word.quoted || word.code) continue;
    end = word.end;
    sum += blocks[sentences[word.sentence]?.block ?? -1]?.kind === 'item' ? ITEM : 1;
  }
  return sum;
}

function charactersOf({ text, words }: Rendering): number {
  let sum = [...text].length;
  for (const { kind, start, end } of words) {
    if (kind === 'address') sum += ADDRESS - (end - start);
    else if (kind === 'placeholder') sum += VALUE - (end - start);
  }
  return sum;
}

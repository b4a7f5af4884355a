import { anchorOf, defineRule, isPost, lengthInCharacters, lengthInWords } from 'replylint/rule';

const STEP = '1. Open the page and then click on the menu at the top of it now, twice if needed.\n';

export default defineRule({
  id: 'max-reply-length',
  segment: 'clarity',
  principle: 'Write as much as you need to, and no more.',
  why: 'One customer needs a long explanation, another is in a hurry, and both stop reading at some point. Anything after that point goes unread.',
  switchOff: 'Raise the maximum, or turn it off for replies that must contain legal text.',
  source: 'All Customers Are Different; The key to great customer service',
  presets: { strict: 'warn', chat: 'error' },
  options: {
    email: {
      type: 'count',
      default: 200,
      minimum: 1,
      description: 'The maximum number of words in an email. Words in lists count as half.',
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
    const isChat = rendering.form === 'chat';
    const most = isPost(rendering) ? social : isChat ? chat : email;
    const length = isPost(rendering) ? lengthInCharacters(rendering) : lengthInWords(rendering);
    if (length <= most) return;
    const limit = isPost(rendering)
      ? `${most} characters, the maximum for a post`
      : `${most} words, which is a lot for ${isChat ? 'a chat message' : 'an email'}`;
    yield {
      span: anchorOf(rendering, 'start'),
      message: `The reply is longer than ${limit}`,
      suggestions: ['Answer the question first, and link to the rest'],
    };
  },
  examples: {
    good: [
      'word '.repeat(200),
      `Follow these steps:\n\n${STEP.repeat(12)}`,
      `> ${'quoted '.repeat(150)}\n\n${'word '.repeat(100)}`,
      { text: 'word '.repeat(60), form: 'chat' },
      `Your plan is active.\n\n\`\`\`\n${'code '.repeat(250)}\n\`\`\``,
      { text: 'word '.repeat(220), options: { email: 250 } },
    ],
    bad: [
      { text: `First line.\n\n${'word '.repeat(200)}`, marks: ['First line'] },
      { text: `Sure! ${'word '.repeat(60)}`, form: 'chat', marks: ['Sure'] },
      { text: `{% if vip %}Dear Kim.\n\n${'word '.repeat(200)}{% else %}Hello.{% endif %}`, marks: ['Dear Kim'] },
      { text: `Steps:\n\n${STEP.repeat(25)}`, marks: ['Steps'] },
    ],
  },
});

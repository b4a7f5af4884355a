import { defineRule, exclaimedIn, picturesIn, quoted, removalsOf, sentenceAt } from 'replylint/rule';

export default defineRule({
  id: 'no-casual-bad-news',
  segment: 'respect',
  principle: 'Deliver bad news without emoji, slang or cheer.',
  why: 'A smile next to a “no” reads as indifference: most customers are less satisfied when a request is denied in a casual tone. With good news, the same smile is welcome.',
  pairs: 'Unfortunately, we cannot refund the order 😊 → We cannot refund the order.',
  switchOff: 'Turn it off if emoji are part of your brand even in bad news, and your customers like them.',
  source: 'The key to great customer service; Software Advice 2014; Li, Chan and Kim 2019',
  presets: { strict: 'warn', chat: 'warn' },
  options: {
    intents: {
      type: 'some',
      of: ['refuse', 'apologize'],
      default: ['refuse', 'apologize'],
      description:
        'Which replies count as bad news from start to finish. In other replies, only the text next to the bad news counts.',
    },
    allowEmoji: { type: 'list', default: [], description: 'Emoji and emoticons to allow, such as “💜”.' },
  },
  groups: ['slang', 'bad', 'refusal'],
  *check(reading, { intents, allowEmoji }) {
    const { rendering } = reading;
    const whole = intents.includes(rendering.intent) || rendering.topics.some((topic) => GRAVE.has(topic));
    const bad = new Set(reading.matches('bad').map(({ sentence }) => sentence));
    const isBeside = (sentence: number) => whole || [-1, 0, 1].some((step) => bad.has(sentence + step));
    const mayBeBad = whole || bad.size > 0;
    const smiles = mayBeBad
      ? picturesIn(rendering, allowEmoji).filter((span) => isBeside(sentenceAt(rendering, span)))
      : [];
    for (const [span, fix] of removalsOf(smiles, rendering))
      yield {
        span,
        message: `“${rendering.text.slice(span.start, span.end)}” is too casual for bad news`,
        suggestions: ['Remove the emoji or emoticon'],
        ...(fix && { fix }),
      };
    for (const match of reading.matches('slang')) {
      if (!isBeside(match.sentence) || reading.inContext(match, ['code', 'quoted'])) continue;
      yield {
        span: { start: match.start, end: match.end },
        message: `${quoted(match, rendering.text)} makes light of bad news`,
        suggestions: ['Remove the phrase, and say plainly what happened'],
      };
    }
    for (const span of exclaimedIn(reading, 'refusal')) {
      yield {
        span,
        message: `${quoted(span, rendering.text)} sounds cheerful about a refusal`,
        suggestions: ['End the sentence with a period'],
      };
    }
  },
});

/** Topics for which a casual tone is never appropriate. */
const GRAVE: ReadonlySet<string> = new Set(['complaint', 'outage', 'security', 'bereavement']);

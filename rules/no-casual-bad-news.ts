import {
  defineRule,
  type Finding,
  picturesIn,
  picturesTogether,
  type Reading,
  removalOf,
  sentenceAt,
  shown,
} from 'replylint/rule';

export default defineRule({
  id: 'no-casual-bad-news',
  segment: 'respect',
  principle: 'Deliver bad news without emoji, slang or cheer.',
  why: 'A smile next to a “no” reads as indifference: most customers are less satisfied when a request is denied in a casual tone. With good news, the same smile is welcome.',
  source: 'The key to great customer service; Software Advice 2014; Li, Chan and Kim 2019',
  presets: { strict: 'warn', chat: 'warn' },
  options: {
    intents: {
      type: 'some',
      of: ['refuse', 'apologize'],
      default: ['refuse', 'apologize'],
      description:
        'Which replies are bad news as a whole. In other replies, only the text next to the bad news counts.',
    },
    allowEmoji: { type: 'list', default: [], description: 'Emoji and emoticons to allow, such as “💜”.' },
  },
  groups: ['slang', 'bad', 'refusal'],
  *check(reading, { intents, allowEmoji }) {
    const { rendering } = reading;
    const whole = intents.includes(rendering.intent) || rendering.topics.some((topic) => GRAVE.has(topic));
    const bad = new Set(reading.matches('bad').map(({ sentence }) => sentence));
    const isBeside = (sentence: number) => whole || [-1, 0, 1].some((step) => bad.has(sentence + step));
    const smiles = picturesIn(rendering).filter((span) => {
      const said = rendering.text.slice(span.start, span.end);
      const isAllowed = allowEmoji.includes(said) || allowEmoji.includes(said.replace('\uFE0F', ''));
      return !isAllowed && isBeside(sentenceAt(rendering, span));
    });
    for (const run of picturesTogether(smiles, rendering.text)) {
      const fix = removalOf(rendering, run.span);
      for (const span of run.pictures)
        yield {
          span,
          message: `“${rendering.text.slice(span.start, span.end)}” smiles at bad news`,
          suggestions: ['Remove the emoji or emoticon'],
          ...(fix && { fix }),
        };
    }
    for (const match of reading.matches('slang')) {
      if (!isBeside(match.sentence) || reading.inContext(match, ['code', 'quoted'])) continue;
      const said = shown(rendering.text.slice(match.start, match.end));
      yield {
        span: { start: match.start, end: match.end },
        message: `“${said}” makes light of bad news`,
        suggestions: ['Remove the phrase, and say plainly what happened'],
      };
    }
    yield* cheers(reading);
  },
});

/** Subjects that are never light. */
const GRAVE: ReadonlySet<string> = new Set(['complaint', 'outage', 'security', 'bereavement']);

/** The last word and the mark of a refusal that ends in “!”. */
function* cheers(reading: Reading): Iterable<Finding> {
  const { sentences, words, text } = reading.rendering;
  const refused = reading
    .matches('refusal')
    .filter((match) => !reading.inContext(match, ['code', 'quoted', 'conditional']));
  for (const index of new Set(refused.map(({ sentence }) => sentence))) {
    const sentence = sentences[index];
    const last = words[(sentence?.to ?? 0) - 1];
    if (!last || sentence?.ends !== '!') continue;
    const mark = text.indexOf('!', last.end);
    const end = mark >= 0 && mark <= last.end + 2 ? mark + 1 : last.end;
    const said = shown(text.slice(last.start, end));
    yield {
      span: { start: last.start, end },
      message: `“${said}” cheers about a refusal`,
      suggestions: ['End the sentence with a period'],
    };
  }
}

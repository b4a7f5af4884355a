import { defineRule, type Finding, type Reading, type Rendering, removalOf, type Span, shown } from 'replylint/rule';

/** One picture as a reader sees it: skin tones, joined families and flags included. Every quantifier is bounded. */
const EMOJI =
  /(?:\p{Regional_Indicator}{2}|(?![©®™‼⁉✓✔✗✘☎✉→])\p{Extended_Pictographic}[\uFE0E\uFE0F]?\p{Emoji_Modifier}?(?:[\u{E0020}-\u{E007E}]{1,8}\u{E007F})?(?:\u200D\p{Extended_Pictographic}[\uFE0E\uFE0F]?\p{Emoji_Modifier}?){0,6})/gu;

/** `:)`, `:-(`, `;)`, `:'(`, `:D`, `xD`, `<3`, `(:`, `^^`: after a space, and nothing but a stop behind it. */
const EMOTICON =
  /(?<=^|\s)(?:[:;=]['’]?[-^o]?(?:[()DPpO]|\/(?!\/)|\\)|[xX]D|<3|\(:|\^_?\^|¯\\_\(ツ\)_\/¯)(?=$|[\s.,!?])/gmu;

/** `:smile:` of the tools that write emoji so. */
const SHORTCODE = /(?<=^|\s):[a-z][a-z_]{2,30}:(?=$|[\s.,!?])/gmu;

const FACE = /^[\u{1F600}-\u{1F64F}\u{1F910}-\u{1F92F}\u{1F970}-\u{1F97A}\u{1FAE0}-\u{1FAE8}☹☺]/u;

export default defineRule({
  id: 'no-casual-bad-news',
  segment: 'respect',
  principle: 'Bring bad news without emoji, slang or cheer.',
  why: 'A smile beside a “no” reads as not caring: most customers are less satisfied when a request is denied in a casual tone. The same smile is welcome where the news is good.',
  source: 'The key to great customer service; Software Advice 2014; Li, Chan and Kim 2019',
  presets: { strict: 'warn', chat: 'warn' },
  options: {
    intents: {
      type: 'some',
      of: ['refuse', 'apologize'],
      default: ['refuse', 'apologize'],
      description: 'Which replies are bad news as a whole. Elsewhere only what stands beside the bad news counts.',
    },
    allowEmoji: { type: 'list', default: [], description: 'Emoji and emoticons that are fine here, such as “💜”.' },
  },
  phrases: {
    en: {
      slang: [
        "(oops|whoops|woops|oopsie|oopsies|whoopsie|whoopsies|oopsy|uh-oh|uhoh|yikes|eek|bummer|bummed|lol|lmao|rofl|haha|hahaha|hehe|d'oh|doh|womp|meh|welp|nope|nah|yay|woohoo|woo-hoo|hooray|hurray|yippee|gonna|wanna|gotta|kinda|sorta|whatevs|soz|sux)",
        'uh oh',
        'no worries',
        "(no biggie|no sweat|no can do|hakuna matata|my bad|our bad|tough luck|hard luck|hard cheese|tough cookies|better luck next time|oh well|hey ho|such is life|that is life|that is the way the cookie crumbles|c'est la vie|it is what it is|shit happens|stuff happens|these things happen|fun fact|plot twist|epic fail|snafu|party pooper|on the bright side|chin up|cheer up|easy come easy go)",
        '(that|this|it|which) (really|totally|kind of|kinda|just)? (sucks|stinks|blows|bites)',
        '(dude|buddy|pal|bro|folks|mate|matey)',
        '(went|gone|go|going|goes) (kaput|bust|belly up|poof|pear-shaped|haywire|walkabout|awol)',
        '(kicked|bit|bitten|bites) the (bucket|dust)',
        '(gremlins|brain fart|snag-tastic|oopsie-daisy)',
      ],
      /** Where one of these stands, the news is bad for the customer. */
      bad: [
        'unfortunately',
        '(we|i) (are|am) (not able|unable|afraid)',
        '(we|i) (can not|could not|will not be able) !(wait|thank|stop|believe|recommend|agree)',
        '(is|are|was|were|has been|have been|been|got|being) (sadly|now|just|also|already|all)? (rejected|declined|denied|refused|turned down|knocked back|thrown out|shot down|lost|gone|deleted|sold out|cancelled|canceled|delayed|stolen|damaged|broken|destroyed|suspended|banned|terminated|closed|hacked|leaked|wiped|overbooked|double-charged|discontinued|down)',
        '(is|are) (not|no longer) (possible|available|eligible|covered|supported|refundable|in stock)',
        '(we|i) (have)? (just|also|sadly|accidentally|already|had to)? (declined|rejected|refused|denied|lost|deleted|cancelled|canceled|double-charged|overcharged|oversold|wiped|broke|decline|reject|deny|refuse)',
        '(charged|billed) (you|your card) (twice|double|too much|again)',
        'sold out',
        'out of stock',
        'sorry !(to)',
        'sorry to (hear|say|tell|inform|learn|let)',
        '(apologies|apologise|apologize)',
        '(data breach|security incident|unauthori*|outage|went down)',
        '(do not|does not|will not) (offer|refund|cover|ship|accept|qualify|support)',
        '(sad|bad) news',
        '(i|we|it|system|bank|machine|shop) (have|has|kinda|kind of|sorta|sort of|accidentally|mistakenly|also|even)? (billed|charged|debited|invoiced) (you|your card|your account) ... (twice|double|too much|again|{number} times)',
        '(billed|charged|debited|invoiced) (twice|double|{number} times|too much)',
        '(warranty|guarantee|trial|contract|offer|deadline|window|period|time|cover|insurance|voucher|coupon|points) ... (has|have)? (ran out|run out|expired|ended|lapsed|is over|is up|has passed)',
        '(i|we|someone|somebody) (have|has)? (messed up|screwed up|botched|goofed|goofed up|forgot|dropped the ball|mixed up)',
        '(no can do|no dice|nothing doing|computer says no)',
        'out of stock',
        'you (did not|have not|failed to) (get|pass|qualify|win|make it)',
      ],
      /** A refusal: a sentence with one of these is not cheered. */
      refusal: [
        'unfortunately',
        '(we|i) (are|am) (not able|unable|afraid)',
        '(we|i) (can not|could not|will not be able) !(wait|thank|stop|believe|recommend|agree)',
        '(is|are|was|were|has been|have been) (sadly|now|just|also)? (rejected|declined|denied|refused|turned down|knocked back|cancelled|canceled|suspended|banned|terminated|sold out|lost|deleted)',
        '(is|are) (not|no longer) (possible|available|eligible|covered|supported|refundable|in stock)',
        '(we|i) (have|had to)? (declined|rejected|refused|denied|decline|reject|deny|refuse)',
        '(do not|does not|will not) (offer|refund|cover|ship|accept|qualify)',
      ],
    },
  },
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
    for (const run of runsOf(smiles, rendering.text)) {
      const fix = removalOf(rendering, run.span);
      for (const span of run.pictures)
        yield {
          span,
          message: `“${rendering.text.slice(span.start, span.end)}” smiles at bad news`,
          suggestions: ['Leave it out'],
          ...(fix && { fix }),
        };
    }
    for (const match of reading.matches('slang')) {
      if (!isBeside(match.sentence) || reading.inContext(match, ['code', 'quoted'])) continue;
      const said = shown(rendering.text.slice(match.start, match.end));
      yield {
        span: { start: match.start, end: match.end },
        message: `“${said}” makes light of bad news`,
        suggestions: ['Leave it out, and say plainly what happened'],
      };
    }
    yield* cheers(reading);
  },
  examples: {
    good: [
      'I’m sorry, we charged you twice.',
      'Unfortunately the size is sold out; I can reserve the next one.',
      'I’m sorry, the ratio is 3:1 in the report, and I read it as 1:3.',
      'Unfortunately we can’t change section (a): the limits are set by law.',
      'We have refunded the second charge.',
      'Your claim was declined for two reasons.',
      'The trial ran out on Friday. The second plan is kinder to small teams, and we charged you once.',
      'The new board is live 🎉 Have fun with it!',
      'No worries, the form can still be changed until Friday.',
      'Unfortunately it is late:\n\n✅ packed\n📦 at the depot\n\nI will write when it moves.',
      'I’m sorry about the page that only says “Oops”. It is back now.',
      'You wrote “all gone 😕”, and unfortunately I can’t bring it back.',
      { text: 'Sorry for the mix-up 💜', options: { allowEmoji: ['💜'] } },
      'We can’t wait to see you on Saturday!',
    ],
    bad: [
      { text: 'So sorry to hear this 😕', marks: ['😕'] },
      { text: 'Unfortunately we can’t refund it :)', marks: [':)'] },
      { text: 'Oops, your data is gone.', marks: ['Oops'] },
      { text: 'Whoops! We charged you twice.', marks: ['Whoops'] },
      { text: 'No worries, your claim was rejected.', marks: ['No worries'] },
      { text: 'No can do, mate.', marks: ['No can do', 'mate'] },
      { text: 'We kinda charged your card three times.', marks: ['kinda'] },
      { text: 'Your visa was turned down, haha.', marks: ['haha'] },
      { text: 'Bummer, the size is sold out.', marks: ['Bummer'] },
      { text: 'My bad, the parcel is lost.', intent: 'apologize', marks: ['My bad'] },
      { text: 'We declined it 🙈', marks: ['🙈'] },
      { text: 'Unfortunately we can’t refund it!', marks: ['it!'] },
    ],
  },
});

/** Subjects that are never light. */
const GRAVE: ReadonlySet<string> = new Set(['complaint', 'outage', 'security', 'bereavement']);

/** Emoji and emoticons, but for the icons that open a line, and what stands in code or a quotation. */
function picturesIn(rendering: Rendering): Span[] {
  const { text } = rendering;
  return [EMOJI, EMOTICON, SHORTCODE]
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter((span) => !isIcon(text, span) && !isQuotedOrCode(rendering, span))
    .sort((a, b) => a.start - b.start);
}

/** “✅ packed”: a picture that opens a line of text is a bullet, unless it is a face. */
function isIcon(text: string, { start, end }: Span): boolean {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const feed = text.indexOf('\n', end);
  const before = text.slice(lineStart, start).trim();
  const after = text.slice(end, feed < 0 ? text.length : feed).trim();
  return before === '' && after !== '' && !FACE.test(text.slice(start, end)) && /[^\p{P}\p{S}]/u.test(after);
}

function isQuotedOrCode({ text, blocks, words }: Rendering, { start, end }: Span): boolean {
  const block = blocks.find((one) => one.start <= start && end <= one.end);
  if (block?.kind === 'code' || block?.kind === 'quote') return true;
  const before = words.findLast((word) => word.end <= start);
  const after = words.find((word) => word.start >= end);
  // The last and the first of what is quoted have words on one side only.
  if (before?.quoted && /^\s*["”»’]/.test(text.slice(end, end + 3))) return true;
  if (after?.quoted && /["“„«‘]\s*$/.test(text.slice(Math.max(0, start - 3), start))) return true;
  return Boolean((before?.quoted && after?.quoted) || (before?.code && after?.code));
}

/** Index of the sentence that a picture stands in or after. */
function sentenceAt({ sentences }: Rendering, { start }: Span): number {
  return Math.max(
    0,
    sentences.findLastIndex((sentence) => sentence.start <= start),
  );
}

/** Pictures with nothing but blanks between them go together: what is left behind depends on what stands around all. */
function runsOf(pictures: readonly Span[], text: string): { readonly span: Span; readonly pictures: Span[] }[] {
  const runs: { span: Span; pictures: Span[] }[] = [];
  for (const picture of pictures) {
    const last = runs.at(-1);
    if (last && /^[^\S\n]*$/.test(text.slice(last.span.end, picture.start))) {
      last.pictures.push(picture);
      last.span = { start: last.span.start, end: picture.end };
    } else runs.push({ span: picture, pictures: [picture] });
  }
  return runs;
}

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
      suggestions: ['End the sentence with a full stop'],
    };
  }
}

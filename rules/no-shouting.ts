import { defineRule, type Finding, type Reading, shown, type Word } from 'replylint/rule';

/** Endings that words have and abbreviations have not, in words of six letters and more. */
const ENDINGS: Readonly<Record<string, RegExp>> = {
  en: /(?:ing|ly|ed|den|tions?|ments?|[ai]ble|less|ful|ers|ever|ous|ive)$/,
};
const SHORTEST_WITH_ENDING = 6;
/** What a gap that the agent is to fill begins with: “INSERT NAME”. Another rule finds it. */
const GAPS = new Set(['insert', 'paste', 'todo', 'tbd', 'tbc', 'fixme']);
/** So many capitals in a row are a sentence, whatever the language, if two of them are longer than most abbreviations. */
const RUN = 3;
const LONG = 4;

export default defineRule({
  id: 'no-shouting',
  segment: 'respect',
  principle: 'Never raise your voice: no words in capitals for emphasis, no runs of exclamation or question marks.',
  why: 'Capitals and “!!” are read as shouting, and nobody who asked for help came to be shouted at. A plain sentence is taken more seriously.',
  source: 'Yes, YOU Need To Read And Share This; typographic custom',
  presets: { strict: 'warn', chat: 'warn' },
  options: {
    maxExclamations: {
      type: 'count',
      default: 3,
      description: 'How many sentences of a reply may end with an exclamation mark.',
    },
    allow: { type: 'list', default: [], description: 'Words that are written in capitals here, such as names.' },
  },
  phrases: {
    '*': {},
    en: {
      // Words that abbreviate nothing. Names of keys and buttons (ENTER, DELETE) are none of them.
      emphasis: [
        '(absolutely|added|again|all|already|always|any|anymore|anyone|anything|attention|bad|before|best|better|big|both|cannot)',
        '(two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|hundred|thousand)',
        '(careful|caution|completely|daily|danger|days|deadline|do|does|done|each|even|ever|every|everyone|everything)',
        '(exactly|expire*|extra|fail*|fast|final|first|forever|forbidden|free|from|great|half|has|have|hours|how|huge|hurry)',
        '(immediate*|important|just|keep|last|late|later|live|lose|made|major|many|minutes|months|more|most|moved|much|must|my)',
        '(needs|never|new|nobody|none|not|nothing|notice|now|once|one|only|our|over|own|paid|please|prior|proof|quick)',
        '(read|real|really|refund*|required|right|rule|rules|same|shall|should|since|soon|sorry|still|strictly|such|than)',
        '(thanks|that|their|them|then|there|these|they|this|those|through|today|together|tomorrow|tonight|too|total|twice)',
        '(under|unless|until|urgent|very|wait|want|warning|was|we|week|weeks|were|what|when|whole|why|will|with|within)',
        '(without|wrong|year|years|yesterday|yet|you|your|yours|zero)',
        'so (sorry|happy|glad|much|many|grateful|excited|pleased|close)',
        'thank you',
      ],
      // Words that emphasise beside others, but alone are a state, an operator or an abbreviation, too.
      beside: ['(act|and|are|at|be|by|for|get|he|if|in|is|it|its|no|non|of|off|on|or|order|out|she|the|to|up|us|use)'],
      // What stands before and after the label of a button, a key, or a word that is to be typed.
      before: [
        '(click|press|hit|tap|type|enter|select|choose|pick|hold|push|text|reply|say|code|keyword|called|labelled|marked|says|reads|shows) (on|with|in|the|a|is|as)?',
        '(go|set|turned|switched|changed|changes|back) to',
        'then',
      ],
      after: [
        '(button|key|tab|menu|field|option|icon|switch|label|page|command|column|folder|request|statement|operator)',
      ],
    },
  },
  *check(reading, { maxExclamations, allow }) {
    yield* raisedWords(reading, new Set(allow));
    yield* raisedMarks(reading, maxExclamations);
  },
  examples: {
    good: [
      'Your VAT ID is stored, and the HTTPS URL opens in Chrome.',
      'SKU ABCD-1234 is back, and we ship it to the USA and the UK.',
      'Thanks so much! Your card is on its way.',
      'Click "DELETE ALL DATA" to finish, or press the RESET NOW button on the back.',
      'Hi [FIRST NAME], order {{ORDER_NUMBER}} has left our IKEA store.',
      'You wrote that the box “smelled of SMOKE!!”, and that should not be.',
      'Type `REMOVE EVERYTHING NOW!!` and confirm.',
      '## PLEASE READ FIRST\n\nThe terms are below.',
      { text: 'NASA GEHT IMMER. Wir melden uns!', locale: 'de', options: { allow: ['NASA', 'GEHT', 'IMMER'] } },
      'Reply STOP to end these messages, or text WAIT to 5050.',
      { text: 'Hi! Sure! One moment!', form: 'chat' },
      'You booked with (INSERT NAME OF THE AGENCY).',
    ],
    bad: [
      { text: 'PLEASE READ THE TERMS.', marks: ['PLEASE READ THE TERMS'] },
      { text: 'You MUST confirm today, and NEVER share your PIN.', marks: ['MUST', 'NEVER'] },
      { text: 'All entries are NON-REFUNDABLE.', marks: ['NON-REFUNDABLE'] },
      { text: 'Thanks!! Did you restart it??', marks: ['!!', '??'] },
      { text: 'What happened?!', marks: ['?!'] },
      { text: 'Hold it for TEN seconds.', marks: ['TEN'] },
      { text: 'I am SO sorry, this should NOT happen.', marks: ['SO', 'NOT'] },
      { text: 'BITTE KEINE ANTWORT auf diese Mail.', locale: 'de', marks: ['BITTE KEINE ANTWORT'] },
      { text: 'Hi Ana!\n\nGreat news! Your order is in! See you soon! Bye!', marks: ['!'] },
    ],
  },
});

/** Capitals for emphasis: a word that abbreviates nothing, or a run of words. One finding a run. */
function* raisedWords(reading: Reading, allowed: ReadonlySet<string>): Generator<Finding> {
  const { text, words, locale } = reading.rendering;
  const endings = ENDINGS[locale.slice(0, 2)];
  const at = (group: string, end: 'from' | 'to') => new Set(reading.matches(group).map((match) => match[end]));
  const [emphasis, beside] = [at('emphasis', 'from'), at('beside', 'from')];
  const [labelled, labels] = [at('before', 'to'), at('after', 'from')];
  const isEmphasis = ({ folded }: Word, index: number) =>
    emphasis.has(index) || (folded.length >= SHORTEST_WITH_ENDING && endings?.test(folded) === true);
  const isRaised = (word: Word | undefined): word is Word => {
    const written = word?.kind === 'word' ? text.slice(word.start, word.end) : '';
    return word !== undefined && isCapital(written) && !allowed.has(written) && isFree(word, text);
  };
  for (let from = 0; from < words.length; from += 1) {
    let to = from;
    while (isRaised(words[to]) && (to === from || isNext(reading, to))) to += 1;
    const run = words.slice(from, to);
    const [first, last] = [run[0], run.at(-1)];
    if (!first || !last) continue;
    const longerThan = (letters: number) => run.filter(({ folded }) => folded.length > letters).length;
    const long = longerThan(LONG - 1);
    const isSentence =
      longerThan(1) >= RUN
        ? long >= 2
        : run.length === 2 && long > 0 && run.some((_, index) => beside.has(from + index));
    const isShouted =
      run.some((word, index) => isEmphasis(word, from + index)) || (isSentence && text[last.end] !== ':');
    if (isShouted && !GAPS.has(first.folded) && !labelled.has(from) && !labels.has(to) && !isSetApart(reading, first))
      yield {
        span: { start: first.start, end: last.end },
        message: `“${shown(text.slice(first.start, last.end))}” in capitals reads as shouting`,
        suggestions: ['Write it in small letters; what matters can stand first, or in bold'],
      };
    from = to - 1;
  }
}

function isCapital(written: string): boolean {
  return written === written.toUpperCase() && written !== written.toLowerCase();
}

/** Not a part of a code, a path or an identifier: `ABCD-1234`, `ORDER_ID`, `/POST`, `NETWORK > TEST`. */
function isFree({ start, end }: Word, text: string): boolean {
  return (
    !/[\p{N}_@#$%/\\=.+-]$|>\s?$/u.test(text.slice(Math.max(0, start - 2), start)) &&
    !/^(?:[-.]?[\p{N}_@=\\(]|\s?>)/u.test(text.slice(end, end + 2))
  );
}

/** True where nothing but blanks, a comma or a slash stands between a word and the one before, in one sentence. */
function isNext({ rendering: { words, text } }: Reading, at: number): boolean {
  const [before, word] = [words[at - 1], words[at]];
  if (!before || !word || before.sentence !== word.sentence) return false;
  return before.end > word.start || /^[\s,/*–—&]+$/.test(text.slice(before.end, word.start));
}

/** Code and labels, quotations, headings: capitals that are not the writer's voice. */
function isSetApart({ rendering: { sentences, blocks } }: Reading, { code, quoted, sentence }: Word): boolean {
  return code || quoted || blocks[sentences[sentence]?.block ?? -1]?.kind === 'heading';
}

/** Runs of marks, and more exclamations than a reply can bear. */
function* raisedMarks({ rendering }: Reading, most: number): Generator<Finding> {
  const { text, words } = rendering;
  let exclamations = 0;
  let next = 0;
  for (const { 0: marks, index: start } of text.matchAll(/[!?！？]+/g)) {
    while ((words[next]?.start ?? Number.POSITIVE_INFINITY) < start) next += 1;
    const before = words[next - 1];
    const between = text.slice(before?.end ?? 0, start);
    const inside = before !== undefined && before.end > start;
    const belongs = (before?.quoted === true && !/["”»“’']/.test(between)) || (before?.code === true && between === '');
    // Marks that stand alone are a gap to fill in, and no voice.
    if (!before || inside || belongs || (/^[?？]+$/.test(marks) && /\s$/.test(between))) continue;
    const span = { start, end: start + marks.length };
    if (/[!！]/.test(marks)) exclamations += 1;
    if (marks.length > 1) {
      yield {
        span,
        message: `“${marks.length > 5 ? `${marks.slice(0, 5)}…` : marks}” raises the voice`,
        suggestions: ['One mark is enough'],
        fix: { span, text: /[?？]/.test(marks) ? '?' : '!' },
      };
    } else if (exclamations === most + 1 && /[!！]/.test(marks))
      yield {
        span,
        message: `“!” is one too many: more than ${most} exclamations in a reply raise the voice`,
        suggestions: ['End the sentence with a full stop'],
      };
  }
}

import { defineRule, type Finding, type Match, type Reading, type Rendering, shown, type Word } from 'replylint/rule';

/** What a slot begins with when it says what to write instead of naming a value. */
const INSTRUCTIONS: Readonly<Record<string, RegExp>> = { en: /^(?:insert|paste|fill in|put in|add here|type here)\b/i };
/** A customer’s own value in an address, which nobody fills in for them: `[your_username].shop.example`. */
const OWN: Readonly<Record<string, RegExp>> = { en: /^your[ _-]/i };
/** Keys that are shown in brackets: `[Esc]`. */
const KEYS =
  /^\[(?:esc|enter|return|tab|shift|ctrl|alt|cmd|option|space|del|delete|home|end|up|down|left|right|f\d{1,2})\]$/i;

/** A slot whose own writer did not know the value; one that stands in a comment is a reminder, which no customer sees. */
const UNKNOWN = /^(?!<!--).{0,120}(?:\?{2}|\b(?:todo|tbd|tbc|fixme)\b)/i;
/** A sentence that breaks off after a word that needs another; “… ...” before what a number is of. In a chat, one thinks. */
const UNFINISHED: Readonly<Record<string, RegExp>> = {
  en: /\b(?:the|an?|of|for|with|because|your|our|at|by|from|until|between|than|(?:is|are|falls?|starts?|ends?|was|been set) on|(?:number|amount|price|date|fee|code|total|address|name|time|reason|deadline|sum|balance) is) ?(?:\.{3}|…)(?=[ \t]{0,9}(?:\n|$))|\b(?:of|on|at|to|by|until|from|for|is|number|no\.) (?:\.{3}|…)(?= (?:and|at|by|eur|euros?|usd|dollars?|pounds?|gbp|days?|weeks?|months?|hours?|minutes?|kg|km|pm|am|o'clock)\b)/gi,
};
/** Braces that hold a reminder, and no name that a help desk could know. */
const UNWRITTEN = /^\{\{?\s?(?:todo|tbd|tbc|fixme)\b(?!\s?[.}|])/i;
/** What kisses stand behind. */
const KISSED = new Set(
  'love thanks thank you care bye soon hugs later much always kisses again wishes day weekend'.split(' '),
);

/** Gaps that no brackets mark: capitals that say what to put in, dates and names that stand for themselves. */
const UNMARKED: Readonly<Record<string, RegExp>> = {
  en: /\b(?:INSERT|PASTE|COPY|ENTER|ADD)(?: [A-Z][A-Z/'’-]{0,30}){0,4} (?:NAME|STREET|CITY|ADDRESS|PHONE|NUMBER|DATE|TIME|DAY|LINK|URL|TEXT|REASON|AMOUNT|PRICE|TITLE|AUTHOR|EMAIL|CODE|REFERENCE|ID|DETAILS|COMPANY|PRODUCT|SIGNATURE|FROM(?: [A-Z.]{2,30}(?![a-z])){0,5})\b|(?<=\b(?:[Hh]i|[Hh]ello|[Hh]ey|[Dd]ear|DEAR) )(?:(?:FIRST|LAST|CUSTOMER) ?)?NAME(?=\s{0,3}(?:[,!.:\n]|$))|(?<=\b(?:[Hh]i|[Hh]ello|[Hh]ey|[Dd]ear) )(?:(?:First|Last|Customer) ?)?[Nn]ame(?=\s{0,3}(?:[,!:\n]|$))|(?<=\b(?:on|by|from|until|till|before|since|at) )(?:DD[/.-]MM(?:[/.-]YY(?:YY)?)?|MM\/DD(?:\/YY(?:YY)?)?|YYYY-MM-DD|HH:MM)\b(?!.{0,40}\bformat\b)/g,
};
/** What makes such capitals a sentence that is written in them (`ENTER THE CODE AND PRESS OK`), or a button’s label. */
const SPOKEN: Readonly<Record<string, { readonly before: RegExp; readonly gap: RegExp; readonly after: RegExp }>> = {
  en: {
    before:
      /\b(?:TO|NOT|NEVER|ALWAYS|PLEASE|AND|OR|THEN|CAN|MAY|MUST|SHOULD|YOU|WE|I|DON['’]T) [A-Z]+$|\b(?:[Cc]lick|[Pp]ress|[Tt]ap|[Cc]hoose|[Ss]elect|[Hh]it)(?: on)?(?: the)? (?:ENTER|ADD|COPY|PASTE)$/,
    gap: /^(?!INSERT|PASTE)\w+ (?:.* )?(?:THE|THIS|THAT|YOUR|MY|OUR|A|AN)\b/,
    after:
      /^ (?:TO|AND|OR|ON|IN|INTO|AT|BY|IF|WHEN|WHERE|WHILE|BEFORE|AFTER|UNTIL|WITH|WITHOUT|THAT|WHICH|IS|ARE|WILL|FIRST|AGAIN|NOW)\b|^ (?:button|key|tab|option|field|menu|icon|box|screen|command)s?\b/,
  },
};
/** Addresses of links that were to be filled in. */
const NO_ADDRESS =
  /^(?:https?:\/\/|#)?(?:todo|tbd|tbc|fixme|xxx+|url|link|insert[\w%-]{0,30}|(?:your|the)?-?(?:link|url)-?here)\/?$/i;
/** How often a run of crosses stands in a file whose agents fill it in each time. */
const HABIT = 3;

export default defineRule({
  id: 'no-unfilled-placeholder',
  segment: 'hygiene',
  principle: 'Finish the template: no TODO, no filler text, no gap that nobody fills.',
  why: 'A gap that reaches a customer is the plainest proof that nobody wrote to them. Slots such as [Name] are filled by the agent and stay allowed unless you forbid them.',
  source: 'All Customers Are Different',
  presets: { recommended: 'error', strict: ['error', { manualSlots: 'forbid' }] },
  options: {
    manualSlots: {
      type: 'one',
      of: ['allow', 'named', 'forbid'],
      default: 'allow',
      description:
        'Which slots that the agent fills in by hand are fine: any; those that name a value, such as [Name], but not [insert link here]; or none.',
    },
    allow: { type: 'list', default: [], description: 'Slots that are fine, as they are written.' },
  },
  phrases: {
    '*': {
      todo: ['(todo|fixme|tbd|tbc)'],
      filler: ['lorem ipsum', '(bla|blah) (bla|blah)', 'dolor sit amet', 'asdf*'],
    },
    en: {
      filler: [
        '(placeholder|dummy|sample) (text|copy|sentence|paragraph)',
        '(text|wording|copy|paragraph|sentence|apology|explanation|reason|details|link|intro|url|number) (goes|go|to go|to come|tbc|to follow) here',
        '(paste|insert|put|add) (link|url|text|wording|name|number|date|reason|details|explanation|image|screenshot|tracking*|order*) here',
        '(insert|fill in|paste) (the)? (product|phone|telephone|customer|tracking|order|reference|invoice|account|booking|ticket|company|store|shop|agent|first|last|street|email|delivery|refund|due|start|end) (number|name|no|id|code|address|date|amount|link|time|reference) (here|later|in here)',
        'insert (amount|price|reference|reason|address|time|day|product|signature|code|number|phone|sum|value|total|quote|file|photo|logo) here',
        'fill (this|that|it) in (once|later)',
        '(your|my|our) text here',
      ],
    },
  },
  *check(reading, { manualSlots, allow }) {
    const { rendering } = reading;
    for (const match of reading.matches())
      if (!reading.inContext(match, ['code', 'quoted']) && (match.group !== 'todo' || isMark(match, rendering)))
        yield finding(rendering, match, 'stands where the text should be');
    for (const [at, word] of rendering.words.entries()) {
      const slot = word.placeholder;
      if (slot?.kind === 'machine' && !word.code && UNWRITTEN.test(slot.text))
        yield finding(rendering, word, 'is a slot whose value was not known when it was written');
      if (slot?.kind !== 'manual' || word.code || allow.includes(slot.text)) continue;
      // “[TODO]-tags” are spoken of.
      if (/^-\p{L}/u.test(rendering.text.slice(word.end, word.end + 2)) || isOwn(rendering, word)) continue;
      if (/^<<\s?(?!<)/.test(slot.text) && INSTRUCTIONS[rendering.locale.slice(0, 2)]?.test(insideOf(slot.text)))
        yield finding(rendering, word, 'is a gap that nobody filled');
      else if (isGap(rendering, at, word) && (manualSlots === 'forbid' || !isHabit(rendering, slot.text)))
        yield finding(rendering, word, 'is a gap that nobody names');
      else if (UNKNOWN.test(slot.text))
        yield finding(rendering, word, 'is a slot whose value was not known when it was written');
      else if (manualSlots !== 'allow' && INSTRUCTIONS[rendering.locale.slice(0, 2)]?.test(insideOf(slot.text)))
        yield finding(rendering, word, 'tells the agent what to write');
      else if (manualSlots === 'forbid' && /^[[{<&]/.test(slot.text) && !KEYS.test(slot.text))
        yield finding(rendering, word, 'is left to the agent to fill in');
    }
    yield* unmarked(reading);
    for (const { 0: marks, index: start } of rendering.text.matchAll(/\?{2,}/g))
      if (isMissing(rendering.text, start, start + marks.length))
        yield finding(rendering, { start, end: start + marks.length }, 'stands where a value should be');
    const unfinished = rendering.form === 'chat' ? undefined : UNFINISHED[rendering.locale.slice(0, 2)];
    if (unfinished)
      for (const { 0: dots, index: start } of rendering.text.matchAll(unfinished))
        yield finding(rendering, { start, end: start + dots.length }, 'breaks off where a value should be');
  },
  examples: {
    good: [
      'Hi [Name], your visit is on [DATE]. Fill in [insert link to survey]. Regards, {agent_name}',
      'See [our guide](https://x.example), as noted in [1].\n\n- [x] refund issued',
      'The card XXX-1234 and the account XXXX XXXX 5678 are yours.',
      'The [TODO]-tags in the log are ours.',
      'Press [Esc] to leave. The log says `TODO`, and the field shows `____`.',
      'Put it on your todo list. Lots of love, Ana xxx',
      'Thanks so much xxx see you on Friday, and insert the card here.',
      'Hi [Name], is it [the blue one?]? The field says “insert phone number here”.',
      'Name: ________\nDate: ________',
      'Let me look at it… We have mugs, plates, bowls... and I hope that helps...',
      { text: 'That is because of the...', form: 'chat' },
      'Really??? You restarted it ??',
      'It is issue #XXXXX, dated XX/XX/XXXX.',
      'The screen says INSERT COIN TO PLAY, then ENTER YOUR NAME TO CONTINUE. PLEASE ENTER THE CODE AND PRESS OK. Tap COPY LINK.',
      'Write your birthday as DD/MM/YYYY; ADD TO CART is grey, and [the guide](https://todo.example/x) says why.',
      'Hi <OTRS_CUSTOMER_REALNAME>, hi {{name}}, hi %{recipient.name.first}!',
      {
        text: 'Go to [your_username].shop.example, then https://shop.example/[your-name].',
        options: { manualSlots: 'forbid' },
      },
      { text: 'Press [Esc], {{name}}.', options: { manualSlots: 'forbid' } },
      { text: 'Ship it to [Name].', options: { manualSlots: 'forbid', allow: ['[Name]'] } },
    ],
    bad: [
      { text: 'Hi TODO,\n\nyour order XXX is on its way.', marks: ['TODO', 'XXX'] },
      { text: 'Ship date: TBD', marks: ['TBD'] },
      {
        text: 'Dear <insert name>, see [insert link here].',
        options: { manualSlots: 'named' },
        marks: ['<insert name>', '[insert link here]'],
      },
      { text: 'Hi ____,\n\nLorem ipsum dolor.', marks: ['____', 'Lorem ipsum'] },
      { text: 'Amount: ???', marks: ['???'] },
      { text: 'The reason is the ...\n\nIt comes to ... euros.', marks: ['the ...', 'to ...'] },
      { text: 'Rate us at {{TODO: link of the survey}}.', marks: ['{{TODO: link of the survey}}'] },
      { text: 'It ships on [day???] with [courier TBC].', marks: ['[day???]', '[courier TBC]'] },
      { text: 'Your driver, xxx, rings first.', marks: ['xxx'] },
      {
        text: 'Hello INSERT AUTHOR NAME,\n\nthe bench is at INSERT STREET, from DD/MM/YYYY on. See [the plan](TODO).',
        marks: ['INSERT AUTHOR NAME', 'INSERT STREET', 'DD/MM/YYYY', 'the plan'],
      },
      { text: 'Hi Name,\n\nwe keep it because of <<insert reason>>.', marks: ['Name', '<<insert reason>>'] },
      { text: 'Ring (insert phone number here) any time.', marks: ['insert phone number here'] },
      { text: 'The size guide: paste link here.', marks: ['paste link here'] },
      {
        text: 'Hi [Name], it ships on {Ship date}.',
        options: { manualSlots: 'forbid' },
        marks: ['[Name]', '{Ship date}'],
      },
    ],
  },
});

function finding({ text }: Rendering, { start, end }: { start: number; end: number }, does: string): Finding {
  return { span: { start, end }, message: `“${shown(text.slice(start, end))}” ${does}` };
}

/** `TODO` and `todo:` are marks; a todo list is not. */
function isMark({ start, end }: Match, { text }: Rendering): boolean {
  const written = text.slice(start, end);
  return written === written.toUpperCase() || text[end] === ':';
}

/** `XXX` or `____` as a word of its own: no masked number, no date format, no kisses, no line of a form. */
function isGap(
  { text, words, sentences }: Rendering,
  at: number,
  { start, end, sentence, placeholder }: Word,
): boolean {
  const written = placeholder?.text ?? '';
  const before = text.slice(Math.max(0, start - 2), start);
  if (/^_+$/.test(written)) return !/(?:^|\n|:\s?)$/.test(before);
  if (!/^x+$/i.test(written)) return false;
  const isKiss =
    written === written.toLowerCase() && sentences[sentence]?.from !== at && !goesOn(text, words[at - 1], end);
  const isPart = /[\p{Sc}\p{N}#/*.+-]\s?$/u.test(before) || /^[-/.]?[\p{N}X]|^[-/]/u.test(text.slice(end, end + 2));
  const isGroup = [words[at - 1], words[at + 1]].some(
    (near) => near?.kind === 'number' || /^x+$/i.test(near?.placeholder?.text ?? ''),
  );
  return !isKiss && !isPart && !isGroup;
}

/** “Our engineer, xxx, will come”: the sentence goes on around the gap. “Love, Ana xxx” and “thanks xxx see you” end. */
function goesOn(text: string, before: Word | undefined, end: number): boolean {
  const said = before && text.slice(before.start, before.end);
  if (!said || !/^\p{Ll}/u.test(said) || KISSED.has(said)) return false;
  return /^(?:\s|,\s)\p{Ll}/u.test(text.slice(end, end + 3));
}

function* unmarked(reading: Reading): Generator<Finding> {
  const { rendering } = reading;
  const { text, words, links, locale } = rendering;
  const said = UNMARKED[locale.slice(0, 2)];
  const known = reading.matches();
  let [next, seen] = [0, 0];
  for (const { 0: gap, index: start } of said ? text.matchAll(said) : []) {
    const end = start + gap.length;
    while ((words[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next += 1;
    while ((known[seen]?.end ?? Number.POSITIVE_INFINITY) <= start) seen += 1;
    const word = words[next];
    // What stands in brackets, and a line that holds nothing else, is a note to colleagues, and is reported as one.
    const isLine =
      /(?:^|\n)[^\p{L}\n]*$/u.test(text.slice(Math.max(0, start - 20), start)) &&
      /^[^\p{L}\n]*(?:\n|$)/u.test(text.slice(end, end + 20));
    if (!word || word.code || word.quoted || word.placeholder || isLine || /[([{<]/.test(text[start - 1] ?? ''))
      continue;
    if ((known[seen]?.start ?? end) >= end && !isSpoken(rendering, start, end))
      yield finding(rendering, { start, end }, 'is a gap that nobody filled');
  }
  for (const { start, end, url } of links)
    if (NO_ADDRESS.test(url)) yield finding(rendering, { start, end }, `leads nowhere: its address is “${url}”`);
}

function isSpoken({ text, locale }: Rendering, start: number, end: number): boolean {
  const told = SPOKEN[locale.slice(0, 2)];
  const gap = text.slice(start, end);
  if (!told || !/^[A-Z]{3,} /.test(gap)) return false;
  const [verb = ''] = gap.split(' ');
  const before = text.slice(Math.max(0, start - 20), start + verb.length);
  return told.before.test(before) || told.gap.test(gap) || told.after.test(text.slice(end, end + 12));
}

const COUNTS = new WeakMap<object, Map<string, number>>();

/** `XXXXXXX` in many replies of a file: the agents know it, and fill it in each time. */
function isHabit({ reply: { file } }: Rendering, gap: string): boolean {
  if (!/^X{4,}$/.test(gap)) return false;
  const counts = COUNTS.get(file) ?? new Map<string, number>();
  COUNTS.set(file, counts);
  const count = counts.get(gap) ?? file.text.match(new RegExp(`(?<![\\w])${gap}(?![\\w])`, 'g'))?.length ?? 0;
  counts.set(gap, count);
  return count >= HABIT;
}

function isOwn({ text, locale }: Rendering, { start, end, placeholder }: Word): boolean {
  const isInAddress = /[/@]/.test(text[start - 1] ?? '') || /^\.\p{L}/u.test(text.slice(end, end + 2));
  return isInAddress && OWN[locale.slice(0, 2)]?.test(insideOf(placeholder?.text ?? '')) === true;
}

function insideOf(slot: string): string {
  return slot.replace(/^(?:&lt;|[[{<\s])+/, '');
}

/** Question marks in place of a value: after a colon or a sign, or in the middle of a sentence. */
function isMissing(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 2), start);
  return /[:=#\p{Sc}(]\s?$/u.test(before) || (/\s$/.test(before) && /^ \p{Ll}/u.test(text.slice(end, end + 2)));
}

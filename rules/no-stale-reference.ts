import { defineAvoidanceRule, type Match, type Reading } from 'replylint/rule';

const MONTH =
  '(january|jan|february|feb|march|mar|april|apr|may|june|jun|july|jul|august|aug|september|sep|sept|october|oct|november|nov|december|dec)';
/** Months by the first three letters, of the languages that are known. */
const MONTHS: Readonly<Record<string, readonly string[]>> = {
  en: 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' '),
};
const EARLIEST = 1990;

export default defineAvoidanceRule({
  id: 'no-stale-reference',
  segment: 'hygiene',
  principle: 'Keep fixed dates and seasons out of a template.',
  why: 'A macro outlives the day it was written. “Our offer runs until 31 December” in spring says that nobody reads what you send.',
  source: 'Yes, YOU Need To Read And Share This: Reference The Future',
  presets: { strict: 'warn' },
  options: {
    dates: {
      type: 'one',
      of: ['past', 'any'],
      default: 'past',
      description: 'Which written-out dates to report: those that are past, or any.',
    },
  },
  phrases: {
    '*': { day: ['{number}', '{number} {number} {number}'] },
    en: {
      day: [`${MONTH} {number} (st|nd|rd|th)? {number}`, `{number} (st|nd|rd|th)? (of)? ${MONTH} {number}`],
      month: [`${MONTH} {number}`],
      // “In 2019 we moved” stays true; “until 2019” and “will open in 2019” do not.
      year: [
        '(by|until|till|through|throughout) (the end of|the beginning of|the start of)? {number}',
        '(in|by|until|till|through|throughout|before|during|from|of|for)? (early|late|mid|the (beginning|start|end|middle|course) of|(the)? (spring|summer|autumn|fall|winter) (of)?) {number}',
        '(q {number}|q1|q2|q3|q4|christmas|easter|season|edition) {number}',
        '{number} (season|edition|sale|holidays|catalogue|catalog|calendar|price list|prices|brochure|collection)',
        '(will|shall|plan to|planned|expect*|scheduled|available|coming) ... (in|for|from) {number}',
        'in {number} (we|you|it|they|our|the) ... will',
      ],
      season: [
        '(merry|happy) (christmas|xmas|new year|new years|holidays|hanukkah|thanksgiving|halloween|easter|diwali|eid)',
        "(season's|seasons|festive|christmas|easter|new year's) greetings",
        '(happy|good) start (to|into) the new year',
        '(this|our) (christmas|xmas|festive|holiday|easter|summer|winter|spring|autumn|back-to-school) (season|rush|period|sale|break|closure|offer|promotion|campaign|deal|deals|event|special|discount)',
        "(our|the|this) (black friday|cyber monday|boxing day|singles day|prime day|mother's day|father's day|valentine's day|new year|january) (sale|sales|offer|offers|deal|deals|week|promotion|discount|campaign|event)?",
        '(black friday|cyber monday) (is|sale|offer|deal|deals|week)',
        '(this|coming) (christmas|easter|thanksgiving|halloween|ramadan)',
        "(over|during|for|before|after|until) (the (festive season|christmas|holidays|christmas holidays|holiday season|easter weekend|bank holiday)|christmas|easter|thanksgiving|new year|new year's)",
        'have a (great|wonderful|lovely|happy|good|nice|fantastic) (christmas|easter|summer|new year|holiday season|thanksgiving)',
      ],
      pandemic: [
        '(due to|because of|given|owing to|during|amid|in light of|since|after) (the)? (current|ongoing|recent|global|worldwide)? (covid|covid-19|corona|coronavirus|pandemic|lockdown|lockdowns)',
        '(covid|covid-19|coronavirus|pandemic|lockdown) (related|situation|restrictions|measures|delays|outbreak|crisis|pandemic|rules|notice|update)',
        'in these (unprecedented|uncertain|difficult|challenging|trying) times',
        '(stay|keep) safe and healthy',
        'social distancing',
        '(wear|wearing|bring|put on) (a|your|an)? (face)? (mask|masks|covering|coverings) ... (in|inside|to|into|visit|visiting|enter|entering) (our|the|a|all) (shop|shops|store|stores|branch|branches|office|offices|restaurant|salon|gym|showroom|bus|buses|train|trains|theatre|cinema|museum)',
        '(keep|stay|keeping|maintain) (a distance of)? ({number}|one and a half) (metres|meters|metre|feet|m) (apart|away from (other|others|each|people)|distance|of distance)',
      ],
      while: [
        '(strike|strikes|snow|snowfall|storm|heatwave|flood|floods|flooding|bad weather|heavy (rain|snow)) ... (this|last|next) (week|weekend|month) ... (delay*|slow*|late|affect*|hold*|clos*)',
        "(due to|because of|owing to) (the|a)? (current|ongoing|recent|this week's|last week's)? (strike|strikes)",
        "(due to|because of|owing to) (the|a)? (current|ongoing|recent|this week's|last week's) (snow|snowfall|snowstorm|storm|storms|heatwave|flood|floods|flooding|volcano*|bad weather|heavy snow)",
        '(i|we) (am|are) (currently|just)? (moving house|moving office|moving offices|moving warehouse|relocating|renovating|refurbishing|on holiday|on vacation) (at the moment|right now|at present|these days|this (week|month|summer|winter)|currently|until)',
        '(i|we) (am|are) (currently|presently) (moving house|moving to|moving into|moving our|relocating|renovating|refurbishing|understaffed)',
      ],
      // Excuses: a year that stays true.
      lasting: [
        '(founded|established|born|introduced|invented|copyright|all rights reserved|incorporated|opened|started|launched|registered|trading|family-run|family-owned|serving)',
        '(act|regulation|directive|law|standard|treaty|convention|iso|din|en|gdpr|ieee|rfc|ecma|es|version|edition|terms|model|build|release) (of|from|dated|no|number)? {number}',
        '(tax|financial|fiscal|model|school|academic) year',
        '(for example|e.g|such as|format)',
        `(since|back in) (early|mid|late|the (spring|summer|autumn|fall|winter) of)? ({number}|${MONTH})`,
      ],
    },
  },
  excuses: { lasting: 'clause' },
  counts: (match, reading, { dates }) => {
    const lastDay = LAST_DAY[match.group];
    return lastDay === undefined || isOver(lastDay(match, reading), dates, reading.today);
  },
  message: {
    day: 'is a fixed date, and the template is sent long after it',
    month: 'is a fixed date, and the template is sent long after it',
    year: 'is a fixed year, and the template is sent long after it',
    season: 'belongs to one season and is sent all year',
    pandemic: 'speaks of a time that is over',
    while: 'holds for a while and is sent for years',
  },
  suggestions: ['Use a placeholder for the date, or say it so that it holds on any day'],
  examples: {
    good: [
      'Use the format YYYY-MM-DD, for example 2021-03-04.',
      'We follow ISO 9001:2015, GDPR 2016/679 and the Data Protection Act 2018.',
      'Office 2021 and Windows Server 2019 are supported, and version 3.12.1 is out.',
      'The fix ships on {{date}}; your order from {{order.date}} is ready.',
      'We were founded in 1998 and moved in 2012. © 2023 Acme Ltd.',
      'You have been with us since March 2019.',
      'You may use 2000 credits of the 5000 in your plan, or call 030 1234 2020.',
      { text: 'Our offer runs until December 31, 2027.', today: '2026-05-01' },
      'Wear a mask when you sand the lid, and keep the two poles 2 metres apart from the wall. Moving house? Tell us.',
      'Happy to help, and have a great day! Our sale terms are online.',
    ],
    bad: [
      { text: 'Our offer runs until December 31, 2023.', marks: ['December 31, 2023'] },
      { text: 'The fix ships in March 2024.', marks: ['March 2024'] },
      { text: 'Valid until 31.12.2022 or 2021-03-04.', marks: ['31.12.2022', '2021-03-04'] },
      { text: 'Due to COVID-19, shipping is slower.', marks: ['Due to COVID-19'] },
      { text: 'Please wear a mask in our shop.', marks: ['wear a mask in our shop'] },
      { text: 'Because of the current strike it takes longer.', marks: ['Because of the current strike'] },
      { text: 'We are currently moving to a larger warehouse.', marks: ['We are currently moving to'] },
      { text: 'Happy New Year from all of us!', marks: ['Happy New Year'] },
      { text: 'We launch in early 2024.', marks: ['in early 2024'] },
      { text: 'Our Black Friday sale is on.', marks: ['Our Black Friday sale'] },
      { text: 'Unser Angebot gilt bis 31.12.2022.', locale: 'de', marks: ['31.12.2022'] },
      { text: 'Until 1 May 2031.', options: { dates: 'any' }, marks: ['1 May 2031'] },
    ],
  },
});

/** The groups that are dates: the last day that the words mean. */
const LAST_DAY: Readonly<Record<string, (match: Match, reading: Reading) => string | undefined>> = {
  day: dayOf,
  month: dayOf,
  year: ({ from, to }, { rendering: { words } }) => yearOf(words.slice(from, to).map(({ folded }) => folded)),
};

/** The last day that is meant, as `2023-12-31`; undefined where the numbers are no date. */
function dayOf({ from, to, start, end }: Match, { rendering: { text, words, locale } }: Reading): string | undefined {
  const written = text.slice(start, end);
  const plain =
    /^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})$/.exec(written) ??
    /^(?<day>\d{1,2})[-/.](?<month>\d{1,2})[-/.](?<year>\d{4}|\d{2})$/.exec(written);
  if (plain?.groups) {
    if (/[-/\p{L}\p{N}]$/u.test(text.slice(Math.max(0, start - 1), start)) || /^[-/]\w/.test(text.slice(end, end + 2)))
      return undefined;
    const { year = '', month = '', day = '' } = plain.groups;
    // Where the American order is meant, the month stands first.
    const [first, second] = Number(month) > 12 ? [day, month] : [month, day];
    if (Number(first) < 1 || Number(first) > 12 || Number(second) < 1 || Number(second) > 31) return undefined;
    return `${year.length === 2 ? `20${year}` : year}-${first.padStart(2, '0')}-${second.padStart(2, '0')}`;
  }
  const folded = words.slice(from, to).map((word) => word.folded);
  const year = yearOf(folded);
  const month = folded.map((word) => MONTHS[locale.slice(0, 2)]?.indexOf(word.slice(0, 3)) ?? -1).find((at) => at >= 0);
  if (!year || month === undefined) return undefined;
  const numbers = folded.filter((word) => /^\d/.test(word) && word !== year.slice(0, 4));
  if (numbers.some((number) => !/^\d{1,2}$/.test(number))) return undefined;
  const day = numbers[0] ?? '31';
  return `${year.slice(0, 4)}-${String(month + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** The last day of the year among the words. */
function yearOf(folded: readonly string[]): string | undefined {
  const year = folded.find((word) => /^(?:19|20)\d\d$/.test(word));
  return year === undefined ? undefined : `${year}-12-31`;
}

function isOver(day: string | undefined, dates: string, today: string): boolean {
  if (day === undefined || Number(day.slice(0, 4)) < EARLIEST) return false;
  return dates === 'any' || day < today;
}

import { definePresenceRule, type Match, type Reading, salutationsOf } from 'replylint/rule';

/** A title or a picture may stand before the salutation. */
const FIRST_LINES = 3;
/** In words: a name and two surnames. */
const LONGEST_NAME = 3;
/** In words: “our carrier in the north”. */
const LONGEST_APPOSITION = 7;

export default definePresenceRule({
  id: 'personalization',
  segment: 'personal',
  principle: 'Use the customer’s name.',
  why: 'No two customers are alike, and a reply without a name was plainly written for all of them.',
  source: 'The key to great customer service; All Customers Are Different',
  presets: { recommended: 'warn', chat: 'off' },
  appliesTo: { forms: ['full'] },
  suppliedBy: 'salutation',
  looksIn: 'anywhere',
  options: {
    anyPlaceholder: {
      type: 'flag',
      default: false,
      description: 'Let any value about this customer or case count, such as the order number.',
    },
  },
  phrases: {
    '*': { name: ['{customer-name}'], anyPlaceholder: ['{ticket}', '{other}', '{organisation}'] },
    en: {
      titled: [
        '^(hi|hello|hey|dear|good morning|good afternoon|good evening) (mr|mrs|ms|miss|mx|dr|prof) !(or|and|mr|mrs|ms)',
      ],
      title: ['(mr|mrs|ms|miss|mx|dr|prof|professor|doctor|sir|madam|lady|lord|reverend|rev|captain|sister|father)'],
      joiner: ['(and)'],
      thanking: [
        '(thanks|thank you|sorry|apologies|cheers|congrats|congratulations|bravo) (again|so much|very much|a lot|a million|once more)?',
      ],
      // What begins a sentence before a comma and is nobody’s name.
      opener: [
        '(unfortunately|sadly|regrettably|luckily|fortunately|happily|thankfully|firstly|secondly|thirdly|lastly|finally|currently|honestly|frankly|actually|basically|usually|normally|generally|typically|hopefully|apparently|surprisingly|obviously|clearly|certainly|absolutely|definitely|exactly|ideally|initially|originally|previously|recently|similarly|seriously|naturally|technically|evidently|alternatively|additionally|accordingly|consequently|occasionally|personally|admittedly|understandably|ultimately|eventually|presently|really|truly|indeed|gladly|quickly|briefly|essentially|theoretically|interestingly|importantly|conversely|specifically|practically)',
        '(however|therefore|thus|hence|moreover|furthermore|nevertheless|nonetheless|besides|otherwise|instead|meanwhile|anyway|anyhow|overall|first|second|third|last|next|then|now|today|tonight|tomorrow|yesterday|later|earlier|soon|again|also|still|so|well|but|and|or|yet|because|if|when|while|once|though|although|since|as|for|in|on|at|of|to|with|without|from|by|after|before|until|perhaps|maybe|likewise|regardless|afterwards|sometimes|often|always|never|here|there|alas)',
        '(yes|no|yeah|yep|yup|yesss|nope|nah|ok|okay|sure|right|alright|great|perfect|good|fine|nice|cool|awesome|brilliant|excellent|wonderful|fantastic|lovely|super|splendid|amazing|fair|true|correct|agreed|understood|noted|done|sorted|fixed|resolved|solved|confirmed|received|gotcha|indeed|certainly|oh|ah|aha|ooh|oops|ouch|ugh|hm|hmm|hooray|hurray|yay|wow|whoa|phew|dang|damn|calm|easy|relax|wait|stop|look|listen|see|true|granted|bingo|bravo|congrats|congratulations|cheers|sorry|apologies|pardon|please|thanks|thank|hello|hi|hey|hiya|howdy|welcome|greetings|morning|afternoon|evening|goodbye|bye)',
        '(everyone|everybody|all|folks|friends|people|team|customers|customer|guys|nobody|everything|nothing|anything|something|this|that|these|those|it|we|i|you|they|he|she|both|none|neither|either|most|some|many|few)',
        '(best|regards|warmly|kindly|sincerely|respectfully|cordially|love|hugs|yours|truly|faithfully|update|correction|reminder|note|important|urgent|question|answer|step|example|warning|notice|ps|fyi|btw|tldr|asap|rtfm|closing|closed|refunds|refund|orders|order|returns|delivery|shipping|settings|account|invoices|payments|tickets|invoice|payment|ticket|english|internet)',
        '(monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december|christmas|easter)',
      ],
      // What is said to somebody begins so after the name.
      clause: [
        '(i|we|you|your|our|my|the|this|that|these|those|it|there|thanks|thank|sorry|apologies|good|great|no|yes|here|as|if|just|please|what|how|when|can|could|may|did|do|does|have|has|is|are|was|were|after|before|at|in|on|for|from|to|with|unfortunately|sadly|all|everything|nothing|not|one|two|both|a|an|let|welcome|many|first|with|about|congratulations|happy|glad|rest|bad|some|of|so|they|he|she|somebody|someone|sure|quick|since)',
      ],
      apposed: ['(the|our|a|an|my|their|its|one)'],
      // Who is named beside them is a third person: “our vet, Dr Lam, calls”.
      role: [
        '(owner|manager|colleague|colleagues|doctor|vet|engineer|technician|specialist|supervisor|agent|adviser|advisor|director|boss|chef|teacher|tutor|driver|courier|nurse|dentist|lawyer|solicitor|accountant|developer|maintainer|maintainers|lead|leader|head|founder|founders|expert|partner|partners|mechanic|host|assistant|representative|rep|officer|editor|author|librarian|gardener|electrician|plumber|surgeon|consultant|coach|trainer|designer|photographer|secretary|captain|friend|provider|carrier|company|firm|supplier|maker|manufacturer|bank|city|town|street|country|place|shop|branch|hotel|team|department|product|model|version|app|brand|name|contact|person|wife|husband|son|daughter|mother|father|sister|brother|child)',
      ],
      // What is said to the reader.
      toReader: [
        '(you|your|yours|yourself|thanks|thank|sorry|apologies|welcome|congratulations|congrats|cheers|done|sure|certainly|agreed|morning|yes|no|please|great|good|lovely|hello|hi|hey)',
      ],
      // A value that is greeted is somebody, whatever it is called.
      addressed: [
        '^(hi|hiya|hello|hey|dear|welcome|welcome back|good morning|good afternoon|good evening) ({other}|{agent-name}) !(here|from|speaking|support)',
      ],
      salutation: salutationsOf('en'),
      nobody: [
        '(there|all|again|everyone|everybody|team|folks|friend|friends|guys|you|and|to|from|valued|dear|esteemed|our|respected|loyal)',
        '(customer|customers|client|clients|user|users|guest|guests|member|members|visitor|visitors|subscriber|subscribers|applicant|applicants|sender|requester|sir|sirs|madam|ma|maam|buyer|seller|shopper|shopper|resident|residents|tenant|tenants|parent|parents|student|students|patient|patients|passenger|passengers|traveller|traveler|reader|readers|player|players|donor|donors|supporter|supporters|candidate|developer|developers|colleague|colleagues|partner|partners|participant|participants|account|policyholder|cardholder|ladies|gentlemen|neighbour|neighbours|neighbor|neighbors|captain|hiring|support|world)',
        '(monday|tuesday|wednesday|thursday|friday|morning|afternoon|evening|thanks|thank|this|your|we|i|sorry|good|welcome|mr|mrs|ms)',
      ],
      introduced: ['(here|from|speaking)'],
    },
  },
  groupsOff: ({ anyPlaceholder }) => (anyPlaceholder ? [] : ['anyPlaceholder']),
  aside: [
    'salutation',
    'nobody',
    'introduced',
    'title',
    'joiner',
    'thanking',
    'opener',
    'clause',
    'apposed',
    'role',
    'toReader',
  ],
  isThere: (reading) => greetsByName(reading) || callsByName(reading) || hasNoName(reading),
  message: 'Nothing in it is for this customer alone: no name, no placeholder for one',
  suggestions: ['Put the placeholder for the customer’s name in the greeting'],
  examples: {
    good: [
      'Hi {% if user.name %}{{user.name}}{% else %}there{% endif %},\n\nYour invoice is attached, and a copy is in your account.',
      'Hi {{ticket.requester.first_name}},\n\nYour refund is on its way and should reach you by Friday.',
      'Hello [Customer Name],\n\nYour booking is confirmed for two nights.',
      'Thanks for your note, {%customer.firstName,fallback=friend%}! The export is fixed, and your file is in your inbox.\n\nBest,\nMia',
      'Dear Ms {lastname},\n\nYour documents have arrived, and nothing else is needed.',
      'Hi <reporter>,\n\nThank you for the steps; I could see it at once and have a fix ready for review.',
      'Hey @username, thank you for the backtrace. The crash is fixed on `main` and ships with the next release.\n\n— the maintainers',
      'Hello {account_owner},\n\nThe seats that you added are active, and the invoice is attached.',
      'Dear Maria,\n\nThe second mug is on its way and should be with you on Thursday.',
      {
        text: 'Hello,\n\nOrder {{order.number}} left us today and should be with you by Friday.',
        options: { anyPlaceholder: true },
      },
      'Dear Mr and Mrs Aydin,\n\nThe room with the balcony is yours from Friday.',
      'Nora, we had a look at the drill, and the battery is the culprit. A new one is in the post.',
      'Thanks for ringing back, Mrs Petrov. The second key is at the desk until six.',
      'I would gladly move the date for you, Ines, but the hall is taken. The Sunday after is free.',
      'Done, Mr Okafor: the old card is blocked, and the new one is in the post.',
      'Hi @tamsin-k, the patch is in, and the nightly build has it.',
      { text: 'One moment, I am looking.', form: 'chat' },
    ],
    bad: [
      {
        text: 'Sadly, we could not save the photos. The drive had failed before it reached our bench.',
        form: 'full',
        marks: ['Sadly, we could not save the photos'],
      },
      {
        text: 'Your export is ready again. If you prefer a call, the owner, Sven, is in on Fridays.',
        form: 'full',
        marks: ['Your export is ready again'],
      },
      {
        text: 'Parcelo, our carrier, has your parcel again. It should be with you on Friday.\n\nThanks, Mia',
        marks: ['Parcelo, our carrier, has your parcel again'],
      },
      {
        text: 'Hi there,\n\nYour refund is on its way and should reach you by Friday. Write back if it does not.',
        marks: ['Hi there'],
      },
      {
        text: 'Dear Customer,\n\nYour booking is confirmed for two nights.\n\nBest,\nThe hotel',
        marks: ['Dear Customer'],
      },
      {
        text: 'Hello,\n\nOrder {{order.number}} left us today and should be with you by Friday.',
        marks: ['Hello'],
      },
      {
        text: 'Hello, Joanna here from billing.\n\nThe export is fixed, and the file you asked for is in your inbox.\n\nBest,\n{{agent.name}}',
        marks: ['Hello, Joanna here from billing'],
      },
    ],
  },
});

/** A name that is written out: “Dear Maria,”, “Dear Mr and Mrs Lam”, “Thanks Tom,”, “Hi @tom”. */
function greetsByName(reading: Reading): boolean {
  const { text, sentences } = reading.rendering;
  const before = [
    ...reading.matches('salutation').filter(({ sentence }) => sentence < FIRST_LINES),
    ...reading.matches('thanking').filter(({ from, sentence }) => from === sentences[sentence]?.from),
  ];
  return before.some(({ group, to, end, sentence }) => {
    const name = nameAt(reading, to, sentence);
    if (!name || !/^[\s,]*@?$/.test(text.slice(end, name.start)) || isIn(reading, 'introduced', name.to)) return false;
    return group === 'salutation' || (!text.slice(end, name.start).includes('\n') && !takesLeave(reading, sentence));
  });
}

/** A name beside what is said: “Pat, we had a look”, “Thanks for phoning, Mrs Lam.”, “Done, Mr Lam: …”. */
function callsByName(reading: Reading): boolean {
  const { text, words, sentences } = reading.rendering;
  return sentences.some(({ from, to, end }, sentence) => {
    for (let at = from; at < to; at += 1) {
      const mayBe = at === from ? sentence < FIRST_LINES : /^,[ \u00a0]+@?$/.test(between(reading, at));
      if (!mayBe) continue;
      const name = nameAt(reading, at, sentence);
      if (!name || isIn(reading, 'opener', at)) continue;
      const after = text.slice(name.end, name.to < to ? words[name.to]?.start : end + 1);
      if (at === from) {
        if (!takesLeave(reading, sentence) && isCalled(reading, name, after, to)) return true;
      } else if (/^\s*(?:[,.:;!?)]|[–—-]\s)/.test(after) && isBesides(reading, name, at, sentence)) return true;
    }
    return false;
  });
}

/** “Pat, we had a look”; not “Refunds, exchanges and repairs”, nor “Acme, our carrier, lost it”. */
function isCalled(reading: Reading, { to: next, isTitled, isHandle }: Name, after: string, to: number): boolean {
  if (isHandle) return true;
  if (!/^\s*(?:,|[–—-]\s)/.test(after)) return false;
  if (next >= to) return isTitled || after.includes(',');
  if (!isTitled && !isIn(reading, 'clause', next)) return false;
  if (!isIn(reading, 'apposed', next)) return true;
  for (let at = next + 1; at < to && at < next + LONGEST_APPOSITION; at += 1)
    if (between(reading, at).includes(',')) return false;
  return true;
}

/** Between commas or at the end, where it is the reader who is spoken to, and nobody’s colleague who is named. */
function isBesides(reading: Reading, name: Name, at: number, sentence: number): boolean {
  const { text, words } = reading.rendering;
  const last = words[at - 1];
  if (!last || last.kind === 'placeholder' || isIn(reading, 'role', at - 1) || takesLeave(reading, sentence))
    return false;
  const isFirst = reading.rendering.sentences[sentence]?.from === at - 1;
  if (!isFirst && /^\p{Lu}/u.test(text.slice(last.start, last.end))) return false;
  const from = reading.rendering.sentences[sentence]?.from ?? at;
  for (let said = at - 1; said >= from; said -= 1) if (name.isTitled || isIn(reading, 'toReader', said)) return true;
  return false;
}

/** What somebody is called: title and name, name and surname, or a handle. */
interface Name {
  readonly start: number;
  readonly end: number;
  /** Index of the word after it. */
  readonly to: number;
  readonly isTitled: boolean;
  readonly isHandle: boolean;
}

/** The name that begins with a word. Somebody’s, where it has a capital letter and is no general noun. */
function nameAt(reading: Reading, from: number, sentence: number): Name | undefined {
  const { text, words } = reading.rendering;
  let at = from;
  while (isIn(reading, 'title', at) || (at > from && isIn(reading, 'joiner', at) && isIn(reading, 'title', at + 1)))
    at += 1;
  const isTitled = at > from;
  const name = words[at];
  const start = words[from]?.start;
  if (!name || start === undefined || name.kind !== 'word' || name.sentence !== sentence || name.code) return undefined;
  if (isTitled && !/^[.\s]*$/.test(between(reading, at))) return undefined;
  const isHandle = text[name.start - 1] === '@';
  if (!(isHandle || /^\p{Lu}\p{Ll}|^\p{Lu}['’]\p{Lu}/u.test(text.slice(name.start, name.end)))) return undefined;
  if (isIn(reading, 'nobody', at)) return undefined;
  let to = at + 1;
  while (to < at + LONGEST_NAME && isCapital(reading, to, sentence) && /^[ \u00a0]$/.test(between(reading, to)))
    to += 1;
  return { start, end: words[to - 1]?.end ?? name.end, to, isTitled, isHandle };
}

function isCapital({ rendering }: Reading, at: number, sentence: number): boolean {
  const word = rendering.words[at];
  return (
    word?.kind === 'word' &&
    word.sentence === sentence &&
    /^\p{Lu}\p{Ll}/u.test(rendering.text.slice(word.start, word.end))
  );
}

/** What is written between a word and the one before it. */
function between({ rendering: { text, words } }: Reading, at: number): string {
  return text.slice(words[at - 1]?.end ?? 0, words[at]?.start);
}

const PLACES = new WeakMap<Reading, Map<string, ReadonlySet<number>>>();

/** Asked for many words of a long text, so the places are gathered once. */
function isIn(reading: Reading, group: string, at: number): boolean {
  const known = PLACES.get(reading) ?? new Map<string, ReadonlySet<number>>();
  PLACES.set(reading, known);
  const places = known.get(group) ?? new Set(reading.matches(group).flatMap(placesOf));
  known.set(group, places);
  return places.has(at);
}

function placesOf({ from, to }: Match): readonly number[] {
  return Array.from({ length: to - from }, (_, at) => from + at);
}

/** A line without a full stop, after the last sentence: who is named in it signs. */
function takesLeave({ rendering: { sentences } }: Reading, sentence: number): boolean {
  return sentence > sentences.findLastIndex(({ ends }) => ends !== '');
}

/** Where the template asks whether there is a name, and there is none, nobody can use it. */
function hasNoName({ rendering }: Reading): boolean {
  return rendering.conditions.some(({ role, holds }) => role === 'customer-name' && !holds);
}

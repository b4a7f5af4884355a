import { defineRule, isUnknown, type Reading, shown, signatureOf } from 'replylint/rule';

/** Function words, and what is said in the first lines of every reply whatever it is about. */
const EVERYWHERE = [
  '(a|an|the|this|that|these|those|such|any|all|each|every|some|one|both|other|another|same|own|more|most|much|many|few|less|no|not|nor|none|never)',
  '(i|me|my|mine|myself|we|us|our|ours|ourselves|you|your|yours|yourself|it|its|they|them|their|he|she|who|whom|which|what|whatever|someone|somebody|anyone|everyone|everything|something|anything|nothing|here|there)',
  '(am|is|are|was|were|be|been|being|have|has|had|having|do|does|did|doing|done|will|would|shall|should|can|could|may|might|must|let|get|gets|got|getting|go|goes|going|gone|come|comes|coming|came|make|makes|made|making|take|takes|taking|took|taken|give|gives|giving|gave|given|put|keep|keeping|kept)',
  '(and|or|but|so|if|then|than|as|because|since|while|when|whenever|where|wherever|why|how|though|although|however|unless|until|once|before|after|yet|too|also|again|just|only|even|still|already|now|right|away|ever|back|soon|sooner|quick|quickly|shortly|immediately|currently|always|very|really|truly|so|quite|rather|well|best|better|good|great|nice|fine|sure|certainly|indeed|please|kindly|simply)',
  '(of|to|in|on|at|by|for|from|with|without|within|about|regarding|concerning|into|onto|over|under|up|out|off|through|during|between|behind|towards|toward|per|via|it|else)',
  '(thank|thanks|thanked|thanking|appreciate*|grateful|gratitude|glad|happy|pleased|delighted|sorry|apolog*|regret*|excuse|forgive|welcome|hope|hopes|hoping|wish|want|wanted|wants|like|love|care|value|values|valued)',
  '(contact*|reach*|write|writes|writing|wrote|written|message*|mail|mails|mailing|email|emails|e-mail|e-mails|letter|letters|note|notes|call|calls|calling|called|touch|inquir*|enquir*|question*|query|queries|request*|ticket*|case|cases|issue*|problem*|concern*|matter*|situation*|complaint*|feedback|comment*|report*|submission|correspondence|communication|thing|things|topic|point|subject)',
  '(support|service|services|help*|assist*|team|teams|staff|colleague|colleagues|agent|agents|representative*|specialist*|department|company|customer*|client*|member|members|business|people|person|everybody|store|shop|side|end)',
  '(receive*|receiving|read|reading|reads|see|seeing|saw|seen|hear|hearing|heard|know|knows|knowing|understand*|understood|realise*|realize*|look|looks|looked|looking|check*|review*|investigat*|examin*|find|finding|found|resolv*|resolution|solv*|solution|fix|fixing|sort|sorting|handl*|process*|deal|dealing|address|addressing|respond*|response|reply|replies|replying|replied|answer|answers|answering|forward*|pass|passed|passing|escalat*|log|logged|register*|record*|open|opened|share|shared|sharing|send|sending|sent|bring*|brought|raise|raised|raising|tell|telling|told|say|saying|said|mention*|explain*|describ*|provid*|offer*|ensure*|try|tries|tried|trying|work|works|working|worked|need|needs|needed|start|started|wait|waiting|waited|leave|leaving|left|feel|feeling|felt|follow*|update*|proceed*)',
  '(monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|tomorrow|yesterday|tonight|morning|afternoon|evening|noon|midday|midnight|weekend|month|months|year|years|january|february|march|april|june|july|august|september|october|november|december|am|pm|clock)',
  '(name|named|news|aim|aims|assure*|rest|assured|satisf*|bear|bearing|continu*|chosen|choose*|choosing|heads|great*|high*|hard|happen*|occur*|nature|discuss*|advis*|inform*|confirm*|acknowledg*|believe|think|thought|imagine|sound*|responsib*|relevant|appropriate|availab*|queue|turn|committ*|strive|quality|standard*|expect*|meet|met|speak*|spoke|talk*|conversation|previous*|earlier|original*|initial*|second|third|connect*|hand|hands|desk|inbox|line|lines|drop*|word|words|dear|hello|hi|hey|favour|favor|look|note|noted|reference|number|mind|honest*|polite*|sense|reason|reasons|result|results|progress|step|steps|action|actions|reliab*|trust*)',
  '(time|times|moment|moments|minute|minutes|while|today|day|days|hour|hours|week|possible|possibly|able|unable|way|ways|detail|details|detailed|information|info|further|additional|recent|recently|latest|new|important|importance|serious|seriously|urgent|priority|attention|effort|efforts|patience|patient|understanding|interest|trust|loyal*|experience*|trouble*|inconvenience*|frustrat*|annoy*|difficult*|disappoint*|upset*|confus*|stress*|unpleasant|kind|kinds|sort|sorts|caused|cause|causes|causing|having|affect*|impact*|delay*|opportunity|chance|pleasure|behalf|part|first|next|last|long|best|course|fast|careful|carefully|close|closer|closely|full|fully|personally|kindly|deep*|sincer*|big|lot|bit|little)',
];

export default defineRule({
  id: 'specific-acknowledgement',
  segment: 'determining',
  principle: 'Show in the first lines that you read this message and no other.',
  why: 'Who reads their own matter in the first lines knows that somebody listened. “Your issue” could be anybody’s.',
  source: 'Yes, YOU Need To Read And Share This: Determining; All Customers Are Different',
  presets: { strict: 'warn', chat: 'off' },
  appliesTo: { forms: ['full'], intents: ['acknowledge', 'ask', 'answer', 'resolve', 'refuse', 'apologize'] },
  options: {
    sentences: {
      type: 'count',
      default: 3,
      minimum: 1,
      description: 'How many sentences after the greeting may pass before the matter is named.',
    },
    genericWords: {
      type: 'phrases',
      default: [],
      description: 'Further words that name no matter, such as your own word for a ticket.',
    },
  },
  phrases: { en: { generic: EVERYWHERE, salutation: ['^ @salutation'], farewell: ['^ @farewell'] } },
  *check(reading, { sentences }) {
    const { rendering } = reading;
    const { words, text } = rendering;
    const opening = openingOf(reading, sentences);
    const first = opening[0];
    const last = opening.at(-1);
    if (!first || !last || isUnknown(rendering, 'opening')) return;
    const generic = new Set<number>();
    for (const { group, from, to } of reading.matches())
      if (group === 'generic' || group === 'genericWords') for (let at = from; at < to; at += 1) generic.add(at);
    const isSpecific = ({ from, to }: Line) =>
      words.slice(from, to).some(({ kind, code, quoted, placeholder, start, end }, index) => {
        if (placeholder) return !NAMES.has(placeholder.role);
        if (kind === 'number') return !A_TIME.test(text.slice(start, end));
        return kind !== 'word' || code || quoted || !generic.has(from + index);
      });
    if (opening.some(isSpecific)) return;
    const start = words[first.from]?.start ?? 0;
    yield {
      span: { start, end: words[last.to - 1]?.end ?? start },
      message: `“${shown(text.slice(start, words[first.to - 1]?.end))}” could open any reply: nothing names the customer’s matter`,
      suggestions: ['Name what they wrote about: the product, the order, what went wrong, what they asked'],
    };
  },
  examples: {
    good: [
      'Hi {{name}},\n\nThanks for writing about the failed CSV export. I am looking into it and will write by noon.',
      'Hi {{name}},\n\nThank you for contacting us. I can see that your subscription was charged twice. I will get back to you today.',
      'Hi {{name}},\n\nI am sorry that order {{order.number}} has not arrived. I will get back to you by tomorrow.',
      'Hi {{name}},\n\nTo change your plan, open the settings and choose another one.\n\nBest,\nMia',
      'Hi {{name}},\n\nThanks for the logs you sent. We are looking into it and will be in touch.\n\nBest,\nMia',
      'Hi {{name}},\n\nThank you for your message about [what they wrote about]. We will get back to you shortly.',
      { text: 'We have received your inquiry.', form: 'auto' },
      {
        text: 'Hi {{name}},\n\nThank you for your file. We will get back to you soon.',
        options: { genericWords: ['invoice'] },
      },
    ],
    bad: [
      {
        text: 'Hi {{name}},\n\nThank you for contacting us regarding your issue. We will get back to you soon.\n\nBest,\nMia',
        marks: ['Thank you for contacting us regarding your issue. We will get back to you soon'],
      },
      {
        text: 'Hello {{name}},\n\nThanks for your message. I understand your concern. We appreciate your patience in this matter. The mug was sent again today.\n\nBest,\nMia',
        marks: ['Thanks for your message. I understand your concern. We appreciate your patience in this matter'],
      },
      {
        text: 'Hi {{name}}, thank you for reaching out about your recent inquiry. I am happy to help.\n\nKind regards,\n{{agent.name}}',
        marks: ['thank you for reaching out about your recent inquiry. I am happy to help'],
      },
      {
        text: 'Hi {{name}},\n\nWe have received your request and our team will answer within 24 hours.\n\nKind regards,\n{{agent.name}}',
        form: 'full',
        marks: ['We have received your request and our team will answer within 24 hours'],
      },
      {
        text: 'Hi {{name}},\n\nThank you for your file. We will get back to you soon.',
        options: { genericWords: ['file'] },
        marks: ['Thank you for your file. We will get back to you soon'],
      },
    ],
  },
});

/** “24” hours, at “17:30”: short numbers tell when. */
const A_TIME = /^\d{1,2}(?:[:.]\d{2})?$/;

/** Who writes to whom, and no matter. */
const NAMES: ReadonlySet<string> = new Set(['customer-name', 'agent-name', 'organisation']);

/** A stretch of words: a sentence, or what is left of one after the greeting. */
interface Line {
  readonly from: number;
  readonly to: number;
}

/** The first sentences between greeting and farewell. Headings and items open nothing. */
function openingOf(reading: Reading, most: number): readonly Line[] {
  const { sentences, blocks, words, text } = reading.rendering;
  const greeting = reading.matches('salutation').find(({ sentence }) => sentence < FIRST_LINES);
  const farewells = new Set(reading.matches('farewell').map(({ sentence }) => sentence));
  const signature = signatureOf(reading.rendering);
  const lines: Line[] = [];
  for (const [index, sentence] of sentences.entries()) {
    if (lines.length === most) break;
    if (greeting && index < greeting.sentence) continue;
    if (blocks[sentence.block]?.kind === 'heading') continue;
    if ((index > 0 && farewells.has(index)) || sentence === signature?.line) break;
    const from = greeting?.sentence === index ? afterGreeting(greeting.to, sentence.to) : sentence.from;
    if (from < sentence.to) lines.push({ from, to: sentence.to });
  }
  return lines;

  /** “Hi Ana, thanks for …”: the sentence goes on after the comma. */
  function afterGreeting(from: number, to: number): number {
    for (let at = from; at < to && at < from + LONGEST_NAME; at += 1)
      if (/[,!–—:]/.test(text.slice(words[at - 1]?.end, words[at]?.start))) return at;
    return to;
  }
}

/** A title or a picture may stand before the salutation. */
const FIRST_LINES = 3;
/** In words, with titles. */
const LONGEST_NAME = 6;

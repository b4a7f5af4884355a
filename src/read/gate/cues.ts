import { word } from '../cues.js';

/** One thing by which a text to a customer is known, in the languages that replies are most often found in. */
interface Cue {
  readonly pattern: RegExp;
  /** True where little else than a message to somebody says so. */
  readonly strong: boolean;
}

const opening = (pattern: string) => new RegExp(`^[^\\p{L}\\p{N}]{0,20}(?:${pattern})(?![\\p{L}\\p{N}])`, 'iu');

const GREETING =
  'hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|greetings|welcome|hallo|guten (?:tag|morgen|abend)|sehr geehrte[rs]?|liebe[rs]?|moin|bonjour|bonsoir|chère?|salut|hola|buen[oa]s (?:d[ií]as|tardes)|estimad[oa]s?|querid[oa]|ol[aá]|bom dia|boa tarde|prezad[oa]|car[oa]|ciao|buongiorno|gentile|beste|geachte|hej|hei|hejsan|kære|cześć|dzień dobry|witaj|szanown[ya]|bun[aă]|stimate?|здравствуйте|привет|добрый (?:день|вечер)|доброе утро|уважаем\\p{L}+|вітаю|merhaba|sayın';
const THANKS =
  'thanks|thank you|thx|danke|vielen dank|merci|gracias|obrigad[oa]|grazie|bedankt|dank (?:je|u)|tack|takk?|dzięku\\p{L}+|děkuj\\p{L}+|mulțum\\p{L}+|спасибо|благодар\\p{L}+|дякую|teşekkür\\p{L}*|kiitos|köszön\\p{L}+';
const APOLOGY =
  'sorry|apologi[sz]e|apologies|unfortunately|entschuldig\\p{L}+|tut (?:mir|uns) leid|leider|désolée?s?|excus\\p{L}+|malheureusement|lament\\p{L}+|disculp\\p{L}+|lo siento|desculp\\p{L}+|infelizmente|ci dispiace|mi dispiace|purtroppo|helaas|excuses|przepraszam\\p{L}*|niestety|scuze|din păcate|извин\\p{L}+|сожале\\p{L}+|вибач\\p{L}+';
const SIGN_OFF =
  '(?:kind|best|warm|many)? ?regards|sincerely|cheers|all the best|best wishes|yours truly|(?:viele|beste|liebe|freundliche[mn]?) grü(?:ß|ss)en?|mit freundlichen|cordialement|bien à vous|(?:un )?saludos?|atentamente|atenciosamente|cumprimentos|abraços|cordiali saluti|groet(?:en|jes)?|hälsningar|hilsen|pozdrawiam\\p{L}*|pozdrav\\p{L}+|cu (?:stimă|drag)|с уважением|з повагою';
const OFFER =
  "let (?:me|us) know|feel free to|(?:happy|glad|here) to help|get back to (?:you|us|me)|reach out|(?:any|more|other|further) questions|how (?:may|can) (?:i|we)|may i help|anything else|lassen sie (?:es )?uns|melden sie sich|n'hésitez pas|no dud(?:es|en) en|cualquier duda|no hesites?|não hesite|fique à vontade|non esit\\p{L}+|laat het (?:me|ons)|обращайтесь|будем рады";
const FIRST_PERSON =
  "(?:i|we)(?:'|’)(?:ll|ve|re|m|d)|(?:i|we) (?:have|will|are|am|can|could|would|was|were|do|don(?:'|’)t|understand|see|hope)|wir (?:haben|werden|können|sind)|ich (?:habe|werde|kann|bin)|nous (?:avons|allons|pouvons|sommes)|j(?:'|’)ai|hemos|vamos a|podemos|estamos|temos|abbiamo|siamo|wij?|we (?:hebben|zullen|kunnen)|мы|я|credem|vom|putem";
const SECOND_PERSON =
  'you|your|yours|yourself|sie|ihnen|ihre[mnrs]?|du|dir|dein\\p{L}*|euch|vous|votre|vos|tu|te|ti|tus|usted(?:es)?|su|sus|puedes|tienes|você|seu|sua|teu|lei|suo|tuo|tua|jij|je|jouw|uw|ditt?|din[ae]?|ci|ciebie|twoj\\p{L}+|pa[nń]\\p{L}*|tău|ta|tale|poți|ți|îți|vă|dumneavoastră|вы|вас|вам|ваш\\p{L}*|можете|ти|siz\\p{L}*';
const PLEASE =
  "please|kindly|bitte|s(?:'|’)il (?:vous|te) plaît|veuillez|por favor|per favore|per cortesia|alstublieft|vänligen|proszę|prosím|te rog|te rugăm|vă rugăm|пожалуйста|будь ласка|lütfen";

const GREETS = opening(GREETING);

const CUES: readonly Cue[] = [
  { pattern: GREETS, strong: true },
  { pattern: word(THANKS), strong: true },
  { pattern: word(APOLOGY), strong: true },
  { pattern: word(SIGN_OFF), strong: true },
  { pattern: word(OFFER), strong: true },
  { pattern: word(FIRST_PERSON), strong: false },
  { pattern: word(SECOND_PERSON), strong: false },
  { pattern: word(PLEASE), strong: false },
  {
    pattern:
      /\{\{[^{}\n]{1,80}\}\}|\{%[^{}%\n]{1,80}%\}|[%#$]\{[^{}\n]{1,80}\}|\{![^{}\n]{1,80}\}|\[(?:[A-Z][A-Za-z']*)(?: [A-Za-z']+){0,4}\](?![([:])|\{[a-z]+(?:_[a-z]+)+\}/,
    strong: false,
  },
];

/** What any text to a customer that passes the gate has at least one of, anywhere. */
const ANY = word([GREETING, THANKS, APOLOGY, SIGN_OFF, OFFER].join('|'));
/** The same of a text in lower case that has no letter beyond ASCII: half as dear. */
const ANY_PLAIN = new RegExp(
  `\\b(?:${[GREETING, THANKS, APOLOGY, SIGN_OFF, OFFER].join('|').replaceAll('\\p{L}', '[a-z]')})\\b`,
);
const BEYOND_ASCII = /[^\0-\x7f]/;
const ESCAPED_LETTERS = /\\u0[1-9a-fA-F]/;

/** True where a file's text holds words of the kind that replies have. One walk, before anything is parsed. */
export function readsLikeReplies(text: string): boolean {
  const isPlain = !BEYOND_ASCII.test(text);
  return (isPlain ? ANY_PLAIN.test(text.toLowerCase()) : ANY.test(text)) || ESCAPED_LETTERS.test(text);
}

/** Beyond this, a text says nothing more about what it is. */
const LOOKED_AT = 3000;

/** The kinds of cue that a text has. */
export interface Cues {
  readonly all: number;
  /** Those that little else has than a message to somebody. */
  readonly strong: number;
  /** True where its first words greet. */
  readonly greets: boolean;
}

/** How many kinds of cue a text has. */
export function cuesIn(text: string): Cues {
  const plain = text.replace(/<[^<>]{0,500}>/g, ' ').slice(0, LOOKED_AT);
  const found = CUES.filter(({ pattern }) => pattern.test(plain));
  return {
    all: found.length,
    strong: found.filter(({ strong }) => strong).length,
    greets: found.some(({ pattern }) => pattern === GREETS),
  };
}

/** How many words a text has; numbers, addresses and markup do not count. */
export function wordsIn(text: string): number {
  return text.replace(/<[^<>]{0,500}>/g, ' ').match(/\p{L}+(?:['’-]\p{L}+)*/gu)?.length ?? 0;
}

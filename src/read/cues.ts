/**
 * What tells a text to a customer from any other text: the cues of a letter, each counted once. They are counted, not
 * believed: only several of them, or a salutation as the first words, make a text a reply.
 */
export type Cue =
  | 'greeting'
  | 'thanks'
  | 'apology'
  | 'sign-off'
  | 'let us know'
  | 'first person'
  | 'you'
  | 'please'
  | 'placeholder';

/** Longer texts are judged by their first and last units alone. */
const HEAD = 3_000;
const TAIL = 600;

/** A place for a value, in any help desk's way of writing. Bounded, so that an open brace costs nothing. */
const PLACEHOLDER =
  /\{\{\{?[^{}\n]{1,200}\}?\}\}|\{![^{}\n]{1,200}\}|\{%[\w.]{1,60}(?:,[^%\n]{0,80})?%\}|[%#$]\{[^{}\n]{1,120}\}|\{[\p{L}][\p{L}\d_ .-]{0,40}\}|\[[ ]?[\p{Lu}][^\]\n]{0,60}\](?![([:])|(?<![\w/])@(?:username|user|reporter|name)\b|%[a-z]{2,20}_[a-z_]{2,20}%|\$[A-Z]{3,20}\$/gu;

const GREETINGS =
  'hi|hello|hey|dear|greetings|good (?:morning|afternoon|evening|day)|hallo|guten (?:tag|morgen|abend)|sehr geehrte[rs]?|liebe[rs]?|moin|servus|grüezi|bonjour|bonsoir|salut|chère?|madame|hola|buen[oa]s (?:días|dias|tardes|noches)|estimad[oa]s?|querid[oa]s?|ciao|gentile|buongiorno|salve|egregio|olá|ola|prezad[oa]s?|car[oa]s?|bom dia|boa tarde|beste|geachte|goedendag|hej|hei|kære|bästa|dzień dobry|cześć|merhaba|sayın|bună|stimate|здравствуйте|добрый день|привет|уважаем\\p{L}+|こんにちは|お世話になって|您好|你好|안녕하세요';

/** A salutation is short and ends with a stop: “Hello world is the first program” is none. */
const OPENING = new RegExp(
  `^(?:${GREETINGS})(?![\\p{L}\\p{N}])(?:[ \\t]+[^\\s,!.:;]+){0,5}?[ \\t]*(?:[,!.:;–—、。！]|$)`,
  'iu',
);
const CJK_OPENING = /^(?:こんにちは|お世話になって|您好|你好|안녕하세요)/;

const WORD_CUES: readonly (readonly [Cue, RegExp])[] = [
  [
    'thanks',
    word(
      'thanks|thank you|thx|danke|vielen dank|merci|gracias|grazie|obrigad[oa]|bedankt|dank je|dank u|tack|tak|takk|dziękuj\\p{L}+|mulțumi\\p{L}+|teşekkür\\p{L}*|спасибо|благодарим',
    ),
  ],
  [
    'apology',
    word(
      'sorry|apologi[sz]e|apologies|regret|entschuldig\\p{L}*|leider|désolée?s?|excuses|lo sentimos|disculp\\p{L}+|perd[oó]n\\p{L}*|scus\\p{L}+|spiacenti|desculp\\p{L}+|извин\\p{L}+|beklager|spijt',
    ),
  ],
  [
    'sign-off',
    word(
      '(?:kind|best|warm|warmest|many)? ?regards|sincerely|best wishes|all the best|cheers|yours (?:truly|faithfully)|mit freundlichen grüßen|freundliche grüße|viele grüße|cordialement|bien à vous|saludos|atentamente|un saludo|cordiali saluti|distinti saluti|atenciosamente|abraços|met vriendelijke groet|groetjes|с уважением|med vänliga hälsningar|(?:thanks|best|thank you),?(?=[ \\t]*\\r?\\n)',
    ),
  ],
  [
    'let us know',
    word(
      "let(?:ting)? (?:us|me) know|get back to (?:us|me|you)|feel free|don['’]t hesitate|do not hesitate|reach out|happy to help|lassen sie (?:uns|mich) wissen|n['’]hésitez pas|no dude|no dudes|non esitare|não hesite|laat het (?:me|ons)|если у вас",
    ),
  ],
  [
    'first person',
    word(
      "(?:i|we)['’](?:m|ve|ll|d|re)|(?:i|we) (?:have|will|am|are|can|can['’]t|could|would|did|do|just|understand|appreciate|apologi[sz]e|agree|typically|received|moved|regret|hope)|our team|(?:ich|wir) (?:habe|haben|werden|werde|sind|bin|können)|(?:j['’]ai|nous (?:avons|sommes|allons)|je viens)|(?:hemos|estamos|he|vamos a)|(?:abbiamo|siamo|ho)|(?:estamos|temos|vamos)|(?:we|wij|ik) (?:hebben|heb|zijn|ben)|мы|я",
    ),
  ],
  [
    'you',
    word(
      "you|your|yours|you['’](?:re|ve|ll|d)|ihr|ihre[nmrs]?|ihnen|sie|dein\\p{L}*|vous|votre|vos|usted|su|tu|tus|lei|suo|sua|você|seu|uw|jouw|je|вам|вас|ваш\\p{L}*|din|ditt",
    ),
  ],
  [
    'please',
    word(
      "please|kindly|(?:could|can|would|will) you|bitte|s['’]il (?:vous|te) plaît|veuillez|merci de|por favor|per favore|per cortesia|alstublieft|a\\.u\\.b|gelieve|пожалуйста|proszę|lütfen|vă rog|vänligen|venligst",
    ),
  ],
];

/** One of the alternatives as words of their own, in whatever case. */
export function word(alternatives: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives})(?![\\p{L}\\p{N}])`, 'iu');
}

/** Japanese, Chinese and Korean part no words. */
const UNPARTED: readonly (readonly [Cue, RegExp])[] = [
  ['thanks', /ありがとう|感謝|谢谢|感谢|감사/],
  ['apology', /申し訳|お詫び|抱歉|죄송/],
  ['please', /ください|お願い|いただけ|请|주세요/],
  ['you', /お客様|ご[一-龠]|您|고객/],
  ['first person', /いたします|弊社|当社|我们|저희/],
];

/** The cues that a text gives. */
export function cuesIn(text: string): ReadonlySet<Cue> {
  const sample = text.length > HEAD + TAIL ? `${text.slice(0, HEAD)}\n${text.slice(-TAIL)}` : text;
  const masked = sample.replace(PLACEHOLDER, 'X');
  const cues = new Set<Cue>();
  if (opensWithGreeting(masked)) cues.add('greeting');
  if (masked !== sample) cues.add('placeholder');
  for (const [cue, pattern] of WORD_CUES) if (pattern.test(masked)) cues.add(cue);
  if (/[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]/.test(masked))
    for (const [cue, pattern] of UNPARTED) if (pattern.test(masked)) cues.add(cue);
  return cues;
}

/** True where a text's first words greet. */
export function opensWithGreeting(text: string): boolean {
  const opening = text.slice(0, 400).replace(PLACEHOLDER, 'X').trimStart();
  const line = (opening.split('\n', 1)[0] ?? '').trimEnd().replace(/^[*_]{1,2}|[*_]{1,2}$/g, '');
  return CJK_OPENING.test(line) || OPENING.test(line);
}

/** Cues that a guide, a manual page or a licence seldom gives. */
const OF_LETTERS: readonly Cue[] = ['thanks', 'apology', 'sign-off', 'let us know'];

/**
 * True where a text taken by itself is a message to somebody: it greets and speaks to its reader, or gives four cues of
 * which one is a courtesy.
 */
export function readsLikeReply(text: string): boolean {
  if (wordsIn(text) < FEWEST_WORDS) return false;
  const cues = cuesIn(text);
  if (cues.has('greeting')) return cues.size >= 2;
  return cues.size >= 4 && OF_LETTERS.some((cue) => cues.has(cue));
}

const FEWEST_WORDS = 5;

/** How many words a text has; Chinese and Japanese signs count as half a word each. */
export function wordsIn(text: string): number {
  let words = 0;
  let inside = false;
  let signs = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x3040 && unit <= 0x9fff) signs += 1;
    const blank = unit <= 32 || unit === 160 || unit === 0x3000;
    if (!blank && !inside) words += 1;
    inside = !blank;
  }
  return words + (signs >> 1);
}

/** Frequent small words that tell a language from its neighbours. */
const STOP_WORDS: Readonly<Record<string, string>> = {
  en: 'the you your and to for is are we of this that with have can will it be our if please on not from was as or by at an would i my me do does has had been but so what when where there here they these more any some need could should now just then before after',
  de: 'der die das und ich sie wir ist nicht ein eine zu mit für auf ihr ihre ihnen haben sind bitte von den dem im uns wenn auch oder bei werden',
  fr: 'le la les des vous nous et est pas une votre que pour dans avec sur je de du ne nos au ce par qui être avez merci bonjour',
  es: 'el los las que y una por con para su usted no es en nos le de un si gracias hola como está del se más tu te',
  pt: 'o os as que e uma um por com para seu sua você não é em nos de se obrigado olá como está do da mais ao foi',
  it: 'il gli che e una un per con di non è in la sono grazie ciao come del della si ci suo sua alla nel abbiamo questo le',
  nl: 'de het een en van ik je u we wij is niet op te met voor dat zijn uw aan er hebben kunt bij om naar',
  sv: 'och att det som en på är av för med den du vi inte ditt din har till kan om ett oss hej',
  da: 'og at det som en på er af for med den du vi ikke dit din har til kan om et os hej',
  nb: 'og å det som en på er av for med den du vi ikke ditt din har til kan om et oss hei',
  fi: 'ja on ei se että voit sinun meidän olet hei tämä kun jos ovat mutta tai me kiitos',
  pl: 'i w na z do nie się jest że to za jak dla od proszę dziękuję pan pani twoje oraz',
  cs: 'a je na v se že to do s pro jsme vám váš prosím děkujeme není jako ale nebo',
  ro: 'și de la în nu este că cu pentru pe un o să din sunt ai vă mai al mulțumim bună',
  hu: 'a az és hogy nem is egy ez van meg kell csak köszönjük kedves vagy ön kérjük',
  tr: 've bir bu için ile da de değil mi olarak size sizin çok teşekkürler merhaba lütfen olan',
  id: 'yang dan di untuk dengan tidak ini anda kami dari akan ke pada atau jika terima kasih',
};

const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/[\u3040-\u30ff]/g, 'ja'],
  [/[\uac00-\ud7af]/g, 'ko'],
  [/[\u4e00-\u9fff]/g, 'zh'],
  [/[іїєґІЇЄҐ]/g, 'uk'],
  [/[\u0400-\u04ff]/g, 'ru'],
  [/[\u0370-\u03ff]/g, 'el'],
  [/[\u0590-\u05ff]/g, 'he'],
  [/[\u0600-\u06ff]/g, 'ar'],
  [/[\u0e00-\u0e7f]/g, 'th'],
  [/[\u0900-\u097f]/g, 'hi'],
];

const LANGUAGES_OF_WORD = new Map<string, string[]>();
for (const [language, words] of Object.entries(STOP_WORDS))
  for (const word of words.split(' ')) LANGUAGES_OF_WORD.set(word, [...(LANGUAGES_OF_WORD.get(word) ?? []), language]);

/** Fewer words than this do not tell. */
const FEWEST_WORDS = 4;
/** With fewer than this, a language must lead clearly. */
const FEW_WORDS = 12;
/** In running text every fourth word or so is one of these; far fewer means none of the languages. */
const LEAST_SHARE = 0.08;

/**
 * The language that a text is in, from its small words and its script. Undefined where it is too short to tell;
 * `und` where it is long enough and in no language that is known here.
 */
export function localeOfText(text: string): string | undefined {
  const letters = text.replace(/\P{L}/gu, '').length;
  for (const [script, language] of SCRIPTS) if ((text.match(script)?.length ?? 0) * 4 > letters) return language;
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const scores = new Map<string, number>();
  for (const word of words)
    for (const language of LANGUAGES_OF_WORD.get(word) ?? []) scores.set(language, (scores.get(language) ?? 0) + 1);
  const [best, second] = [...scores].sort((a, b) => b[1] - a[1]);
  if (!best || best[1] < 2 || words.length < FEWEST_WORDS)
    return words.length >= 20 && (best?.[1] ?? 0) < 2 ? 'und' : undefined;
  if (words.length >= 20 && best[1] < words.length * LEAST_SHARE) return 'und';
  // Few words: one that two languages share is no evidence against the other.
  if (words.length < FEW_WORDS && second && best[1] < second[1] * 3 && best[0] !== 'en' && scores.has('en'))
    return undefined;
  // Two that score the same: unknown is not wrong.
  return second && second[1] >= best[1] ? undefined : best[0];
}

/** Languages that share many of their small words, or their script. */
const KIN = [
  'bs cs hr mk pl sk sl sr',
  'da nb nn no sv',
  'be bg mk ru sr uk',
  'ca es gl pt',
  'et fi',
  'id ms',
  'ja zh',
];

/**
 * The language of a text that lies under a name such as `it`, which is a word, too: the text decides if it is clearly in
 * another language.
 * @param inPath the language that the name stands for, if it names one
 */
export function settledLocale(text: string, inPath: string | undefined): string | undefined {
  const read = localeOfText(text);
  if (inPath === undefined || read === undefined || read === 'und') return inPath ?? read;
  const [language = ''] = inPath.split('-');
  if (read === language || KIN.some((kin) => [read, language].every((one) => kin.split(' ').includes(one))))
    return inPath;
  return read;
}

const NAMES: Readonly<Record<string, string>> = {
  english: 'en',
  deutsch: 'de',
  german: 'de',
  français: 'fr',
  francais: 'fr',
  french: 'fr',
  español: 'es',
  espanol: 'es',
  spanish: 'es',
  português: 'pt',
  portuguese: 'pt',
  italiano: 'it',
  italian: 'it',
  nederlands: 'nl',
  dutch: 'nl',
  svenska: 'sv',
  swedish: 'sv',
  dansk: 'da',
  danish: 'da',
  polski: 'pl',
  polish: 'pl',
  русский: 'ru',
  russian: 'ru',
  日本語: 'ja',
  japanese: 'ja',
};

/** `de`, `de-AT`, `pt_BR`, `Italiano`: a value that names a language, as a tag; undefined for any other. */
export function localeNamed(value: string): string | undefined {
  const lower = value.trim().toLowerCase();
  if (Object.hasOwn(NAMES, lower)) return NAMES[lower];
  const tag = /^([a-z]{2,3})(?:[-_]([a-z]{2}|[a-z]{4}|\d{3}))?$/.exec(lower);
  if (!tag) return undefined;
  return tag[2] ? `${tag[1]}-${tag[2].toUpperCase()}` : tag[1];
}

/** True where a conditional's subject is the language of the customer or of the ticket. */
export function asksForLanguage(subject: string): boolean {
  return /language|locale|lang\b/i.test(subject);
}

import { type Cues, cuesIn, wordsIn } from './cues.js';
import { isCustomersOwn } from './speaker.js';

/** Minimum number of words in a text that can be judged. */
const FEWEST_WORDS = 6;
/** Minimum share of texts that are long enough to be judged. A bundle of labels is not a library. */
const LEAST_JUDGED = 0.25;
/** The same share for a map whose path gives no hint, because it could be the texts of a user interface. */
const LEAST_JUDGED_OF_MAP = 0.5;
/** Minimum share of texts that read like replies. */
const LEAST_LIKE = 0.4;
/** The same share if the path suggests replies. */
const LEAST_LIKE_HINTED = 0.3;
/**
 * The same share if the texts have no titles or are a bare list, or if the path suggests tests, training data or
 * translations.
 */
const LEAST_LIKE_DOUBTED = 0.6;
/**
 * Minimum share of texts with a cue (two in maps and lists) if the path leaves little doubt that they are replies.
 */
const LEAST_ADDRESSED = 0.5;
/** The same share if only the column names suggest replies and the questions are next to them. */
const LEAST_ADDRESSED_NAMED = 0.75;
/**
 * Minimum share of texts with two cues, or with one that hardly any other kind of text contains, if the path suggests
 * replies.
 */
const LEAST_WARM = 0.6;
/** Minimum share of texts with a greeting or several lines if the path does not suggest replies. */
const LEAST_LETTERS = 0.2;
/** The same share if the texts have no titles, or if the path suggests tests, training data or translations. */
const LEAST_LETTERS_DOUBTED = 0.5;
/**
 * Maximum share of customer messages, unless the path leaves little doubt that the texts are replies or the questions
 * are next to them.
 */
const MOST_THEIRS = 0.5;

/** Matches a path that suggests replies. */
const HINT =
  /canned|macro|(?:saved|predefined|quick|stock|reply|standard)[^/]{0,3}(?:repl|text|response|template)|snippet|responses?\b|repl(?:y|ies)\b|answers?\b|template|e?-?mails?\b|support|helpdesk|customer/i;
/** Matches a path that leaves little doubt that the file contains replies. */
const STRONG_HINT =
  /(?:canned|saved|predefined|premade|quick|stock|standard)[-_ .]?(?:repl|text|response|message|answer)|(?:^|\/)(?:repl(?:y|ies)|(?:support|helpdesk|zendesk)[-_]?macros)[/.]/i;
/** Matches the path of texts for tests or training data. */
const NOT_SENT =
  /(?:^|\/)(?:tests?|specs?|__\w+__|fixtures?|examples?|samples?|datasets?|train\w*|evals?|benchmarks?|node_modules|locales?|i18n|l10n)\/|faq|quiz|trivia|survey|interview|dataset|flash-?card|\b(?:train|test|eval|spec)\.\w+$/i;

/** The layout of texts in their file: entries with other fields besides the text, or a map or list of texts alone. */
export type Form = 'entries' | 'map' | 'list';

/** What the surroundings of texts reveal about them. */
export interface Around {
  readonly path: string;
  readonly form: Form;
  /** True if each text has a title or key. */
  readonly isTitled: boolean;
  /** True if the name of the collection suggests that the company writes the texts. */
  readonly isNamed: boolean;
  /** True if the customers' questions are next to the texts. */
  readonly isAsked: boolean;
}

/** Says whether texts are messages to customers, with the reason in words. */
export interface Verdict {
  readonly passes: boolean;
  readonly why: string;
}

interface Judged extends Cues {
  readonly isTheirs: boolean;
  /** True if the text has more than one line, like a letter. */
  readonly isInLines: boolean;
}

function tooShort(long: number, all: number): string {
  if (long > 0) return `only ${long} of ${all} texts are long enough to be replies`;
  return all === 1 ? 'the text is too short to be a reply' : `none of the ${all} texts is long enough to be a reply`;
}

/**
 * Decides whether texts are messages to customers. Enough of them must have three different cues, including one that
 * hardly any other kind of text contains. If the path or the names of columns suggest replies, it is enough that most
 * texts address someone.
 */
export function pass(texts: readonly string[], around: Around): Verdict {
  const judged = texts.filter((text) => wordsIn(text) >= FEWEST_WORDS).map(judgedOf);
  const isHinted = STRONG_HINT.test(around.path);
  const least = around.form === 'map' && !HINT.test(around.path) ? LEAST_JUDGED_OF_MAP : LEAST_JUDGED;
  if (judged.length === 0 || judged.length < texts.length * least)
    return { passes: false, why: tooShort(judged.length, texts.length) };
  const like = judged.filter(isLike).length;
  const why = `${like} of ${judged.length} texts read like replies`;
  if (around.form === 'list' && !around.isTitled && !isHinted)
    return { passes: false, why: 'the texts have no titles' };
  if (judged.length === 1 && !(isHinted && around.form !== 'map')) return { passes: isLetter(judged[0]), why };
  if (!isHinted && !around.isAsked && share(judged, ({ isTheirs }) => isTheirs) > MOST_THEIRS)
    return { passes: false, why: 'most of the texts are customer messages' };
  if (like >= judged.length * leastLike(around) && areLetters(judged, around)) return { passes: true, why };
  if (isAddressed(judged, around, isHinted)) return { passes: true, why: 'most of the texts address someone' };
  return { passes: false, why: `only ${why}` };
}

function judgedOf(text: string): Judged {
  return { ...cuesIn(text), isTheirs: isCustomersOwn(text), isInLines: /\S\n\s*\S|<\/p>|<br/i.test(text.trim()) };
}

function isLike({ all, strong }: Judged): boolean {
  return all >= 3 && strong >= 1;
}

/** Returns true if a single text has what only a letter has. */
function isLetter(one: Judged | undefined): boolean {
  return one?.greets === true && !one.isTheirs && one.all >= 3 && (one.isInLines || one.strong >= 2 || one.all >= 4);
}

/**
 * If nothing else suggests that the texts are sent, some of them must also have the layout of a letter, because the
 * notices of a program have cues, too.
 */
function areLetters(judged: readonly Judged[], { path, isTitled }: Around): boolean {
  if (STRONG_HINT.test(path)) return true;
  const letters = share(judged, ({ greets, isInLines }) => greets || isInLines);
  if (NOT_SENT.test(path) || isTranslation(path) || !isTitled) return letters >= LEAST_LETTERS_DOUBTED;
  return HINT.test(path) || letters >= LEAST_LETTERS;
}

function leastLike({ path, form, isTitled }: Around): number {
  const isDoubted = NOT_SENT.test(path) || isTranslation(path);
  if (STRONG_HINT.test(path)) return LEAST_LIKE_HINTED;
  if (isDoubted || form === 'list' || !isTitled) return LEAST_LIKE_DOUBTED;
  return HINT.test(path) ? LEAST_LIKE_HINTED : LEAST_LIKE;
}

/** Decides for texts that have few cues, but whose surroundings show what they are. */
function isAddressed(judged: readonly Judged[], around: Around, isHinted: boolean): boolean {
  const { path, form, isTitled, isNamed, isAsked } = around;
  if (isHinted) return share(judged, ({ all }) => all >= (form === 'entries' ? 1 : 2)) >= LEAST_ADDRESSED;
  if (NOT_SENT.test(path) || isTranslation(path) || form !== 'entries' || !isTitled) return false;
  if (isNamed && isAsked && share(judged, ({ all }) => all >= 1) >= LEAST_ADDRESSED_NAMED) return true;
  return HINT.test(path) && share(judged, ({ all, strong }) => all >= 2 || strong >= 1) >= LEAST_WARM;
}

function share(judged: readonly Judged[], test: (one: Judged) => boolean): number {
  return judged.filter(test).length / judged.length;
}

/** Returns true for a path at which a program keeps its translations. */
export function isTranslation(path: string): boolean {
  return (
    /(?:^|\/)(?:locales?|_locales|i18n|l10n|intl|lang(?:uages?)?|translations?|messages)\//i.test(path) ||
    /(?:^|\/)(?:[a-z]{2}(?:[-_][A-Za-z]{2,4})?|messages|strings|translations?)\.(?:json|ya?ml)$/i.test(path)
  );
}

/** Returns true for the keys of a program's text bundle, such as `cart.checkout.title`. */
export function areMessageKeys(keys: readonly string[]): boolean {
  return keys.filter((key) => /^[\w-]+(?:\.[\w-]+)+$/.test(key)).length >= keys.length * 0.3;
}

import { bitsOf, foldTelltale, telltales } from '../../language/telltale/index.js';
import { cuesIn, wordsIn } from '../gate/cues.js';

/** Matches names of files, folders and exports that announce replies. */
const PROMISES =
  /canned|macros?(?![a-z])|(?:saved|quick|stock|standard|predefined|premade|prepared|auto|support|customer|email|mail|chat|agent|ticket)[-_ .]?(?:repl|respon|answer|text|message|template|snippet)|(?:reply|replies|response|answer|message|mail|email)[-_ .]?(?:templates?|snippets?|texts?|library)|repl(?:y|ies)(?![a-z])/i;
/** Matches names that may announce replies, but only if the texts read like replies as well. */
const SUGGESTS = /templates?|snippets?|responses?|answers?|messages?|e?-?mails?|notifications?|support|texts?|copy/i;
/** Matches paths of tests, demonstrations and generated code. */
const NOT_SENT =
  /(?:^|\/)(?:tests?|specs?|__\w+__|fixtures?|mocks?|stories|e2e|cypress|playwright|examples?|samples?|demos?|seeds?|benchmarks?|dist|build|out|node_modules|vendor|locales?|i18n|l10n|lang|public|static)\/|[.-](?:test|tests|spec|stories|story|mock|mocks|fixture|fixtures|d|min|bundle|config|e2e)\.[cm]?[jt]sx?$/i;

/** Maximum length of a module in UTF-16 units. Modules written by hand are shorter. */
const LONGEST = 1_000_000;
const LONGEST_LINE = 20_000;

/** Matches the start of a literal, in which a letter may begin. */
const OPENS = /(?:[`'"]|<\w{1,8}>)\s{0,9}/g;
const GREETING = bitsOf('greeting');
const SIGN_OFF = bitsOf('sign-off');

/** Says why a module that was not named is not parsed. Undefined if it could contain replies. */
export function whyNoReplies(path: string, text: string): string | undefined {
  if (text.length > LONGEST || NOT_SENT.test(path)) return 'code that does not contain messages';
  const folded = foldTelltale(text);
  const letters = countOfLetters(folded);
  if (letters === 0 && !PROMISES.test(tailOf(path))) return 'code without reply-like text';
  if (letters < 2 && !PROMISES.test(tailOf(path)) && !(letters > 0 && telltales().isIn(folded, SIGN_OFF)))
    return 'code without reply-like text';
  return hasLongLine(text) ? 'generated or bundled code' : undefined;
}

/** Counts the literals that begin like letters. */
function countOfLetters(folded: string): number {
  let letters = 0;
  for (const { 0: opener, index } of folded.matchAll(OPENS))
    if (telltales().endsAt(folded, index + opener.length, GREETING).length > 0) letters += 1;
  return letters;
}

function hasLongLine(text: string): boolean {
  return text.split('\n').some((line) => line.length > LONGEST_LINE);
}

/** Returns the name of a file with its folder. */
function tailOf(path: string): string {
  return path.split('/').slice(-2).join('/');
}

/**
 * Minimum shares of texts that are letters: if names only suggest replies, if names say nothing, and if names promise
 * replies.
 */
const LEAST_SUGGESTED = 0.4;
const LEAST_UNNAMED = 0.6;
const LEAST_PROMISED = 0.3;
const FEWEST_WORDS = 6;

/** Matches names of exports for tests or demonstrations. */
const TRIED =
  /^(?:good|bad|valid|invalid|pass(?:es)?|fails?|(?:test|use)?_?cases?|tests?|examples?|samples?|fixtures?|mocks?\w*|seeds?|expected|inputs?|outputs?|args|props|(?:default|initial)(?:props|values|state))$/i;

/**
 * Decides whether texts of a module are replies. Code contains texts of all kinds, so they must be letters or have a
 * name that announces replies.
 * @param names the names on the path to the texts, starting with the export
 */
export function areReplies(texts: readonly string[], path: string, names: readonly string[]): boolean {
  const judged = texts.filter((text) => wordsIn(text) >= FEWEST_WORDS);
  if (judged.length === 0 || judged.length * 2 < texts.length || names.some((name) => TRIED.test(name))) return false;
  const letters = judged.filter(isLetter).length;
  const said = [tailOf(path), ...names].join(' ');
  if (PROMISES.test(said)) {
    const speaking = judged.filter((text) => cuesIn(text).all >= 2).length;
    return letters >= judged.length * LEAST_PROMISED || (texts.length > 1 && speaking >= judged.length * LEAST_UNNAMED);
  }
  if (letters < 2) return letters === 1 && judged.length === 1 && SUGGESTS.test(said);
  return letters >= judged.length * (SUGGESTS.test(said) ? LEAST_SUGGESTED : LEAST_UNNAMED);
}

/** Returns true for a text with a greeting, several lines, and words from one person to another. */
function isLetter(text: string): boolean {
  const { greets, all, strong } = cuesIn(text);
  return greets && all >= 3 && (strong >= 2 || /\n|<\/p>|<br/i.test(text.trim()));
}

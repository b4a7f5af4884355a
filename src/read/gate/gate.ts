import { cuesIn, wordsIn } from './cues.js';

/** Fewer words than this say nothing about what a text is. */
const FEWEST_WORDS = 6;
/** Of all texts, this share must be long enough to judge: a bundle of labels is none of ours. */
const LEAST_JUDGED = 0.25;
const LEAST_SHARE = 0.4;
const LEAST_SHARE_HINTED = 0.3;
/** Where the path leaves little doubt: so many must at least say “you”, or “please”. */
const LEAST_ADDRESSED = 0.5;

/** A path whose words say that replies are in it. */
const HINT =
  /canned|macro|(?:saved|predefined|quick|stock|reply|standard)[^/]{0,3}(?:repl|text|response|template)|snippet|responses?\b|template/i;
/** A path that leaves little doubt. */
const STRONG_HINT =
  /(?:canned|saved|predefined|premade|quick|stock|standard)[-_ .]?(?:repl|text|response|message|answer)|(?:^|\/)(?:repl(?:y|ies)|(?:support|helpdesk|zendesk)[-_]?macros)[/.]/i;

/** How texts stand in their file: as entries with a title beside the text, or as a map or list of texts alone. */
export type Form = 'entries' | 'map' | 'list';

/**
 * Whether texts are messages to customers: enough of them have three kinds of cue, one of which little else has. Where
 * the path says that they are replies, and each has a title, it is enough that most speak to somebody.
 */
export function pass(texts: readonly string[], path: string, form: Form): { passes: boolean; why: string } {
  const judged = texts.filter((text) => wordsIn(text) >= FEWEST_WORDS);
  const strongHint = STRONG_HINT.test(path);
  if (form === 'list' && !strongHint) return { passes: false, why: 'its texts have no titles' };
  if (judged.length < 2 && form !== 'list')
    return { passes: false, why: 'fewer than two texts are long enough to be replies' };
  if (judged.length < texts.length * LEAST_JUDGED)
    return { passes: false, why: `only ${judged.length} of ${texts.length} texts are long enough to be replies` };
  const cues = judged.map(cuesIn);
  const like = cues.filter(({ all, strong }) => all >= 3 && strong >= 1).length;
  const least = HINT.test(path) ? LEAST_SHARE_HINTED : LEAST_SHARE;
  const why = `${like} of ${judged.length} texts read like replies`;
  if (judged.length >= 2 && like >= judged.length * least) return { passes: true, why };
  if (!strongHint) return { passes: false, why: `only ${why}` };
  const addressed = cues.filter(({ all }) => all >= (form === 'entries' ? 1 : 2)).length;
  if (judged.length > 0 && addressed >= judged.length * LEAST_ADDRESSED)
    return { passes: true, why: `its path says so, and ${addressed} of ${judged.length} texts speak to somebody` };
  return { passes: false, why: `only ${why}` };
}

/** True for a path of translations of a program's own words. */
export function isTranslation(path: string): boolean {
  return (
    /(?:^|\/)(?:locales?|_locales|i18n|l10n|intl|lang(?:uages?)?|translations?|messages)\//i.test(path) ||
    /(?:^|\/)(?:[a-z]{2}(?:[-_][A-Za-z]{2,4})?|messages|strings|translations?)\.(?:json|ya?ml)$/i.test(path)
  );
}

/** True for keys of a bundle of a program's texts: `cart.checkout.title`. */
export function areMessageKeys(keys: readonly string[]): boolean {
  return keys.filter((key) => /^[\w-]+(?:\.[\w-]+)+$/.test(key)).length >= keys.length * 0.3;
}

import { asksForLanguage, localeNamed, localeOfText, settledLocale } from '../language/locale.js';
import type { Condition } from '../model/rendering.js';
import type { Reply } from '../model/reply.js';
import type { CutText } from './render.js';

/**
 * Returns the language of a reply: the declared one, the one that its locale id stands for, the one recognized in its
 * first text, or the one in its path.
 * @param localeOfId the language of all texts that share its locale id
 */
export function localeOf(
  reply: Reply,
  cutText: CutText | undefined,
  localeOfId: string | undefined,
): string | undefined {
  const declared = reply.declared.locale && (localeNamed(reply.declared.locale) ?? reply.declared.locale);
  return (
    declared ?? localeOfId ?? (cutText && settledLocale(withoutPlaceholders(cutText), reply.declared.localeInPath))
  );
}

function withoutPlaceholders({ text, placeholders }: CutText): string {
  let left = '';
  let at = 0;
  for (const { span } of placeholders) {
    left += text.slice(at, span.start);
    at = span.end;
  }
  return left + text.slice(at);
}

/** Says in words why a reply is considered to be in a language. */
export function localeReason({ declared }: Reply, locale: string | undefined, localeOfId: string | undefined): string {
  if (declared.locale) return 'declared';
  if (localeOfId !== undefined) return 'from all texts with the same locale id';
  if (declared.localeInPath !== undefined && declared.localeInPath === locale) return 'from its path';
  return locale === undefined ? 'assumed, because the text is too short to tell' : 'from its words';
}

/** Returns the language of a branch that the customer's language selects. */
export function localeUnder(conditions: readonly Condition[], cutText: CutText | undefined): string | undefined {
  for (const { subject, values, holds } of conditions) {
    if (!asksForLanguage(subject)) continue;
    const named = holds && typeof values[0] === 'string' ? localeNamed(values[0]) : undefined;
    const found = named ?? (cutText && localeOfText(withoutPlaceholders(cutText)));
    if (found) return found;
  }
  return undefined;
}

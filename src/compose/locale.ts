import { asksForLanguage, localeNamed, localeOfText, settledLocale } from '../language/locale.js';
import type { Condition } from '../model/rendering.js';
import type { Reply } from '../model/reply.js';
import type { CutText } from './render.js';

/**
 * The language of a reply: as declared, or of its locale id, or from its first text, or from its path.
 * @param localeOfId the language of all texts with its locale id
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

/** Why a reply is in a language, in words. */
export function localeReason({ declared }: Reply, locale: string | undefined, localeOfId: string | undefined): string {
  if (declared.locale) return 'declared';
  if (localeOfId !== undefined) return 'from all texts with its locale id';
  if (declared.localeInPath !== undefined && declared.localeInPath === locale) return 'from its path';
  return locale === undefined ? 'assumed, because the text is too short to tell' : 'from its words';
}

/** The language of a branch that is chosen by the customer's language. */
export function localeUnder(conditions: readonly Condition[], cutText: CutText | undefined): string | undefined {
  for (const { subject, values, holds } of conditions) {
    if (!asksForLanguage(subject)) continue;
    const named = holds && typeof values[0] === 'string' ? localeNamed(values[0]) : undefined;
    const found = named ?? (cutText && localeOfText(withoutPlaceholders(cutText)));
    if (found) return found;
  }
  return undefined;
}

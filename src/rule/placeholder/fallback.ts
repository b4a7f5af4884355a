import type { FallbackWay } from '../../model/catalogue.js';
import type { Placeholder, Reply } from '../../model/reply.js';

/**
 * Braze has no adapter because it sends campaigns and is not a help desk. Source: braze.com/docs, “Setting default
 * values”.
 */
const BRAZE: FallbackWay = {
  looks: /^\{\{\s?\$\{([\w.]+)\}\s?\}\}$/,
  // biome-ignore lint/suspicious/noTemplateCurlyInString: Braze writes placeholders so.
  write: '{{ ${@} | default: "~" }}',
};

/** A value with a filter is Liquid in every help desk, and Liquid has a filter for missing values. */
const LIQUID: FallbackWay = {
  looks: /^\{\{-?\s?([\w.]+(?:\s?\|\s?\w+){1,5})\s?-?\}\}$/,
  write: '{{ @ | default: "~" }}',
};

/**
 * Writes a placeholder with a fallback, in the syntax of the reply’s help desk or of a help desk whose placeholders
 * look the same.
 * @returns undefined if there already is a fallback, or if there is no syntax for one
 */
export function withFallback(
  { text }: Placeholder,
  { placeholders, catalogues }: Reply,
  fallback: string,
): string | undefined {
  const own = placeholders?.catalogue?.fallbacks ?? [];
  const telling = catalogues.flatMap(({ fallbacks = [] }) => fallbacks.filter(({ onlyHere }) => !onlyHere));
  for (const { looks, write } of [...own, ...telling, BRAZE, LIQUID]) {
    const path = looks.exec(text)?.[1];
    if (path !== undefined) return write.replace(/[@~]/g, (mark) => (mark === '@' ? path : fallback));
  }
  return undefined;
}

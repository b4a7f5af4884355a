import type { FallbackWay } from '../../model/catalogue.js';
import type { Placeholder, Reply } from '../../model/reply.js';

/** Braze sends campaigns and is no help desk, so that no adapter knows it. Source: braze.com/docs, “Setting default values”. */
const BRAZE: FallbackWay = {
  looks: /^\{\{\s?\$\{([\w.]+)\}\s?\}\}$/,
  // biome-ignore lint/suspicious/noTemplateCurlyInString: Braze writes placeholders so.
  write: '{{ ${@} | default: "~" }}',
};

/** A value with a filter is Liquid, whatever the help desk, and Liquid has a filter for what is missing. */
const LIQUID: FallbackWay = {
  looks: /^\{\{-?\s?([\w.]+(?:\s?\|\s?\w+){1,5})\s?-?\}\}$/,
  write: '{{ @ | default: "~" }}',
};

/**
 * A placeholder with a fallback, as the reply’s help desk writes it, or else the help desk whose placeholders look so.
 * @returns undefined where a fallback is written already, and where there is no way to write one
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

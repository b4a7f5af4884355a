import { languageNamed } from '../../language/locale.js';
import { bitsOf, foldTelltale, nameTelltales } from '../../language/telltale/index.js';
import { isLanguageCode } from '../locale-in-name.js';

/**
 * The kind of a column or key according to its name: text that the company writes (`reply`), anyone's text (`body`),
 * text that others write (`question`), a remark about a reply (`notes`), a fact (`created_at`), or a name that says
 * nothing.
 */
export type ColumnKind = 'ours' | 'text' | 'theirs' | 'aside' | 'fact' | 'other';

/** The name of a column, split into its words. */
export interface ColumnName {
  readonly kind: ColumnKind;
  /**
   * The name without the words that distinguish variants. Columns with the same stem contain versions of the same text.
   */
  readonly stem: string;
  readonly locale?: string;
  readonly channel?: string;
  /** True if the name says that the text contains markup. */
  readonly isHtml: boolean;
}

const KINDS = [
  ['fact', bitsOf('fact-column')],
  ['ours', bitsOf('our-column')],
  ['theirs', bitsOf('their-column')],
  ['aside', bitsOf('aside-column')],
  ['text', bitsOf('text-column')],
] as const satisfies [ColumnKind, number][];
/** The telltale of names that say who a text is sent to, such as `message_to_customer`. */
const TO = bitsOf('column-to');
const MARKUP: ReadonlySet<string> = new Set(['html', 'markdown', 'md', 'plain', 'rich', 'plaintext', 'raw', 'value']);
const CHANNELS: ReadonlySet<string> = new Set(['chat', 'sms', 'whatsapp']);

/** Interprets a name. For a nested value, the name consists of all keys on its path. */
export function nameOfColumn(keys: readonly string[]): ColumnName {
  const written = keys.flatMap(wordsOf);
  const locale = localeOf(written);
  const plain = written.filter((word) => word !== locale?.word).map((word) => word.toLowerCase());
  const channel = plain.find((word) => CHANNELS.has(word) && plain.length > 1);
  const isMessageKey = keys.some((key) => /^[\w-]+(?:\.[\w-]+)+$/.test(key));
  const stem = plain.filter((word) => !MARKUP.has(word) && word !== channel);
  return {
    kind: isMessageKey ? 'other' : kindOf(plain),
    stem: stem.join(' '),
    ...(locale && { locale: locale.code }),
    ...(channel !== undefined && { channel }),
    isHtml: plain.includes('html') || plain.includes('rich'),
  };
}

function kindOf(plain: readonly string[]): ColumnKind {
  const said = plain.map((word) => foldTelltale(word));
  const kindsOf = (word: string) =>
    KINDS.filter(([, list]) => nameTelltales().isWhole(word, list)).map(([kind]) => kind);
  const kinds = new Set<ColumnKind>(said.flatMap(kindsOf));
  if (said.some((word) => nameTelltales().isWhole(word, TO)) && (kinds.has('ours') || kinds.has('text'))) return 'ours';
  // The last known word decides: `reply_text` and `html_value` are texts, but `reply_date` is not.
  const [last] = said
    .toReversed()
    .map(kindsOf)
    .filter((own) => own.length > 0);
  if (!last) return 'other';
  if (last.includes('fact')) return 'fact';
  return (['aside', 'ours', 'theirs'] as const).find((kind) => kinds.has(kind)) ?? 'text';
}

/** Finds the language in a name, such as `Text (EN)`, `body_pt_BR`, `messageDE` or `Deutsch`. */
function localeOf(written: readonly string[]): { readonly word: string; readonly code: string } | undefined {
  for (const word of written.toReversed()) {
    const code = languageNamed(word) ?? (isLanguageCode(word) && isSaid(word, written) ? normalized(word) : undefined);
    if (code !== undefined) return { word, code };
  }
  return undefined;
}

function normalized(code: string): string {
  const [language = '', region] = code.split('-');
  return region === undefined ? language.toLowerCase() : `${language.toLowerCase()}-${region.toUpperCase()}`;
}

/**
 * Returns true if a word is meant as a language. `id`, `no` and `it` are also English words, so they must be in
 * capitals.
 */
function isSaid(word: string, written: readonly string[]): boolean {
  return /^[A-Z]{2}$/.test(word) ? written.length > 1 || !/^(?:ID|NO|IT)$/.test(word) : !/^(?:id|no|it)$/i.test(word);
}

/**
 * Splits names such as `bodyHtml`, `body_html` and `Body (HTML)` into words. A region stays with its language: `pt-BR`.
 */
function wordsOf(key: string): string[] {
  return (
    key
      .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
      .match(/(?<![\p{L}])[a-z]{2}[-_][A-Z]{2}(?![\p{L}])|[\p{L}\d]+/gu)
      ?.map((word) => word.replace('_', '-')) ?? []
  );
}

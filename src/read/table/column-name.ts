import { languageNamed } from '../../language/locale.js';
import { isLanguageCode } from '../locale-in-name.js';

/**
 * What a column, or a key of entries, is by its name: what we write (`reply`), a text of anybody (`body`), what others
 * write (`question`), what is beside a reply (`notes`), a fact (`created_at`), or no name that says anything.
 */
export type ColumnKind = 'ours' | 'text' | 'theirs' | 'aside' | 'fact' | 'other';

/** The name of a column, taken apart. */
export interface ColumnName {
  readonly kind: ColumnKind;
  /** The name without what tells variants apart: columns with one stem hold one text in several ways. */
  readonly stem: string;
  readonly locale?: string;
  readonly channel?: string;
  /** True where the name says that its text is marked up. */
  readonly isHtml: boolean;
}

const KINDS: readonly (readonly [ColumnKind, ReadonlySet<string>])[] = [
  [
    'fact',
    words(
      'id ids uuid guid date time datetime timestamp created updated modified url uri link href count total number no status state type kind format author owner locale lang language score position sort order active enabled version path file filename icon image color colour price sku rating category folder tag tags label title name subject slug key keyword keywords shortcut phone',
    ),
  ],
  [
    'ours',
    words(
      'reply replies response responses answer answers macro macros canned snippet snippets substitution expansion',
    ),
  ],
  [
    'theirs',
    words(
      'customer client guest buyer visitor requester question questions query inquiry enquiry request complaint review reviews feedback incoming received problem prompt instruction input ticket',
    ),
  ],
  [
    'aside',
    words(
      'note notes internal hint guidance situation scenario usage when why context description summary preview excerpt comment comments remark remarks help tip tips signature footer header',
    ),
  ],
  ['text', words('body content contents text message messages template templates html wording copy script mail email')],
];
/** Words that say that a text is sent to those who are named beside: `message_to_customer`. */
const TO = words('to for');
const MARKUP = words('html markdown md plain rich plaintext raw value');
const CHANNELS = words('chat sms whatsapp');

/** What a name says; of a nested value, all the keys that lead to it. */
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
  const has = (kind: ColumnKind) => {
    const [, known] = KINDS.find(([name]) => name === kind) ?? [];
    return plain.some((word) => known?.has(word));
  };
  if (plain.some((word) => TO.has(word)) && (has('ours') || has('text'))) return 'ours';
  // `reply_text` and `html_value` are texts, `reply_date` is none: the last word that says anything decides.
  const last = plain.findLast((word) => KINDS.some(([, known]) => known.has(word)));
  if (last === undefined) return 'other';
  if (KINDS[0]?.[1].has(last)) return 'fact';
  if (has('aside')) return 'aside';
  if (has('ours')) return 'ours';
  return has('theirs') ? 'theirs' : 'text';
}

/** `Text (EN)`, `body_pt_BR`, `messageDE`, `Deutsch`. */
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

/** `id`, `no` and `it` are words, too: only in capitals are they languages. */
function isSaid(word: string, written: readonly string[]): boolean {
  return /^[A-Z]{2}$/.test(word) ? written.length > 1 || !/^(?:ID|NO|IT)$/.test(word) : !/^(?:id|no|it)$/i.test(word);
}

/** The words of `bodyHtml`, `body_html`, `Body (HTML)`; a region goes with its language: `pt-BR`. */
function wordsOf(key: string): string[] {
  return (
    key
      .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
      .match(/(?<![\p{L}])[a-z]{2}[-_][A-Z]{2}(?![\p{L}])|[\p{L}\d]+/gu)
      ?.map((word) => word.replace('_', '-')) ?? []
  );
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

import { languageCode } from '../../language/index.js';
import { localeOfText } from '../../language/locale.js';
import type { Adapter, Content, Found } from '../content.js';
import { wordsIn } from '../gate/cues.js';
import { isLanguageCode, localeInName } from '../locale-in-name.js';
import { markupOf } from '../reply-from.js';
import { slugOf } from '../slug.js';
import type { CatalogEntry, CatalogProblem } from './entry.js';

/**
 * Extensions of translation catalogs. Catalogs are read only if the user names them, because few programs send their
 * texts to customers.
 */
export const CATALOG_EXTENSIONS: readonly string[] = ['po', 'pot', 'arb', 'properties'];

/** Reads messages from translation catalogs. Texts with few words are skipped because they are labels. */
export const catalog: Adapter = {
  name: 'a message catalog',
  recognises: ({ extension, named }) => named && CATALOG_EXTENSIONS.includes(extension),
  replies,
};

const FEWEST_WORDS = 4;

async function* replies({ text, file, extension }: Content): AsyncGenerator<Found> {
  for (const entry of await entriesOf(text, extension)) {
    if ('message' in entry) {
      const span = { start: entry.offset, end: entry.offset };
      yield { problem: { span, message: entry.message, fatal: true } };
      continue;
    }
    const { key, text: decoded, start } = entry;
    if (wordsIn(decoded.body) < FEWEST_WORDS) continue;
    const locale = likelyLocale(entry.locale ?? localeInName(file.path), decoded.body);
    yield {
      reply: {
        id: undefined,
        slug: slugOf(key ?? decoded.body.trim().split('\n')[0] ?? ''),
        title: key,
        pointer: key === undefined ? '' : `/${key}`,
        start,
        ...decoded,
        markup: markupOf(decoded.body),
        declared: locale === undefined ? {} : { locale },
      },
    };
  }
}

/**
 * Returns the language that the file declares, unless the text appears to be in another one. Catalogs often contain
 * untranslated texts.
 */
function likelyLocale(said: string | undefined, body: string): string | undefined {
  if (said === undefined || !isLanguageCode(said)) return undefined;
  const read = localeOfText(body);
  return read === undefined || languageCode(read) === languageCode(said) ? said.replace('_', '-') : undefined;
}

async function entriesOf(text: string, extension: string): Promise<Iterable<CatalogEntry | CatalogProblem>> {
  if (extension === 'arb') return (await import('./arb.js')).readArb(text);
  if (extension === 'properties') return (await import('./properties.js')).readProperties(text);
  return (await import('./po.js')).readPo(text);
}

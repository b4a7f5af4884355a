import { languageCode } from '../../language/index.js';
import { localeOfText } from '../../language/locale.js';
import type { Adapter, Content, Found } from '../content.js';
import { wordsIn } from '../gate/cues.js';
import { isLanguageCode, localeInName } from '../locale-in-name.js';
import { markupOf } from '../reply-from.js';
import { slugOf } from '../slug.js';
import type { CatalogEntry, CatalogProblem } from './entry.js';

/** Extensions of catalogs of a program's texts. Few programs send what is in theirs, so they are read where named. */
export const CATALOG_EXTENSIONS: readonly string[] = ['po', 'pot', 'arb', 'properties'];

/** Messages of catalogs that the user says hold replies; what has fewer words is a label. */
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

/** What a file says of its language counts where the text does not read like another: not all is translated. */
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

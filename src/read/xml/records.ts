import { languageCode } from '../../language/index.js';
import { localeOfText } from '../../language/locale.js';
import type { Declared } from '../../model/reply.js';
import type { DecodedText } from '../container/value.js';
import { type AdapterOfRecords, type Content, type Found, type FoundReply, remembered } from '../content.js';
import { isLanguageCode, localeInName } from '../locale-in-name.js';
import { markupOf } from '../reply-from.js';
import { elementsIn, type XmlElement } from './element.js';
import { XML_KINDS, type XmlKind } from './kinds.js';
import { xmlText } from './text.js';
import { XmlFile, XmlValue } from './value.js';

/** Reads XML files written by other programs. They are recognized by the names of their elements. */
export const xmlRecords: AdapterOfRecords = {
  name: 'records in XML',
  nameFor: (content) => kindOf(content)?.name ?? 'records in XML',
  recognises: (content) => kindOf(content) !== undefined,
  *replies(content) {
    const kind = kindOf(content);
    const root = rootOf(content);
    if (!kind || !root) return;
    for (const record of elementsIn(root)) if (kind.isRecord(record)) yield* repliesOf(record, kind, content);
  },
};

const kindOf = remembered((content: Content): XmlKind | undefined => {
  const root = rootOf(content);
  if (!root) return undefined;
  return XML_KINDS.find(
    ({ telling, isRecord, onlyNamed }) =>
      (content.named || !onlyNamed) && telling.test(content.text) && [...elementsIn(root)].some(isRecord),
  );
});

function rootOf({ tree }: Content): XmlElement | undefined {
  const [root] = tree?.roots ?? [];
  return root instanceof XmlFile ? root.root : undefined;
}

function* repliesOf(record: XmlElement, kind: XmlKind, { text, file }: Content): Generator<Found> {
  for (const name of kind.body) {
    const element = kind.part(record, name);
    const decoded = element && bodyIn(element, text, kind.html?.includes(name) ?? false);
    if (!element || !decoded || decoded.body.trim() === '') continue;
    const locale = kind.saysLocale?.(record, element) ?? localeInName(file.path);
    yield { reply: { ...aboutOf(record, kind, text), declared: declaredBy(locale, decoded.body, kind), ...decoded } };
    return;
  }
}

/** Returns the text without the surrounding whitespace, which only formats the file. */
function bodyIn(
  element: XmlElement,
  source: string,
  isHtml: boolean,
): (DecodedText & Pick<FoundReply, 'markup'>) | undefined {
  const value = new XmlValue(source, element, '');
  const decoded = isHtml ? value.html() : element.children.length > 0 ? xmlText(source, element.inner) : value.text();
  return { ...decoded, markup: isHtml ? 'html' : markupOf(decoded.body) };
}

function aboutOf(
  record: XmlElement,
  kind: XmlKind,
  source: string,
): Omit<FoundReply, 'body' | 'map' | 'markup' | 'declared'> {
  const said = (names: readonly string[]) => names.map((name) => textOf(record, name, kind, source)).find(Boolean);
  const active = kind.active === undefined ? undefined : textOf(record, kind.active, kind, source);
  const internal = kind.internal === undefined ? undefined : textOf(record, kind.internal, kind, source);
  const title = said(kind.title);
  const id = said(kind.id);
  return {
    id,
    title,
    pointer: pointerOf(record),
    helpdesk: kind.helpdesk,
    start: record.span.start,
    active: active === undefined || !/^(?:false|0|no)$/i.test(active),
    audience: internal !== undefined && /^(?:true|1|yes)$/i.test(internal) ? 'staff' : 'customer',
  };
}

/**
 * Returns the language that the file declares, unless the text appears to be in another one. Files often contain
 * untranslated texts.
 */
function declaredBy(locale: string | undefined, body: string, { channel }: XmlKind): Declared {
  const read = localeOfText(body);
  const isLikely =
    locale !== undefined &&
    isLanguageCode(locale) &&
    (read === undefined || languageCode(read) === languageCode(locale));
  return {
    ...(isLikely && { locale: locale.replace('_', '-') }),
    ...(channel !== undefined && { channel }),
  };
}

/**
 * Returns the text of a record's part or attribute. A part may have its value in an attribute, such as `eval="False"`.
 */
function textOf(record: XmlElement, name: string, kind: XmlKind, source: string): string | undefined {
  if (name.startsWith('@')) return record.attributes.get(name.slice(1))?.value.trim();
  const part = kind.part(record, name);
  if (!part) return undefined;
  const said = xmlText(source, part.inner).body.trim();
  return said === '' ? part.attributes.get('eval')?.value.trim() : said;
}

/** Returns a pointer such as `/odoo/data/record/1`, which counts only siblings of the same name. */
function pointerOf(element: XmlElement): string {
  const steps: string[] = [];
  for (let at: XmlElement | undefined = element; at; at = at.parent) {
    const { name, parent } = at;
    const alike: readonly XmlElement[] = parent?.children.filter((each) => each.name === name) ?? [];
    steps.unshift(alike.length > 1 ? `${name}/${alike.indexOf(at)}` : name);
  }
  return `/${steps.join('/')}`;
}

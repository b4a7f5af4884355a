import { bitsOf, foldTelltale, nameTelltales } from '../language/telltale/index.js';
import { MappedText, type OffsetMap, shiftedBy } from '../model/offset-map.js';
import type { Declared, Markup } from '../model/reply.js';
import type { Adapter, Content, Found } from './content.js';
import { readsLikeReply } from './cues.js';
import { localeFrom } from './locale-in-name.js';
import { elementNamed, type XmlElement } from './xml/element.js';
import { xmlText } from './xml/text.js';

/**
 * Reads Salesforce's email templates: the text is in `X.email`, and its metadata in `X.email-meta.xml` next to it
 * (metadata type EmailTemplate,
 * https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_emailtemplate.htm). Without the
 * metadata file, the text itself decides.
 */
export const salesforce: Adapter = {
  name: 'Salesforce e-mail template',
  recognises: (content) => content.extension === 'email' && (content.named || isTemplate(content)),
  leftAlone: ({ extension }) =>
    extension === 'email' ? { kind: 'unknown', reason: 'no Salesforce template fields' } : undefined,
  replies,
};

/** Matches merge fields of Classic and Lightning, and other syntax that only these templates contain. */
const OWN = /\{![\w$.]|\{\{\{[A-Z]\w*\.|<messaging:emailTemplate|<!\[CDATA\[/;

function isTemplate(content: Content): boolean {
  return metaOf(content) !== undefined || OWN.test(content.text) || readsLikeReply(content.text);
}

/** Returns the text of the metadata file, if there is one and it describes a template. */
function metaOf({ file, neighbours }: Content): string | undefined {
  const name = file.path.slice(file.path.lastIndexOf('/') + 1);
  const text = neighbours?.text(`${name}-meta.xml`);
  return text?.includes('<EmailTemplate') ? text : undefined;
}

interface Meta {
  readonly name: string | undefined;
  readonly type: string | undefined;
  readonly available: boolean;
  readonly forStaff: boolean;
}

async function* replies(content: Content): AsyncGenerator<Found> {
  const { text, file } = content;
  const { readXml } = await import('./xml/parse.js');
  const source = metaOf(content);
  const meta = metaIn(source === undefined ? new Map() : partsOf(readXml(source).root, source));
  const { body, map, markup, language, start } = isVisualforce(text, meta.type)
    ? visualforceBody(text, readXml(text).root)
    : classicBody(text, meta.type);
  if (body.trim() === '') return;
  const declared: Declared = { channel: 'email', ...localeFrom(language, file.path) };
  yield {
    reply: {
      id: undefined,
      title: meta.name,
      pointer: '',
      start,
      body,
      map,
      markup,
      helpdesk: 'salesforce',
      declared,
      active: meta.available,
      audience: meta.forStaff ? 'staff' : 'customer',
    },
  };
}

/** The telltale of templates that notify the team instead of the customer. */
const FOR_STAFF = bitsOf('for-staff');

function metaIn(texts: ReadonlyMap<string, string>): Meta {
  const [name, description, subject] = ['name', 'description', 'subject'].map((key) => texts.get(key)?.trim());
  return {
    name,
    type: texts.get('type')?.trim().toLowerCase(),
    available: texts.get('available')?.trim() !== 'false',
    forStaff: [name, description, subject].some(
      (said) => said !== undefined && nameTelltales().isIn(foldTelltale(parted(said)), FOR_STAFF),
    ),
  };
}

/** Splits a name into words: `CaseAlert_ToOwner` → `Case Alert To Owner`. */
function parted(name: string): string {
  return name.replace(/_/g, ' ').replace(/([a-z])([A-Z])/g, '$1 $2');
}

interface Body {
  readonly body: string;
  readonly map: OffsetMap;
  readonly markup: Markup;
  readonly start: number;
  readonly language?: string | undefined;
}

const TAG = /<(?:html|head|body|table|tr|td|div|span|p|br|font|style|a|b|strong)\b[^<>]{0,1000}>/i;

/** Returns the contents of a record's elements by name. If a name is repeated, the first element counts. */
function partsOf(root: XmlElement | undefined, source: string): ReadonlyMap<string, string> {
  const parts = (root?.children ?? []).map(({ name, inner }) => [name, xmlText(source, inner).body] as const);
  return new Map(parts.toReversed());
}

function isVisualforce(text: string, type: string | undefined): boolean {
  return type === 'visualforce' || (type === undefined && text.includes('<messaging:emailTemplate'));
}

function classicBody(text: string, type: string | undefined): Body {
  const html = type === undefined ? TAG.test(text) : type !== 'text';
  return { ...withoutCdata(text), markup: html ? 'html' : 'text', start: 0 };
}

/**
 * Removes the delimiters of CDATA sections, but not their content. In the HTML of a letterhead, the visible text is in
 * CDATA sections, which a browser would treat as comments.
 */
function withoutCdata(text: string): { body: string; map: OffsetMap } {
  const out = new MappedText();
  let at = 0;
  for (;;) {
    const open = text.indexOf(OPENS, at);
    if (open < 0) break;
    const close = text.indexOf(CLOSES, open);
    const end = close < 0 ? text.length : close;
    out.add(text.slice(at, open), at, open);
    out.add(text.slice(open + OPENS.length, end), open + OPENS.length, end);
    at = close < 0 ? text.length : close + CLOSES.length;
  }
  out.add(text.slice(at), at, text.length);
  return { body: out.text, map: out.map() };
}

const OPENS = '<![CDATA[';
const CLOSES = ']]>';

/**
 * Returns the HTML body unchanged, or else the plain-text body with its entities decoded. Both contain the same
 * message.
 */
function visualforceBody(text: string, root: XmlElement | undefined): Body {
  const written = root?.attributes.get('language')?.value;
  const language = written?.includes('{!') ? undefined : written;
  const html = elementNamed(root, 'messaging:htmlEmailBody')?.inner;
  if (html) {
    const { start, end } = html;
    return { body: text.slice(start, end), map: shiftedBy(start), markup: 'html', start, language };
  }
  const plain = elementNamed(root, 'messaging:plainTextEmailBody')?.inner ?? { start: 0, end: text.length };
  return { ...xmlText(text, plain), markup: 'text', start: plain.start, language };
}

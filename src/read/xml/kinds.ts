import type { Helpdesk } from '../../model/reply.js';
import type { XmlElement } from './element.js';

/** Describes one kind of record in XML files, and which elements contain its parts. */
export interface XmlKind {
  /** The name of the format, as shown by `list --debug`. */
  readonly name: string;
  readonly helpdesk?: Helpdesk;
  /**
   * Matches text that every file of this kind contains. A file that matches but is not valid XML is reported as broken.
   */
  readonly telling: RegExp;
  /** Returns true for an element that is a record. */
  readonly isRecord: (element: XmlElement) => boolean;
  /** Returns the element of a record that contains the part with a given name. */
  readonly part: (record: XmlElement, name: string) => XmlElement | undefined;
  /** Names of the parts that may contain the reply. The first one that has text is used. */
  readonly body: readonly string[];
  /** Names of those parts of `body` that contain HTML. */
  readonly html?: readonly string[];
  /**
   * Names of the parts that may contain the title, in order of preference. `@id` refers to an attribute of the record.
   */
  readonly title: readonly string[];
  readonly id: readonly string[];
  /** The name of the part that says whether the record is active. */
  readonly active?: string;
  /** The name of the part that marks a record as internal if its value is yes. */
  readonly internal?: string;
  /** Returns the language that the file declares for a text. */
  readonly saysLocale?: (record: XmlElement, body: XmlElement) => string | undefined;
  readonly channel?: string;
  /** True if files of this kind are read only if the user names them or the configuration declares them. */
  readonly onlyNamed?: boolean;
}

const child = (record: XmlElement, name: string) => record.children.find((each) => each.name === name);
const ODOO_MODELS = /^(?:mail\.template|email\.template|mail\.canned\.response|mail\.shortcode|sms\.template)$/;

/** Odoo's data files. https://www.odoo.com/documentation/17.0/developer/reference/backend/data.html */
const odoo: XmlKind = {
  name: 'Odoo mail templates',
  helpdesk: 'odoo',
  telling: /\bmodel\s*=\s*["'](?:e?mail\.template|mail\.canned\.response|mail\.shortcode|sms\.template)["']/,
  isRecord: ({ name, attributes }) =>
    name === 'record' && ODOO_MODELS.test(attributes.get('model')?.value.trim() ?? ''),
  part: (record, name) =>
    record.children.find((each) => each.name === 'field' && each.attributes.get('name')?.value === name),
  body: ['body_html', 'body', 'substitution'],
  html: ['body_html'],
  title: ['name', 'source', 'subject'],
  id: ['@id'],
  active: 'active',
};

/** Matches the ServiceNow tables whose texts agents choose or the platform sends. */
const SERVICENOW =
  /^(?:sys_email_canned_message|sn_templated_snip_note_template|sysevent_email_action|sysevent_email_template|sys_cs_quick_reply|response_template)$/;

/** ServiceNow's XML exports, with one element per record that is named after its table. */
const servicenow: XmlKind = {
  name: 'ServiceNow records',
  helpdesk: 'servicenow',
  telling:
    /<(?:sys_email_canned_message|sn_templated_snip_note_template|sysevent_email_action|sysevent_email_template|sys_cs_quick_reply|response_template)[\s>]/,
  isRecord: ({ name, children }) => SERVICENOW.test(name) && children.length > 0,
  part: child,
  body: ['message_html', 'body', 'message', 'message_text', 'text_body', 'text'],
  title: ['title', 'name', 'short_name', 'subject'],
  id: ['sys_id'],
  active: 'active',
};

/** XLIFF 1.2 and 2. If a translation is missing, the source text is used. */
const xliff: XmlKind = {
  name: 'XLIFF units',
  telling: /<xliff[\s>]/,
  isRecord: ({ name }) => name === 'trans-unit' || name === 'segment',
  part: child,
  body: ['target', 'source'],
  title: ['@resname'],
  id: ['@resname', '@id'],
  saysLocale: (record, { name }) => {
    const [own, other] = name === 'target' ? ['target-language', 'trgLang'] : ['source-language', 'srcLang'];
    for (let at: XmlElement | undefined = record; at; at = at.parent) {
      const said = at.attributes.get(own) ?? at.attributes.get(other);
      if (said) return said.value;
    }
    return undefined;
  },
  onlyNamed: true,
};

export const XML_KINDS: readonly XmlKind[] = [odoo, servicenow, xliff];

/** Returns true for the text of a file that one of the kinds would read if the file were found in a folder. */
export function mayBeXmlRecords(text: string): boolean {
  return XML_KINDS.some(({ telling, onlyNamed }) => !onlyNamed && telling.test(text));
}

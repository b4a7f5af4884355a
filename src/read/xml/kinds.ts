import type { Helpdesk } from '../../model/reply.js';
import type { XmlElement } from './element.js';

/** Records of one kind in XML files, and where each has its parts. */
export interface XmlKind {
  /** The name of the format in `list --debug`. */
  readonly name: string;
  readonly helpdesk?: Helpdesk;
  /** Text in each file of the kind; a file that contains it and is not XML is reported as broken. */
  readonly telling: RegExp;
  /** True for an element that is a record. */
  readonly isRecord: (element: XmlElement) => boolean;
  /** The element of a record that contains a part, by the part’s name. */
  readonly part: (record: XmlElement, name: string) => XmlElement | undefined;
  /** In order: the first with a text is the reply. */
  readonly body: readonly string[];
  /** The elements of `body` that contain HTML. */
  readonly html?: readonly string[];
  /** In order. `@id` is an attribute of the record. */
  readonly title: readonly string[];
  readonly id: readonly string[];
  /** The part that says whether it is active. */
  readonly active?: string;
  /** The part that marks it as internal, if its value is yes. */
  readonly internal?: string;
  /** The language of a text, as declared in the file. */
  readonly saysLocale?: (record: XmlElement, body: XmlElement) => string | undefined;
  readonly channel?: string;
  /** True if a file of the kind is read only if it was named, or the configuration declares it. */
  readonly onlyNamed?: boolean;
}

const child = (record: XmlElement, name: string) => record.children.find((each) => each.name === name);
const ODOO_MODELS = /^(?:mail\.template|email\.template|mail\.canned\.response|mail\.shortcode|sms\.template)$/;

/** https://www.odoo.com/documentation/17.0/developer/reference/backend/data.html */
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

/** Tables of texts that agents choose, and that the platform sends. */
const SERVICENOW =
  /^(?:sys_email_canned_message|sn_templated_snip_note_template|sysevent_email_action|sysevent_email_template|sys_cs_quick_reply|response_template)$/;

/** Files that ServiceNow exports: one element per record, named after its table. */
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

/** XLIFF 1.2 and 2: the translation, or the source if there is none. */
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

/** True for a text that one of the kinds is read from, if found in a folder. */
export function mayBeXmlRecords(text: string): boolean {
  return XML_KINDS.some(({ telling, onlyNamed }) => !onlyNamed && telling.test(text));
}

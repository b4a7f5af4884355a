import type { Helpdesk } from '../../model/reply.js';
import type { XmlElement } from './element.js';

/** Records of one kind in XML files, and where in each its parts stand. */
export interface XmlKind {
  /** What `list --debug` calls such a file. */
  readonly name: string;
  readonly helpdesk?: Helpdesk;
  /** Stands in each file of the kind; a file with it that is no XML was meant for us. */
  readonly telling: RegExp;
  /** True for an element that is a record. */
  readonly isRecord: (element: XmlElement) => boolean;
  /** The element of a record that holds a part, by the part’s name. */
  readonly part: (record: XmlElement, name: string) => XmlElement | undefined;
  /** In order: the first that holds a text is the reply. */
  readonly body: readonly string[];
  /** Those of `body` that hold HTML. */
  readonly html?: readonly string[];
  /** In order. `@id` is an attribute of the record. */
  readonly title: readonly string[];
  readonly id: readonly string[];
  /** Says whether it is in use. */
  readonly active?: string;
  /** Says that it is for the team, where it says yes. */
  readonly internal?: string;
  /** The language of a text, as the file says it. */
  readonly saysLocale?: (record: XmlElement, body: XmlElement) => string | undefined;
  readonly channel?: string;
  /** True where a file of the kind is read only if it was named, or the configuration says what it is. */
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

/** Tables of texts that agents pick, and that the platform sends. */
const SERVICENOW =
  /^(?:sys_email_canned_message|sn_templated_snip_note_template|sysevent_email_action|sysevent_email_template|sys_cs_quick_reply|response_template)$/;

/** What ServiceNow unloads: an element a record, named like its table. */
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

/** XLIFF 1.2 and 2: the translation, or the source where there is none. */
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

/** True for a text that one of the kinds is read from, found in a folder. */
export function mayBeXmlRecords(text: string): boolean {
  return XML_KINDS.some(({ telling, onlyNamed }) => !onlyNamed && telling.test(text));
}

import { idOf, saysNo, textOf, type Value } from '../container/value.js';
import { markupOf, replyFrom } from '../reply-from.js';
import type { HelpdeskAdapter, Shape } from './shape.js';

/** Fields that can contain the text, in order of preference: text with markup comes before its plain version. */
const BODIES = ['message_html', 'body', 'message', 'message_text', 'text_body'];

/**
 * Response templates, canned messages and notifications from the Table API and from exports. XML exports are read by
 * `xml/records.ts` in the parent folder. Source: docs.servicenow.com, “Table API”.
 */
const records: Shape = {
  name: 'servicenow records',
  telling: { likely: ['sys_id'] },
  is: ({ value }) =>
    textOf(value, 'sys_id') !== undefined &&
    textOf(value, 'name', 'title', 'short_name') !== undefined &&
    bodyOf(value) !== undefined,
  *replies({ value: record }) {
    const body = bodyOf(record);
    yield* replyFrom(body, {
      entry: record,
      id: idOf(record, 'sys_id'),
      title: textOf(record, 'title', 'name', 'short_name'),
      markup: markupOf(String(body?.scalar ?? '')),
      helpdesk: 'servicenow',
      active: !saysNo(record.member('active')),
      twin: record.member('text_body') ?? record.member('message_text'),
    });
  },
};

function bodyOf(record: Value): Value | undefined {
  const bodies = BODIES.map((key) => record.member(key));
  return bodies.find((body) => body?.kind === 'text' && String(body.scalar).trim() !== '');
}

export const servicenow: HelpdeskAdapter = {
  id: 'servicenow',
  label: 'ServiceNow',
  reads: 'response templates, canned messages and notifications (XML, JSON)',
  placeholders: {
    openers: ['${'],
    roles: {
      number: 'ticket',
      'caller_id.first_name': 'customer-name',
      'caller_id.name': 'customer-name',
      'assigned_to.first_name': 'agent-name',
      'assigned_to.name': 'agent-name',
    },
  },
  shapes: [records],
};

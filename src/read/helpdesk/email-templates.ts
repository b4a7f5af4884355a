import { idOf, saysNo, textOf, type Value } from '../container/value.js';
import { replyFrom } from '../reply-from.js';
import type { Shape } from './shape.js';

/**
 * Salesforce's email templates, as rows of a data export or as records from `sf data query`. `HtmlValue` and `Body`
 * contain the same email. Source: Salesforce's object reference, “EmailTemplate”.
 */
export const emailTemplates: Shape = {
  name: 'salesforce email templates',
  telling: { words: ['EmailTemplate'], keys: ['HtmlValue'], likely: ['DeveloperName', 'TemplateType'] },
  is: ({ value }) =>
    textOf(value, 'Name') !== undefined &&
    (value.member('attributes')?.member('type')?.scalar === 'EmailTemplate' ||
      (value.member('Body') !== undefined &&
        ['DeveloperName', 'TemplateType', 'HtmlValue'].some((key) => value.member(key) !== undefined))),
  lacks: ({ value }) => bodyOf(value) === undefined,
  *replies({ value: record }) {
    const body = bodyOf(record);
    yield* replyFrom(body, {
      entry: record,
      id: idOf(record, 'Id'),
      title: textOf(record, 'Name'),
      twin: record.member('Body'),
      markup: body?.pointer.endsWith('/HtmlValue') ? 'html' : 'text',
      helpdesk: 'salesforce',
      active: !saysNo(record.member('IsActive')),
    });
  },
};

function bodyOf(record: Value): Value | undefined {
  return [record.member('HtmlValue'), record.member('Body')].find(
    (text) => text?.kind === 'text' && text.scalar !== '',
  );
}

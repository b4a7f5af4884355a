import { idOf, listOf, saysNo, textOf } from '../container/value.js';
import { markupOf, replyFrom } from '../reply-from.js';
import type { Shape } from './shape.js';

/**
 * Salesforce Quick Text, as rows of a data export or as records from `sf data export`. Channels are separated by
 * semicolons. Text whose only channel is `Internal` is never sent to a customer. Source: Salesforce's object reference,
 * “QuickText”.
 */
export const quickText: Shape = {
  name: 'salesforce quick text',
  telling: { keys: ['IsInsertable'], likely: ['Message'] },
  is: ({ value }, { tree }) =>
    value.member('attributes')?.member('type')?.scalar === 'QuickText' ||
    (tree?.format === 'csv' &&
      value.member('Name') !== undefined &&
      value.member('Message') !== undefined &&
      ['Channel', 'IsInsertable'].some((column) => value.member(column) !== undefined)),
  lacks: ({ value }) => textOf(value, 'Message') === undefined,
  *replies({ value: record }) {
    const channels = listOf(record.member('Channel'));
    const [only] = channels;
    const reference = record.member('attributes')?.member('referenceId')?.scalar;
    yield* replyFrom(record.member('Message'), {
      entry: record,
      id: idOf(record, 'Id') ?? (typeof reference === 'string' ? reference : undefined),
      title: textOf(record, 'Name'),
      markup: markupOf(textOf(record, 'Message') ?? '') === 'html' ? 'html' : 'text',
      helpdesk: 'salesforce',
      declared: only !== undefined && channels.length === 1 ? { channel: only.toLowerCase() } : {},
      active: !saysNo(record.member('IsInsertable')),
      audience: channels.length > 0 && channels.every((channel) => channel === 'Internal') ? 'staff' : 'customer',
    });
  },
};

import { idOf, textOf } from '../container/value.js';
import { adapterOf, replyFrom } from './shape.js';

/**
 * Canned responses of Freshdesk and Freshservice; `content` is `content_html` once more, as plain text. What a folder
 * lists may have neither. Source: developers.freshdesk.com, “Canned responses”.
 */
export const freshdesk = adapterOf({
  name: 'freshdesk canned responses',
  is: ({ value }) =>
    textOf(value, 'title') !== undefined &&
    value.member('folder_id') !== undefined &&
    (value.member('content_html') !== undefined ||
      value.member('content') !== undefined ||
      value.member('attachments') !== undefined),
  lacks: ({ value }) => !textOf(value, 'content_html') && !textOf(value, 'content'),
  lacking: 'a folder lists only titles; fetch the responses one by one',
  *replies({ value: response }) {
    const isHtml = Boolean(textOf(response, 'content_html'));
    yield* replyFrom(response.member(isHtml ? 'content_html' : 'content'), {
      entry: response,
      id: idOf(response),
      title: textOf(response, 'title'),
      markup: isHtml ? 'html' : 'text',
      helpdesk: 'freshdesk',
    });
  },
});

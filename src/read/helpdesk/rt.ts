import { idOf, textOf, type Value } from '../container/value.js';
import { markupOf, replyFrom } from '../reply-from.js';
import type { HelpdeskAdapter, Shape } from './shape.js';

/**
 * Articles from the REST interface of Request Tracker, whose texts are custom fields. Source: docs.bestpractical.com,
 * “RT::REST2” and “RT::Template” (placeholders are Perl's Text::Template).
 */
const articles: Shape = {
  name: 'request tracker articles',
  telling: { keys: ['CustomFields'] },
  is: ({ value }) => textOf(value, 'Name') !== undefined && textsOf(value).length > 0,
  *replies({ value: article }) {
    const [longest] = textsOf(article).toSorted((a, b) => String(b.scalar).length - String(a.scalar).length);
    yield* replyFrom(longest, {
      entry: article,
      id: idOf(article),
      title: textOf(article, 'Name'),
      markup: markupOf(String(longest?.scalar)),
      helpdesk: 'rt',
      active: article.member('Disabled')?.scalar !== '1',
    });
  },
};

/**
 * Returns the texts of an article. Other custom fields contain a category, or the question that the article answers.
 */
function textsOf(article: Value): Value[] {
  return [...(article.member('CustomFields')?.items() ?? [])].flatMap((field) => {
    const [text] = field.member('values')?.items() ?? [];
    return text?.kind === 'text' && /\S\s+\S/.test(String(text.scalar)) ? [text] : [];
  });
}

export const rt: HelpdeskAdapter = {
  id: 'rt',
  label: 'Request Tracker',
  reads: 'articles',
  placeholders: {
    openers: ['{'],
    roles: { 'ticket.requestoraddresses': 'customer-name' },
  },
  shapes: [articles],
};

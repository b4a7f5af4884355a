import { idOf, saysNo, textOf } from '../container/value.js';
import { adapterOf, markupOf, replyFrom } from './shape.js';

/**
 * Zendesk's dynamic content: one text in several languages. Each variant is a reply; its `locale_id` is a number that
 * the account gives a meaning, so only a `locale` beside it says a language.
 * Source: developer.zendesk.com, “Dynamic content”.
 */
export const zendeskContent = adapterOf({
  name: 'zendesk dynamic content',
  is: ({ value }) =>
    /^\{\{\s*dc\./.test(textOf(value, 'placeholder') ?? '') && value.member('variants')?.kind === 'array',
  *replies({ value: item }) {
    for (const variant of item.member('variants')?.items() ?? []) {
      const locale = textOf(variant, 'locale');
      const content = variant.member('content');
      yield* replyFrom(content, {
        entry: variant,
        id: idOf(variant),
        title: textOf(item, 'name'),
        markup: markupOf(String(content?.scalar)),
        helpdesk: 'zendesk',
        declared: locale === undefined ? {} : { locale },
        active: !saysNo(variant.member('active')),
      });
    }
  },
});

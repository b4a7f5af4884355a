import type { PartOf } from '../../model/reply.js';
import { idOf, saysNo, textOf, type Value } from '../container/value.js';
import { adapterOf, markupOf, replyFrom } from './shape.js';

/**
 * Zendesk's dynamic content: one text in several languages. Each variant is a reply, and what `{{dc.name}}` stands for
 * in others; its `locale_id` is a number that the account gives a meaning, so only a `locale` beside it says a language.
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
        part: partOf(item, variant),
      });
    }
  },
});

function partOf(item: Value, variant: Value): PartOf | undefined {
  const name = /^\{\{\s*(dc\.[\w-]+)\s*\}\}$/.exec(textOf(item, 'placeholder')?.trim() ?? '')?.[1];
  if (name === undefined) return undefined;
  const localeId = idOf(variant, 'locale_id');
  const said = variant.member('default');
  const isDefault = said
    ? /^true$/i.test(String(said.scalar))
    : localeId !== undefined && localeId === idOf(item, 'default_locale_id');
  return { name, isDefault, ...(localeId !== undefined && { localeId }) };
}

import type { PartOf } from '../../model/reply.js';
import { idOf, saysNo, textOf, type Value } from '../container/value.js';
import { type About, markupOf, replyFrom } from '../reply-from.js';
import type { Shape } from './shape.js';

/**
 * Zendesk's dynamic content, which is one text in several languages. Each variant is a reply, and is also the value of
 * `{{dc.name}}` in other replies. Each account assigns its own meaning to `locale_id`, so only a `locale` next to it
 * shows the language. Source: developer.zendesk.com, “Dynamic content”.
 */
export const zendeskContent: Shape = {
  name: 'zendesk dynamic content',
  telling: { likely: ['placeholder', 'variants', 'locale_id'] },
  is: ({ value }) =>
    /^\{\{\s*dc\./.test(textOf(value, 'placeholder') ?? '') && value.member('variants')?.kind === 'array',
  *replies({ value: item }) {
    for (const variant of item.member('variants')?.items() ?? [])
      yield* replyFrom(variant.member('content'), {
        ...aboutVariant(variant),
        title: textOf(item, 'name'),
        part: partOf(item, variant),
      });
  },
};

/** The variants of one item as listed by the API, which omits the name of the item. */
export const zendeskVariants: Shape = {
  name: 'zendesk dynamic content',
  telling: { likely: ['locale_id'] },
  is: ({ value }) =>
    textOf(value, 'content') !== undefined &&
    ['locale_id', 'outdated', 'default'].every((key) => value.member(key) !== undefined),
  replies: ({ value }) => replyFrom(value.member('content'), aboutVariant(value)),
};

function aboutVariant(variant: Value): About {
  const locale = textOf(variant, 'locale');
  return {
    entry: variant,
    id: idOf(variant),
    markup: markupOf(textOf(variant, 'content') ?? ''),
    helpdesk: 'zendesk',
    declared: locale === undefined ? {} : { locale },
    active: !saysNo(variant.member('active')),
  };
}

function partOf(item: Value, variant: Value): PartOf | undefined {
  const name = /^\{\{\s*(dc\.[\w-]+)\s*\}\}$/.exec(textOf(item, 'placeholder')?.trim() ?? '')?.[1];
  if (name === undefined) return undefined;
  const localeId = idOf(variant, 'locale_id');
  const said = variant.member('default');
  const isDefault = said
    ? /^true$/i.test(String(said.scalar))
    : localeId !== undefined && localeId === idOf(item, 'default_locale_id');
  const isOutdated = /^true$/i.test(String(variant.member('outdated')?.scalar));
  return { name, isDefault, ...(isOutdated && { isOutdated }), ...(localeId !== undefined && { localeId }) };
}

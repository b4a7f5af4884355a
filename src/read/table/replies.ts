import type { Declared } from '../../model/reply.js';
import { Broken, idOf, listOf, saysNo, textOf, type Value } from '../container/value.js';
import type { Content, Found } from '../content.js';
import type { Reached } from '../json-path.js';
import { isLanguageCode, localeFrom } from '../locale-in-name.js';
import { markupOf, problemOf, replyFrom } from '../reply-from.js';
import { slugOf } from '../slug.js';
import type { Choice, Variant } from './choice.js';
import { valueAt } from './columns.js';
import { isOfKinds } from './row-kinds.js';
import { type Table, textIn, titleAbove } from './table.js';

/** Yields the replies at one place of a table. */
export function* repliesAt(reached: Reached & { readonly to: Table }, content: Content): Generator<Found> {
  const { value, to } = reached;
  if (value instanceof Broken) yield { problem: problemOf(value) };
  else if (to.kinds && !isOfKinds(value, to.kinds)) return;
  else if (to.choice) yield* repliesOfEntry(reached, to.choice, content);
  else
    yield* replyFrom(value, {
      entry: value,
      title: to.form === 'map' ? reached.keys[0] : titleAbove(reached),
      markup: markupOf(String(value.scalar)),
      declared: declaredBy(reached, content),
    });
}

function* repliesOfEntry(reached: Reached, choice: Choice, content: Content): Generator<Found> {
  const { value: entry, keys } = reached;
  const id = idOf(entry);
  for (const variant of choice.variants) {
    const body = textIn(entry, variant);
    if (!body) continue;
    const title = titleOf(reached, choice, variant);
    const which = choice.variants.length > 1 ? whichOf(variant) : undefined;
    const slug = keys[0] ?? (which === undefined ? undefined : slugOf(title ?? ''));
    yield* replyFrom(body, {
      entry,
      id: id === undefined || which === undefined ? id : `${id}-${which}`,
      slug: slug === undefined || which === undefined ? slug : `${slug}-${which}`,
      title,
      markup: markupOf(String(body.scalar)),
      twin: twinOf(entry, variant),
      declared: declaredBy(reached, content, variant),
      active: isActive(entry),
      audience: isInternal(entry) ? 'staff' : 'customer',
    });
  }
}

/** Returns the plain text of a reply that has markup. */
function twinOf(entry: Value, { columns }: Variant): Value | undefined {
  const [marked, plain] = columns;
  if (!marked?.name.isHtml || !plain || plain.name.isHtml) return undefined;
  return textIn(entry, { columns: [marked], locale: undefined, channel: undefined }) && valueAt(entry, plain.keys);
}

/**
 * Returns the suffix that distinguishes the ids of a variant from those of other variants. Undefined if it needs none.
 */
function whichOf({ locale, channel, columns }: Variant): string | undefined {
  const said = [locale?.toLowerCase(), channel].filter((part) => part !== undefined).join('-');
  if (said !== '') return said;
  const [first] = columns;
  return first?.name.kind === 'other' ? slugOf(first.keys.at(-1) ?? '') : undefined;
}

/**
 * Returns the title of a reply: a title next to the text in the same language, or the key in a map, or else the title
 * of a list that contains it.
 */
function titleOf(reached: Reached, { titles }: Choice, variant: Variant): string | undefined {
  for (const { keys, name } of titles) {
    if (name.locale !== undefined && name.locale !== variant.locale) continue;
    const scalar = valueAt(reached.value, keys)?.scalar;
    if (typeof scalar === 'string' && scalar.trim() !== '') return scalar;
  }
  return reached.keys[0] ?? titleAbove(reached);
}

const SWITCHES = ['active', 'enabled', 'is_active', 'isActive', 'isEnabled'];
const ENDED = ['deleted', 'archived', 'disabled', 'is_deleted', 'is_archived', 'isDeleted', 'isArchived'];

function isActive(entry: Value): boolean {
  return !SWITCHES.some((name) => saysNo(entry.member(name))) && !ENDED.some((name) => saysYes(entry.member(name)));
}

function isInternal(entry: Value): boolean {
  return (
    saysNo(entry.member('public')) ||
    ['internal', 'private'].some((name) => saysYes(entry.member(name))) ||
    /^(?:internal|private|staff|agents?)$/i.test(textOf(entry, 'audience', 'visibility') ?? '')
  );
}

function saysYes(value: Value | undefined): boolean {
  return /^(?:true|1|yes)$/i.test(String(value?.scalar ?? ''));
}

function declaredBy({ value, keys }: Reached, { file }: Content, variant?: Variant): Declared {
  const channel = variant?.channel ?? textOf(value, 'channel');
  const tags = listOf(value.member('tags'));
  const written = textOf(value, 'locale', 'language', 'lang');
  const said = written !== undefined && /^[a-z]{2,3}(?:[-_][a-z\d]{2,8})*$/i.test(written) ? written : undefined;
  // `id`, `no` and `it` are not treated as languages because they are also words.
  const above = keys.find((key) => key !== undefined && isLanguageCode(key) && !/^(?:id|no|it)$/i.test(key));
  const locale = variant?.locale ?? (said ?? above)?.replace('_', '-');
  return {
    ...(channel !== undefined && { channel }),
    ...(tags.length > 0 && { tags }),
    ...localeFrom(locale, file.path),
  };
}

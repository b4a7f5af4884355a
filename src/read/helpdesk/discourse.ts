import type { Catalogue } from '../../model/catalogue.js';
import { idOf, listOf, textOf } from '../container/value.js';
import { replyFrom } from '../reply-from.js';
import { pathsOf } from './paths.js';
import type { HelpdeskAdapter, Shape } from './shape.js';

/** Templates from Discourse and from its older canned-replies plug-in. Source: discourse-canned-replies, serializer. */
const templates: Shape = {
  name: 'discourse templates',
  telling: { likely: ['usages'] },
  is: ({ value }) =>
    textOf(value, 'title') !== undefined &&
    textOf(value, 'content') !== undefined &&
    value.member('tags')?.kind === 'array' &&
    value.member('usages') !== undefined,
  *replies({ value: template }) {
    yield* replyFrom(template.member('content'), {
      entry: template,
      id: idOf(template),
      title: textOf(template, 'title'),
      markup: 'markdown',
      helpdesk: 'discourse',
      declared: { tags: listOf(template.member('tags')) },
    });
  },
};

/** The placeholders that Discourse fills in. */
const catalogue: Catalogue = {
  name: 'Discourse',
  opens: '%{',
  paths: pathsOf(
    '{my_username,my_name,original_poster_username,original_poster_name,reply_to_username,reply_to_name,last_poster_username,reply_to_or_last_poster_username,context_title,context_url,topic_title,topic_url}',
  ),
  closed: /^$/,
  open: /^$/,
  customer: 'reply_to_username',
  fallbacks: [
    { looks: /^%\{((?:reply_to|original_poster|last_poster)\w*)\}$/, write: '%{@,fallback:~}' },
    { looks: /^%\{([\w.]+)\}$/, write: '%{@,fallback:~}', onlyHere: true },
  ],
  source: 'https://github.com/discourse/discourse-templates',
};

export const discourse: HelpdeskAdapter = {
  id: 'discourse',
  label: 'Discourse',
  reads: 'templates and canned replies',
  placeholders: { openers: ['%{'], catalogue },
  shapes: [templates],
};

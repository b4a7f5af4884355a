import { jsonIn } from '../container/json.js';
import { idOf, textOf, type Value } from '../container/value.js';
import { replyFrom } from '../reply-from.js';
import type { HelpdeskAdapter, Shape } from './shape.js';

/**
 * Gorgias macros: what the action `setResponseText` writes. `body_html` and `body_text` are the same text.
 * Source: developers.gorgias.com, “The macro object”.
 */
const macros: Shape = {
  name: 'gorgias macros',
  telling: { words: ['setResponseText'] },
  is: ({ value }) => answersOf(value).length > 0,
  *replies({ value: macro }) {
    for (const [index, answer] of answersOf(macro).entries()) {
      const isHtml = Boolean(textOf(answer, 'body_html'));
      const language = textOf(macro, 'language');
      const id = idOf(macro);
      yield* replyFrom(answer.member(isHtml ? 'body_html' : 'body_text'), {
        entry: macro,
        id: id !== undefined && index > 0 ? `${id}~${index + 1}` : id,
        title: textOf(macro, 'name'),
        markup: isHtml ? 'html' : 'text',
        twin: answer.member('body_text'),
        helpdesk: 'gorgias',
        declared: language ? { locale: language } : {},
      });
    }
  },
};

function answersOf(macro: Value): Value[] {
  const actions = macro.member('actions');
  const listed = actions?.kind === 'text' ? jsonIn(actions) : actions;
  return [...(listed?.items() ?? [])].flatMap((action) => {
    const written = action.member('arguments');
    return textOf(action, 'name') === 'setResponseText' && written ? [written] : [];
  });
}

export const gorgias: HelpdeskAdapter = {
  id: 'gorgias',
  label: 'Gorgias',
  reads: 'macros',
  placeholders: { openers: ['{{'] },
  shapes: [macros],
};

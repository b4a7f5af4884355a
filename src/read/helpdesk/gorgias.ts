import { idOf, textOf, type Value } from '../container/value.js';
import { adapterOf, replyFrom } from './shape.js';

/**
 * Gorgias macros: what the action `setResponseText` writes. `body_html` and `body_text` are the same text.
 * Source: developers.gorgias.com, “The macro object”.
 */
export const gorgias = adapterOf({
  name: 'gorgias macros',
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
        helpdesk: 'gorgias',
        declared: language ? { locale: language } : {},
      });
    }
  },
});

function answersOf(macro: Value): Value[] {
  return [...(macro.member('actions')?.items() ?? [])].flatMap((action) => {
    const written = action.member('arguments');
    return textOf(action, 'name') === 'setResponseText' && written ? [written] : [];
  });
}

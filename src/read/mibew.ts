import { shiftedBy } from '../model/offset-map.js';
import type { Adapter, Content, Found } from './content.js';
import { localeFrom } from './locale-in-name.js';
import { linesOf } from './markdown-blocks.js';

/** Matches the entry of a language file that contains the messages operators can choose from. */
const ANSWERS = /^[ \t]*chat\.predefined_answers[ \t]*=[ \t]*/;

/**
 * Reads the canned messages in the `properties` files of Mibew's languages. They are in a single entry and separated by
 * `\n`, the only escape that Mibew supports there.
 */
export const mibew: Adapter = {
  name: 'Mibew messages',
  recognises: ({ name, text }) => isLanguageFile(name) && /^[ \t]*chat\.predefined_answers[ \t]*=/m.test(text),
  leftAlone: ({ name }) => (isLanguageFile(name) ? { kind: 'data', reason: 'no Mibew messages' } : undefined),
  replies,
};

function isLanguageFile(name: string): boolean {
  return name === 'properties' || name.endsWith('.properties');
}

function* replies({ text, file }: Content): Generator<Found> {
  const locale = localeOf(file.path);
  for (const line of linesOf(text)) {
    const raw = text.slice(line.start, line.end);
    const key = ANSWERS.exec(raw);
    if (!key) continue;
    let at = key[0].length;
    for (const [index, message] of raw.slice(at).split('\\n').entries()) {
      const start = line.start + at + (message.length - message.trimStart().length);
      at += message.length + 2;
      if (message.trim() === '') continue;
      yield {
        reply: {
          id: undefined,
          slug: `chat-predefined-answers-${index + 1}`,
          title: undefined,
          pointer: `/chat.predefined_answers/${index}`,
          start,
          body: message.trim(),
          map: shiftedBy(start),
          markup: 'text',
          helpdesk: 'mibew',
          declared: { channel: 'chat', ...locale },
        },
      };
    }
  }
}

/** Returns the language of a folder in Mibew, which uses `sp` for Spanish. */
function localeOf(path: string): ReturnType<typeof localeFrom> {
  return /(?:^|\/)sp\/[^/]*$/.test(path) ? { localeInPath: 'es' } : localeFrom(undefined, path);
}

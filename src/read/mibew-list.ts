import { MappedText } from '../model/offset-map.js';
import type { Adapter, Content, Found, FoundReply } from './content.js';
import { localeFrom } from './locale-in-name.js';
import { type Line, linesOf } from './markdown-blocks.js';

/**
 * Reads the canned messages of Mibew 2 and later: `canned_messages.yml` in a folder named after a language, with a list
 * of strings. Only lists with one message per line are read, which is how Mibew writes them, because a bare list of
 * strings could be anything.
 */
export const mibewList: Adapter = {
  name: 'Mibew messages',
  recognises: ({ name, text }) => /^canned_messages\.ya?ml$/.test(name) && messagesIn(text) !== undefined,
  replies,
};

type Message = Pick<FoundReply, 'start' | 'body' | 'map'>;

const ITEM = /^- +(?='(?:[^']|'')*' *$|"[^"\\]*" *$|[^\s'"#&*!|>%@`{}[\],?:-][^#]*$)/;

/** Returns the messages, one per line. Undefined if any line is neither a message nor blank nor a comment. */
function messagesIn(text: string): Message[] | undefined {
  const messages: Message[] = [];
  for (const line of linesOf(text)) {
    const raw = text.slice(line.start, line.end);
    if (/^(?:\s*|---|#.*)$/.test(raw)) continue;
    const item = ITEM.exec(raw);
    if (!item || (!/["']/.test(raw[item[0].length] ?? '') && /:(?:\s|$)/.test(raw))) return undefined;
    messages.push(messageIn(text, line, line.start + item[0].length));
  }
  return messages.length > 0 ? messages : undefined;
}

function messageIn(text: string, { end }: Line, from: number): Message {
  const out = new MappedText();
  const quote = text[from] ?? '';
  const quoted = quote === "'" || quote === '"';
  const written = text.slice(from, end).trimEnd();
  const to = from + written.length - (quoted ? 1 : 0);
  const start = quoted ? from + 1 : from;
  let at = start;
  // Within single quotes, a quotation mark is written twice.
  for (let twice = text.indexOf("''", at); quote === "'" && twice >= 0 && twice < to; twice = text.indexOf("''", at)) {
    out.add(text.slice(at, twice), at, twice);
    out.add("'", twice, twice + 2);
    at = twice + 2;
  }
  out.add(text.slice(at, to), at, to);
  return { start, body: out.text, map: out.map() };
}

function* replies({ text, file }: Content): Generator<Found> {
  const locale = localeFrom(undefined, file.path);
  for (const [index, message] of (messagesIn(text) ?? []).entries()) {
    if (message.body.trim() === '') continue;
    yield {
      reply: {
        id: undefined,
        slug: String(index + 1),
        title: undefined,
        pointer: `/${index}`,
        ...message,
        markup: 'text',
        helpdesk: 'mibew',
        declared: { channel: 'chat', ...locale },
      },
    };
  }
}

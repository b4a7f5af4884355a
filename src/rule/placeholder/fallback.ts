import type { Rendering, Word } from '../../model/rendering.js';
import type { Placeholder } from '../../model/reply.js';
import { sentencesOf } from '../parts.js';
import type { Reading } from '../rule.js';

type Helpdesk = NonNullable<Rendering['reply']['helpdesk']>;

/** How a fallback is written, by the help desk whose placeholders begin so; `@` is the path, `~` the fallback. */
interface Way {
  readonly looks: RegExp;
  readonly write: string;
  /** Only these write so; left out where nobody else does. */
  readonly helpdesks?: readonly Helpdesk[];
}
const WAYS: readonly Way[] = [
  { looks: /^\{%\s?([\w.]+)\s?%\}$/, write: '{%@,fallback=~%}' },
  { looks: /^<attribute\b[^>]*\bkey=["']([^"']+)/, write: '<attribute key="@" default="~"/>' },
  // A record always has a last name there; the first name may be missing.
  { looks: /^\{!\s?([\w.]*first_?name)\s?\}$/i, write: '{!BLANKVALUE(@, "~")}' },
  { looks: /^%\{((?:reply_to|original_poster|last_poster)\w*)\}$/, write: '%{@,fallback:~}' },
  { looks: /^%\{([\w.]+)\}$/, write: '%{@,fallback:~}', helpdesks: ['discourse'] },
  {
    looks: /^\{\{\s?personalization_token\(\s?["']([^"']+)["']\s?\)\s?\}\}$/,
    write: '{{ personalization_token("@", "~") }}',
  },
  // biome-ignore lint/suspicious/noTemplateCurlyInString: Braze writes placeholders so.
  { looks: /^\{\{\s?\$\{([\w.]+)\}\s?\}\}$/, write: '{{ ${@} | default: "~" }}' },
  { looks: /^\{\{\s?([\w.]+)\s?\}\}$/, write: '{{ @ | fallback: "~" }}', helpdesks: ['intercom'] },
];

interface FallbackProblem {
  readonly does: string;
  readonly instead: string;
}

/**
 * What is wrong where a customer’s name is missing: a fallback that the group `nobody` names, or none in the greeting.
 * @param fallback the word to suggest
 */
export function fallbackProblem(word: Word, reading: Reading, fallback: string): FallbackProblem | undefined {
  const { rendering } = reading;
  const { placeholder } = word;
  if (!placeholder || word.code || placeholder.role !== 'customer-name') return undefined;
  if (placeholder.fallback !== undefined) return poor(placeholder.fallback, reading);
  const isOpening = sentencesOf(rendering, 'opening').some(
    (sentence) => sentence === rendering.sentences[word.sentence],
  );
  return isOpening && !isAskedFor(word, rendering)
    ? missing(placeholder, rendering.reply.helpdesk, fallback)
    : undefined;
}

function poor(written: string, reading: Reading): FallbackProblem | undefined {
  const fallback = written.trim();
  const instead = 'Write a fallback that greets a person, such as “there”';
  if (fallback === '') return { does: 'leaves a gap where the name is missing', instead };
  const isDemeaning = reading.of(fallback).matches('nobody').length > 0;
  return isDemeaning ? { does: `calls a customer without a name “${fallback}”`, instead } : undefined;
}

function missing({ text }: Placeholder, helpdesk: Helpdesk | undefined, fallback: string): FallbackProblem | undefined {
  for (const { looks, write, helpdesks } of WAYS) {
    const path = helpdesks && !(helpdesk && helpdesks.includes(helpdesk)) ? undefined : looks.exec(text)?.[1];
    if (path === undefined) continue;
    const better = write.replace(/[@~]/g, (mark) => (mark === '@' ? path : fallback));
    return { does: 'has no fallback for a customer without a name', instead: `Write ${better}` };
  }
  return undefined;
}

/** True where the template asks for the name before it uses it: `{% if user.name %}`. */
function isAskedFor({ placeholder }: Word, { conditions }: Rendering): boolean {
  return conditions.some(
    ({ subject }) => subject !== '' && placeholder?.text.includes(subject.split(' ')[0] ?? subject),
  );
}

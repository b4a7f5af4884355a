import type { Placeholder, Reading, Rendering, Word } from 'replylint/rule';

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

export interface Problem {
  readonly does: string;
  readonly instead: string;
}

export function poor(written: string, reading: Reading): Problem | undefined {
  const fallback = written.trim();
  const instead = 'Write a fallback that greets a person, such as “there”';
  if (fallback === '') return { does: 'leaves a gap where the name is missing', instead };
  const isDemeaning = reading.of(fallback).matches('nobody').length > 0;
  return isDemeaning ? { does: `calls a customer without a name “${fallback}”`, instead } : undefined;
}

export function missing({ text }: Placeholder, helpdesk: Helpdesk | undefined, fallback: string): Problem | undefined {
  for (const { looks, write, helpdesks } of WAYS) {
    const path = helpdesks && !(helpdesk && helpdesks.includes(helpdesk)) ? undefined : looks.exec(text)?.[1];
    if (path === undefined) continue;
    const better = write.replace(/[@~]/g, (mark) => (mark === '@' ? path : fallback));
    return { does: 'has no fallback for a customer without a name', instead: `Write ${better}` };
  }
  return undefined;
}

/** True where the template asks for the name before it uses it: `{% if user.name %}`. */
export function isAskedFor({ placeholder }: Word, { conditions }: Rendering): boolean {
  return conditions.some(
    ({ subject }) => subject !== '' && placeholder?.text.includes(subject.split(' ')[0] ?? subject),
  );
}

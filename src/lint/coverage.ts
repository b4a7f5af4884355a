import type { ResolvedConfig } from '../config/index.js';
import { languageCode } from '../rule/language/index.js';
import type { ComposedReply } from './compose-reply.js';
import { covers } from './reading.js';

/** How many of these replies are in languages that some of their rules have no phrases for. */
export function uncoveredIn(
  replies: readonly ComposedReply[],
  absolute: string,
  config: ResolvedConfig,
): Map<string, number> {
  const uncovered = new Map<string, number>();
  for (const { reply, composition } of replies) {
    const [rendering] = composition?.renderings ?? [];
    if (!rendering || reply.audience !== 'customer') continue;
    const { form, intent, locale } = rendering;
    const { rules } = config.settingsFor(absolute, { reply, form, intent, locale });
    if (rules.every(({ rule }) => covers(rule, locale))) continue;
    const language = languageCode(locale);
    uncovered.set(language, (uncovered.get(language) ?? 0) + 1);
  }
  return uncovered;
}

/** Counts the replies whose language some rules have no phrases for. */
export class Coverage {
  readonly #replies = new Map<string, number>();

  /** Takes note of a file's replies. */
  note(uncovered: Iterable<readonly [language: string, replies: number]>): void {
    for (const [language, count] of uncovered) this.#replies.set(language, (this.#replies.get(language) ?? 0) + count);
  }

  /** One line; undefined where every language is covered. */
  inWords(): string | undefined {
    if (this.#replies.size === 0) return undefined;
    const listed = [...this.#replies].sort().map(([language, count]) => {
      const name = language === 'und' ? 'a language not recognised' : language;
      return `${count} ${count === 1 ? 'reply' : 'replies'} in ${name}`;
    });
    return `Not checked by rules that have no phrases in their language: ${listed.join(', ')}`;
  }
}

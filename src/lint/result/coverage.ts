import type { ResolvedConfig } from '../../config/index.js';
import { languageCode } from '../../language/index.js';
import type { Rendering } from '../../model/rendering.js';
import { covers } from '../judge/phrase-reader.js';

/** The language of a reply, where some of its rules have no phrases for it. */
export function uncoveredBy(rendering: Rendering, absolute: string, config: ResolvedConfig): string | undefined {
  const { reply, form, intent, locale } = rendering;
  const { rules } = config.settingsFor(absolute, { reply, form, intent, locale });
  return rules.every(({ rule }) => covers(rule, locale)) ? undefined : languageCode(locale);
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

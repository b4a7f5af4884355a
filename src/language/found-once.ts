import type { Rendering } from '../model/rendering.js';

type Read = Pick<Rendering, 'text' | 'words' | 'sentences' | 'locale'>;

/** Caches what was found in a text, so that each text is searched once even if several callers need the result. */
export class FoundOnce<T> {
  readonly #known = new WeakMap<Read['words'], { readonly in: Omit<Read, 'words'>; readonly found: T | undefined }>();

  of<R extends Read>(rendering: R, look: (rendering: R) => T | undefined): T | undefined {
    const { text, words, sentences, locale } = rendering;
    const known = this.#known.get(words);
    if (known && known.in.text === text && known.in.sentences === sentences && known.in.locale === locale)
      return known.found;
    const found = look(rendering);
    this.#known.set(words, { in: { text, sentences, locale }, found });
    return found;
  }
}

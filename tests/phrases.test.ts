import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { languagesIn } from '../bin/languages.mjs';
import { rules } from '../rules/index.js';
import { readFolder } from '../src/language/folder/folder.js';
import { languageOf } from '../src/language/index.js';
import type { Language } from '../src/language/language.js';
import { makeLanguage, UNKNOWN_DATA } from '../src/language/make.js';
import { anchorsOf, byLength } from '../src/language/phrase/anchor.js';
import { type MatchedWord, PhraseError, PhraseTable, parsePhrase, tokens } from '../src/language/phrase/index.js';
import { type AtomSet, GAP, type Item, type Phrase } from '../src/language/phrase/parse.js';
import { PROPERTY, runs } from './properties.js';

const en = languageOf('en');

describe('phrases', () => {
  test.each([
    ['anything else', 'Is there anything else I can do?', ['anything else']],
    ['anything else', 'Anything\u00a0 else?', ['Anything\u00a0 else']],
    ['(can|could|may) I', 'May I help? Could i? I can.', ['May I', 'Could i']],
    ['help you (at all)?', 'Can I help you at all? help you', ['help you at all', 'help you']],
    ['refund*', 'Refunds are refunding a refund, not a prefund.', ['Refunds', 'refunding', 'refund']],
    ['you ... late', 'you are a bit too late. you are only just a bit too late', ['you are a bit too late']],
    ['you are', "You're right, youre right, you’re right", ["You're", 'youre', 'you’re']],
    ['did not', "I didn't; I did not", ["didn't", 'did not']],
    ['can not', "We cannot, can't, can not", ['cannot', "can't", 'can not']],
    ["don't", 'do not', ['do not']],
    ['in {number} days', 'in 5 days, in three days, in some days', ['in 5 days', 'in three days']],
    ['see {link}', 'see https://example.com/a?b=c. now, see below', ['see https://example.com/a?b=c']],
    ['^thanks', 'thanks and thanks', ['thanks']],
    ['thanks $', 'thanks and thanks', ['thanks']],
    ['cannot !(wait|thank)', 'We cannot wait', []],
    ['cannot !(wait|thank)', 'We cannot', ['cannot']],
    ['cannot !(wait|thank)', 'We cannot go', ['cannot']],
    ['!(if|when) you failed', 'if you failed', []],
    ['!(if|when) you failed', 'you failed', ['you failed']],
    ['you !(can|may) have ... paid', 'you have not paid', ['you have not paid']],
    ['re-send', 'We re-send or re‑send or resend', ['re-send', 're‑send']],
    ['straße', 'STRASSE Straße', ['Straße']],
    ['soft', 'so\u00adft', ['so\u00adft']],
    ['a (b|c (d|e)?) f', 'a b f a c f a c e f a c d e f', ['a b f', 'a c f', 'a c e f']],
  ])('%j in %j', (phrase, text, found) => {
    expect(wordsFound([phrase], text)).toEqual(found);
  });

  test.each([
    ['(open', 0, '“(” is not closed'],
    ['a | b', 2, '“|” was not expected here'],
    ['a {nobody}', 2, '“{nobody}” is not a role'],
    ['a ! b', 3, 'expected “(” after “!”'],
    ['', 0, 'a phrase needs at least one word'],
    ['(a)?', 0, 'a phrase needs at least one word'],
    ['... a', 0, '“...” stands between words'],
    ['...', 0, 'a phrase needs at least one word'],
    ['(a|)', 0, 'an empty choice'],
    ['a!(b c)', 1, 'takes single words'],
    ['word?', 0, 'a phrase needs at least one word'],
    ["don't?", 5, '“?” follows a single word'],
    ['"open', 0, '“"” is not closed'],
    ['a @nothing-like-it', 2, '“@nothing-like-it” is not a word class'],
    ['a @negatoin', 2, 'Did you mean “@negation”?'],
    ['a ~(b)', 3, 'is not a word'],
    ['^ !(a) b', 0, 'after ^ there is no word'],
    ['a , b', 2, '“,” is not a word'],
    ['Mon(day)? to Fri(day)?', 3, 'write whole words: “(Mon|Monday)”'],
    ['a refund(s|ed)', 8, 'write whole words: “(refunds|refunded)”'],
    ['a colou?r', 8, 'write whole words: “(color|colour)”'],
    ['the (on|off)line', 12, 'write whole words: “(online|offline)”'],
    ['(a|b)(c|d)', 5, 'with blanks between them'],
    ['foo*bar', 4, 'with blanks between them'],
    ['{number}x', 8, 'with blanks between them'],
    ['[Mm]onday', 0, '“[” has no meaning in a phrase'],
    ['a \\d+', 2, '“\\” has no meaning in a phrase'],
  ])('%j is refused at %i', (phrase, at, message) => {
    let error: unknown;
    try {
      parsePhrase(phrase, en);
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(PhraseError);
    expect((error as PhraseError).at).toBe(at);
    expect((error as PhraseError).message).toContain(message);
  });

  test('many phrases at once find what each finds alone, and what a naive matcher finds', PROPERTY, () => {
    fc.assert(
      fc.property(
        fc.array(phraseSource, { minLength: 1, maxLength: 6 }),
        fc.array(fc.array(word, { maxLength: 14 }), { minLength: 1, maxLength: 5 }),
        (sources, sentences) => {
          const phrases = sources.map((source) => parsePhrase(source, en));
          const table = PhraseTable.of(sources, en);
          for (const words of sentences) {
            const sentence = words.map((folded): MatchedWord => ({ folded, kind: 'word' }));
            const together = table.find(sentence, 0, sentence.length);
            const naive = phrases.flatMap((phrase, index) =>
              withoutOverlaps(allMatches(phrase, words)).map(([from, to]) => ({ phrase: index, from, to })),
            );
            expect(sorted(together)).toEqual(sorted(naive));
          }
        },
      ),
      runs(600),
    );
  });
});

describe('fillers', () => {
  /** A language whose only filler is “d”. */
  const language = makeLanguage({ ...UNKNOWN_DATA, fillers: ['d'] });

  test.each([
    ['a b', 'a b, a d b, a d d b, a d d d b', ['a b', 'a d b', 'a d d b']],
    ['"a b" c', 'a b c, a b d c, a d b c', ['a b c', 'a b d c']],
    ['a d b', 'a d b, a d d b, a b', ['a d b', 'a d d b']],
    ['a ... c', 'a d d d d c, a d d d d d c', ['a d d d d c']],
    ['a !(b) c?', 'a d b', []],
    ['a !(b) c?', 'a d c', ['a d c']],
    ['!(b) a', 'b d a', []],
    ['!(b) a', 'c d a', ['a']],
    ['^ a', 'd d a', ['a']],
    ['^ a', 'd d d a', []],
    ['a $', 'a d', ['a']],
    ['a $', 'a c', []],
  ])('%j in %j', (phrase, text, found) => {
    const table = PhraseTable.of([phrase], language, { skips: true });
    const said = text.split(', ').flatMap((sentence) => {
      const words = [...tokens(sentence, language)];
      return table
        .find(words, 0, words.length)
        .map(({ from, to }) => sentence.slice(words[from]?.start, words[to - 1]?.end));
    });
    expect(said).toEqual(found);
  });

  test('are skipped as a naive matcher skips them', PROPERTY, () => {
    fc.assert(
      fc.property(
        fc.array(skippingSource, { minLength: 1, maxLength: 4 }),
        fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'd', 'ab'), { maxLength: 14 }),
        (sources, words) => {
          const sentence = words.map((folded): MatchedWord => ({ folded, kind: 'word' }));
          const together = PhraseTable.of(sources, language, { skips: true }).find(sentence, 0, sentence.length);
          const naive = sources.flatMap((source, index) => {
            const { items } = parsePhrase(source, language);
            const all = words.flatMap((_, from) =>
              skippingEnds(items, words, from, false).map((to): [number, number] => [from, to]),
            );
            return withoutOverlaps(all).map(([from, to]) => ({ phrase: index, from, to }));
          });
          expect(sorted(together)).toEqual(sorted(naive));
        },
      ),
      runs(400),
    );
  });

  /** @param mayskip true if “d” may come before the next word, up to twice */
  function skippingEnds(items: readonly Item[], words: readonly string[], at: number, mayskip: boolean): number[] {
    const [first, ...rest] = items;
    if (!first) return [at];
    if (first.kind === 'gap')
      return [0, 1, 2, 3, 4].flatMap((gap) =>
        at + gap <= words.length ? skippingEnds(rest, words, at + gap, false) : [],
      );
    if (first.kind === 'choice')
      return [...first.options, ...(first.optional ? [[]] : [])].flatMap((option) =>
        skippingEnds([...option, ...rest], words, at, mayskip),
      );
    return [0, 1, 2].flatMap((skipped) => {
      const isSkipped = mayskip || skipped === 0;
      if (!isSkipped || !words.slice(at, at + skipped).every((word) => word === 'd')) return [];
      const written = words[at + skipped];
      return written !== undefined && fits(first, written) ? skippingEnds(rest, words, at + skipped + 1, true) : [];
    });
  }
});

describe('what a phrase waits for', () => {
  test.each([
    ['thank you for waiting', { words: ['waiting'], prefixes: [] }],
    ['you (can|could (not|hardly)) wait', { words: ['wait'], prefixes: [] }],
    ['(disappointed|let down)', { words: ['disappointed', 'down'], prefixes: [] }],
    ['(refund*|money)', { words: ['money'], prefixes: ['refund'] }],
    ['(unfortunately)? we', { words: ['we'], prefixes: [] }],
    ['!(never|nobody) we cannot', { words: ['can'], prefixes: [] }],
    ["don't go", { words: ['not'], prefixes: [] }],
    ['sign-off by you', { words: ['sign-off'], prefixes: [] }],
    ['the a.s.a.p -x 3rd', { words: ['the'], prefixes: [] }],
    ['größe', { words: ['größe'], prefixes: [] }],
  ])('%j', (phrase, anchor) => {
    expect(anchorIn(parsePhrase(phrase, en))).toEqual(anchor);
  });

  test.each([
    ["don't", ['do', 'not']],
    ['{number}', []],
    ['(we|{any})', ['we']],
  ])('%j', (phrase, words) => {
    const anchor = anchorIn(parsePhrase(phrase, en));
    for (const word of anchor?.words ?? []) expect(words).toContain(word);
    expect(anchor).toBeDefined();
  });

  test('is a word of every text that the phrase is in, for the phrases of all rules', () => {
    for (const [source, language] of phrasesOfRules()) {
      const phrase = parsePhrase(source, language);
      const anchor = anchorIn(phrase);
      if (!anchor || anchor.others) continue;
      for (const text of texts(phrase.items))
        expect(
          text.some((said) => anchor.words.includes(said) || anchor.prefixes.some((prefix) => said.startsWith(prefix))),
          `${source}: ${text.join(' ')}`,
        ).toBe(true);
    }
  });
});

/** Yields all phrases of the rules, in code and in files, with their language. */
function* phrasesOfRules(): Generator<readonly [string, Language]> {
  for (const { phrases } of rules)
    if (phrases !== 'in-files')
      for (const [locale, groups] of Object.entries(phrases))
        for (const entry of Object.values(groups).flat())
          yield [typeof entry === 'string' ? entry : entry.phrase, languageOf(locale === '*' ? 'en' : locale)];
  const folders = languagesIn(fileURLToPath(new URL('../rules/languages', import.meta.url)));
  const { phraseFiles, language } = readFolder('en', folders.en ?? {});
  for (const { groups } of phraseFiles)
    for (const { phrases } of groups) for (const { phrase } of phrases) yield [phrase, language];
}

/** Returns the anchors of a phrase, and the number of kinds of words that it waits for. */
function anchorIn(phrase: Phrase) {
  const [anchor] = anchorsOf(phrase, { gap: GAP, fillers: 0, commonness: byLength });
  if (!anchor) return undefined;
  const { words, others } = anchor.set;
  const prefixes = others.flatMap((one) => (one.kind === 'prefix' ? [one.prefix] : []));
  const kinds = others.length - prefixes.length;
  return { words: [...words], prefixes, ...(kinds > 0 && { others: kinds }) };
}

/** Returns enough texts that match a phrase to use each of its options once, without optional parts. */
function texts(items: readonly Item[]): string[][] {
  const parts = items.map((one): string[][] => {
    if (one.kind === 'word') return [[one.word]];
    if (one.kind === 'prefix') return [[one.prefix]];
    if (one.kind === 'choice') return one.optional ? [[]] : one.options.flatMap(texts);
    if (one.kind === 'quoted') return texts(one.items);
    return [[]];
  });
  return Array.from({ length: Math.max(1, ...parts.map(({ length }) => length)) }, (_, nth) =>
    parts.flatMap((options) => options[nth % options.length] ?? []),
  );
}

const word = fc.constantFrom('a', 'b', 'c', 'd', 'ab', 'abc');
const atom = fc.oneof(word, fc.constantFrom('a*', 'ab*', 'c*'));
const item = fc.oneof(
  { weight: 6, arbitrary: atom },
  { weight: 2, arbitrary: fc.tuple(atom, atom).map(([one, other]) => `(${one}|${other} ${one})`) },
  { weight: 2, arbitrary: fc.tuple(atom, atom).map(([one, other]) => `(${one} ${other})?`) },
  { weight: 1, arbitrary: fc.constant('...') },
  { weight: 1, arbitrary: fc.tuple(atom, atom).map(([one, other]) => `!(${one}|${other})`) },
);
const phraseSource = fc
  .tuple(fc.boolean(), fc.array(item, { maxLength: 2 }), atom, fc.array(item, { maxLength: 3 }), fc.boolean())
  .map(([start, before, middle, after, end]) => {
    const items = [...before, middle, ...after];
    const isGap = (index: number) => items[index] === '...';
    while (isGap(0) || (items[0]?.startsWith('!') && isGap(1))) items.shift();
    const anchored = start && !items[0]?.startsWith('!');
    while (items.at(-1) === '...') items.pop();
    return `${anchored ? '^' : ''}${items.join(' ')}${end ? '$' : ''}`;
  });

const skippingSource = fc
  .tuple(
    atom,
    fc.array(
      fc.oneof(
        { weight: 4, arbitrary: atom },
        { weight: 2, arbitrary: fc.tuple(atom, atom).map(([one, other]) => `(${one}|${other} ${one})?`) },
        { weight: 1, arbitrary: fc.constant('...') },
      ),
      { maxLength: 3 },
    ),
    atom,
  )
  .map(([first, middle, last]) => [first, ...middle, last].join(' '));

/** Returns all matches of a phrase by brute force, as the reference for the matcher. */
function allMatches(phrase: Phrase, words: readonly string[]): [number, number][] {
  const found: [number, number][] = [];
  for (let from = 0; from < words.length; from += 1) {
    if (phrase.atStart && from > 0) continue;
    if (from > 0 && phrase.notAfter && isIn(phrase.notAfter, words[from - 1] ?? '')) continue;
    for (const to of new Set(ends(phrase.items, words, from)))
      if (to > from && (!phrase.atEnd || to === words.length)) found.push([from, to]);
  }
  return found;
}

function ends(items: readonly Item[], words: readonly string[], at: number): number[] {
  const [first, ...rest] = items;
  if (!first) return [at];
  if (first.kind === 'gap')
    return [0, 1, 2, 3, 4].flatMap((skip) => (at + skip <= words.length ? ends(rest, words, at + skip) : []));
  if (first.kind === 'not') return at < words.length && isIn(first.set, words[at] ?? '') ? [] : ends(rest, words, at);
  if (first.kind === 'choice')
    return [...first.options, ...(first.optional ? [[]] : [])].flatMap((option) =>
      ends([...option, ...rest], words, at),
    );
  return at < words.length && fits(first, words[at] ?? '') ? ends(rest, words, at + 1) : [];
}

function fits(one: Item, written: string): boolean {
  return one.kind === 'word' ? one.word === written : one.kind === 'prefix' && written.startsWith(one.prefix);
}

function isIn({ words, others }: AtomSet, written: string): boolean {
  return words.has(written) || others.some((one) => fits(one, written));
}

function withoutOverlaps(matches: readonly [number, number][]): [number, number][] {
  const kept: [number, number][] = [];
  for (const match of [...matches].sort((x, y) => x[0] - y[0] || y[1] - x[1]))
    if (match[0] >= (kept.at(-1)?.[1] ?? 0)) kept.push(match);
  return kept;
}

function sorted<T extends { phrase: number; from: number; to: number }>(hits: readonly T[]): T[] {
  return [...hits].sort((x, y) => x.phrase - y.phrase || x.from - y.from);
}

/** Returns the words that phrases match in a text whose sentences end at `.`, `?` and `!` before a blank. */
function wordsFound(sources: readonly string[], text: string): string[] {
  const table = PhraseTable.of(sources, en);
  return text.split(/(?<=[.?!]\s)/).flatMap((sentence) => {
    const words = [...tokens(sentence, en)];
    return table
      .find(words, 0, words.length)
      .map(({ from, to }) => sentence.slice(words[from]?.start, words[to - 1]?.end));
  });
}

import type { GroupSource } from '../pack/write.js';
import type { LanguageFolder } from './folder.js';
import { PHRASE_LISTS } from './grammar-file.js';
import type { PhraseFile } from './phrase-file.js';

/** Returns the engine's own lists, as groups that do not belong to a rule. */
export function engineGroups({ lists, cues }: LanguageFolder): GroupSource[] {
  const own = PHRASE_LISTS.map((name) => {
    // A conditional can open a clause anywhere, whereas the phrases of other lists must open a sentence.
    const phrases = lists[name].map((phrase) => ({ phrase: name === 'conditional' ? phrase : `^ ${phrase}` }));
    return { rule: '', name, phrases, skips: false };
  });
  const told = cues.map(({ name, isExact, phrases }) => ({
    rule: '',
    name: `cue ${name}`,
    phrases: phrases.map((phrase) => ({ phrase })),
    skips: !isExact,
  }));
  return [...own, ...told];
}

/** Returns the groups of a phrase file. */
export function fileGroups({ rule, groups }: PhraseFile): GroupSource[] {
  return groups.map(({ name, strict, unbroken, unless, onlyWith, ignoredIn, phrases }) => ({
    rule,
    name,
    ...(strict && { strict }),
    ...(unbroken && { unbroken }),
    ...(unless.length > 0 && { unless }),
    ...(onlyWith.length > 0 && { onlyWith }),
    ...(ignoredIn && { ignoredIn }),
    skips: true,
    phrases: phrases.map(({ phrase, instead, fix }) => ({
      phrase,
      ...(instead !== undefined && { instead }),
      ...(fix !== undefined && { fix }),
    })),
  }));
}

/**
 * Returns the word classes that conditions of groups and code look up by name while judging a text.
 * @param byCode the names used in code, including `@`
 */
export function askedGroups(folders: readonly LanguageFolder[], byCode: Iterable<string>): GroupSource[] {
  const named = new Set(byCode);
  for (const { phraseFiles } of folders)
    for (const { unless, onlyWith } of phraseFiles.flatMap(({ groups }) => groups))
      for (const { words } of [...unless, ...onlyWith]) if (words.startsWith('@')) named.add(words);
  const has = (name: string) => folders.some(({ classes }) => classes.has(name.slice(1)));
  return [...named]
    .filter(has)
    .sort()
    .map((name) => ({ rule: '', name, phrases: [{ phrase: name }], skips: false, asked: true }));
}

import { globTest, linearWildcard } from '../read/index.js';
import type { Override } from './config.js';
import type { ReplyFacts } from './settings.js';

/** Tests a path that is relative to the folder of the configuration. */
export type FileTest = (path: string) => boolean;

/** Returns a test for the files that an override applies to. */
export function fileTest({ files, excludedFiles }: Override): FileTest {
  const isIn = files === undefined ? () => true : globTest(files);
  const isOut = excludedFiles === undefined ? () => false : globTest(excludedFiles);
  return (path) => isIn(path) && !isOut(path);
}

/** Returns the pattern, and a second pattern for the contents of a folder that it matches. */
export function withContents(pattern: string): string[] {
  const plain = pattern.replace(/\/$/, '');
  return [plain, `${plain}/**`];
}

/** Returns true if an override applies to a reply, judging by the facts known so far. */
export function matches(override: Override, { reply, form, intent, locale }: ReplyFacts): boolean {
  const { declared } = reply;
  return (
    wants(idsOf(override), [reply.id]) &&
    wants(override.titles, [reply.title], true) &&
    wants(override.tags, declared.tags ?? []) &&
    wants(override.channels, [declared.channel]) &&
    wants(override.forms, [form]) &&
    wants(override.intents, [intent]) &&
    wants(override.locales, [locale, locale?.split('-')[0]])
  );
}

function idsOf({ ids }: Override): readonly string[] | undefined {
  return ids === undefined ? undefined : [ids].flat().map(String);
}

const WILDCARDS = new Map<string, (text: string) => boolean>();

/** Patterns are compiled once because they are matched against every reply. */
function wildcardOf(pattern: string): (text: string) => boolean {
  const known = WILDCARDS.get(pattern) ?? linearWildcard(pattern);
  WILDCARDS.set(pattern, known);
  return known;
}

function wants(
  wanted: string | readonly string[] | undefined,
  had: readonly (string | undefined)[],
  asPattern = false,
): boolean {
  if (wanted === undefined) return true;
  const list = [wanted].flat();
  if (asPattern) return had.some((one) => one !== undefined && list.some((pattern) => wildcardOf(pattern)(one)));
  return had.some((one) => one !== undefined && list.includes(one));
}

import { globTest, linearWildcard } from '../read/index.js';
import type { Override } from './config.js';
import type { ReplyFacts } from './settings.js';

/** Whether a path, relative to the configuration's folder, matches. */
export type FileTest = (path: string) => boolean;

/** The files that an override applies to. */
export function fileTest({ files, excludedFiles }: Override): FileTest {
  const isIn = files === undefined ? () => true : globTest(files);
  const isOut = excludedFiles === undefined ? () => false : globTest(excludedFiles);
  return (path) => isIn(path) && !isOut(path);
}

/** A pattern that also matches the contents of a folder. */
export function withContents(pattern: string): string[] {
  const plain = pattern.replace(/\/$/, '');
  return [plain, `${plain}/**`];
}

/** True if an override applies to a reply, as far as the reply is known. */
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

/** Compiled once: a pattern is matched against every reply. */
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

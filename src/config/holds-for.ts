import { globTest, linearWildcard } from '../read/index.js';
import type { Override } from './config.js';
import type { ReplyFacts } from './settings.js';

/** Whether a path, from the configuration's folder, is meant. */
export type FileTest = (path: string) => boolean;

/** The files that an override is for. */
export function fileTest({ files, excludedFiles }: Override): FileTest {
  const isIn = files === undefined ? () => true : globTest(files);
  const isOut = excludedFiles === undefined ? () => false : globTest(excludedFiles);
  return (path) => isIn(path) && !isOut(path);
}

/** A pattern with what is in the folder that it may name. */
export function withContents(pattern: string): string[] {
  const plain = pattern.replace(/\/$/, '');
  return [plain, `${plain}/**`];
}

/** True where an override is for a reply, as far as it is known. */
export function matches(override: Override, { reply, form, intent, locale }: ReplyFacts): boolean {
  const { declared } = reply;
  return (
    wants(override.ids, [reply.id]) &&
    wants(override.titles, [reply.title], true) &&
    wants(override.tags, declared.tags ?? []) &&
    wants(override.channels, [declared.channel]) &&
    wants(override.forms, [form]) &&
    wants(override.intents, [intent]) &&
    wants(override.locales, [locale, locale?.split('-')[0]])
  );
}

const WILDCARDS = new Map<string, (text: string) => boolean>();

/** Compiled once: a pattern is asked about every reply. */
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

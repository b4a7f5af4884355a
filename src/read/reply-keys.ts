/** Matches front matter keys that replies have, but pages of a site do not. */
const REPLY_KEYS =
  /^(?:channel|shortcut|short_?code|macro|intent|form|replylint|helpdesk)[ \t]*:|^template:[ \t]*["']?reply|^audience:[ \t]*["']?(?:customer|internal|staff|agents?)\b/m;

/** Returns true if the keys of front matter show that a reply follows. */
export function promisesReply(frontMatter: string): boolean {
  return REPLY_KEYS.test(frontMatter);
}

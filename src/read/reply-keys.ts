/** Keys that front matter has for a reply and not for a page of a site. */
const REPLY_KEYS =
  /^(?:channel|shortcut|short_?code|macro|intent|form|replylint|helpdesk)[ \t]*:|^template:[ \t]*["']?reply|^audience:[ \t]*["']?(?:customer|internal|staff|agents?)\b/m;

/** True where front matter says by its keys that a reply follows. */
export function promisesReply(frontMatter: string): boolean {
  return REPLY_KEYS.test(frontMatter);
}

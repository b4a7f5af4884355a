/** Removes tags and hidden text from HTML, as far as needed to look for cues. */
export function withoutTags(html: string): string {
  let out = '';
  let at = 0;
  while (at < html.length && out.length < 6_000) {
    const open = html.indexOf('<', at);
    out += html.slice(at, open < 0 ? html.length : open);
    if (open < 0) break;
    const unseen = /^<(head|style|script|title)\b/i.exec(html.slice(open, open + 10))?.[1];
    const close = unseen ? endOf(html, unseen.toLowerCase(), open) : html.indexOf('>', open);
    if (/^<\/?(?:p|br|div|li|tr|td|h\d)\b/i.test(html.slice(open, open + 6))) out += '\n';
    if (close < 0) break;
    at = close + 1;
  }
  return out.replace(/&nbsp;|\u00a0/g, ' ').replace(/&(?:#39|apos|rsquo);/g, '’');
}

function endOf(html: string, name: string, from: number): number {
  const at = html.toLowerCase().indexOf(`</${name}`, from);
  return at < 0 ? -1 : html.indexOf('>', at);
}

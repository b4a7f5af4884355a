/** Where each kind of file declares its encoding. Read as Latin-1: all declarations are plain ASCII. */
const DECLARATIONS: readonly (readonly [RegExp, RegExp])[] = [
  // Mibew's `properties` files, and others like them.
  [/(?:^|\/|\.)properties$/i, /^[ \t]{0,20}#?[ \t]{0,20}encoding[ \t]{0,20}[=:][ \t]{0,20}([\w.:-]{2,40})/m],
  [/\.(?:html?|email)$/i, /<meta\b[^>]{0,200}?\bcharset[ \t]*=[ \t]*["']?([\w.:-]{2,40})/i],
  [/\.(?:xml|html?|email)$/i, /^\s*<\?xml\b[^>]{0,200}?\bencoding[ \t]*=[ \t]*["']([\w.:-]{2,40})/],
  // Each part of an email has a charset; text outside ASCII is in a part sent as 8 bits.
  [/\.(?:eml|emltpl)$/i, /\bcharset[ \t]*=[ \t]*["']?(?!utf-?8|us-ascii)([\w.:-]{2,40})/i],
];

/** A declaration is at the top. */
const LOOKED_AT = 16_384;

/**
 * The encoding that a file declares, by its name in the Encoding Standard: `windows-1251` for `cp1251`. Undefined if
 * the kind of file has no declaration, none is present, or its value is unknown.
 */
export function declaredEncoding(path: string, bytes: Buffer): string | undefined {
  const top = bytes.toString('latin1', 0, LOOKED_AT);
  for (const [kind, declaration] of DECLARATIONS) {
    const label = kind.test(path) ? declaration.exec(top)?.[1] : undefined;
    if (label === undefined) continue;
    try {
      return new TextDecoder(label).encoding;
    } catch {
      return undefined;
    }
  }
  return undefined;
}

/**
 * For each kind of file, a pattern for the declaration of its encoding. The file is decoded as Latin-1 for this,
 * because all declarations are plain ASCII.
 */
const DECLARATIONS: readonly (readonly [RegExp, RegExp])[] = [
  // Mibew's `properties` files and similar ones.
  [/(?:^|\/|\.)properties$/i, /^[ \t]{0,20}#?[ \t]{0,20}encoding[ \t]{0,20}[=:][ \t]{0,20}([\w.:-]{2,40})/m],
  [/\.(?:html?|email)$/i, /<meta\b[^>]{0,200}?\bcharset[ \t]*=[ \t]*["']?([\w.:-]{2,40})/i],
  [/\.(?:xml|html?|email)$/i, /^\s*<\?xml\b[^>]{0,200}?\bencoding[ \t]*=[ \t]*["']([\w.:-]{2,40})/],
  // Every part of an email declares a charset. Text outside ASCII is in a part that is sent as 8-bit.
  [/\.(?:eml|emltpl)$/i, /\bcharset[ \t]*=[ \t]*["']?(?!utf-?8|us-ascii)([\w.:-]{2,40})/i],
];

/** Number of bytes to search, because a declaration is always near the top. */
const LOOKED_AT = 16_384;

/**
 * Returns the encoding that a file declares, by its name in the Encoding Standard: `windows-1251` for `cp1251`.
 * Undefined if this kind of file has no declaration, if the declaration is missing, or if its value is unknown.
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

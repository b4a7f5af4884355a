import { isAbsolute, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Returns a path relative to a folder, with `/` as the separator. The path starts with `..` if it is outside the
 * folder. The result is always well-formed Unicode.
 */
export function pathFrom(folder: string, absolute: string): string {
  return wellFormed(isAbsolute(absolute) ? relative(folder, absolute).split(sep).join('/') : absolute);
}

/** Returns true if a relative path leads out of its folder or to another drive. */
export function leadsOut(path: string): boolean {
  return path === '..' || path.startsWith('../') || isAbsolute(path);
}

/** Converts a path from `pathFrom` to a relative reference (RFC 3986). */
export function relativeUri(path: string): string {
  return path
    .split('/')
    .map((segment) => encodeURIComponent(segment))
    .join('/');
}

/** Converts an absolute path to a `file:` URI. */
export function fileUri(absolute: string): string {
  return pathToFileURL(wellFormed(absolute)).href;
}

/** Lone surrogates cannot be encoded in UTF-8, so they are replaced by U+FFFD. */
function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udfff]/gu, '\ufffd');
}

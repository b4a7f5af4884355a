/** Returns true for the name of a JavaScript or TypeScript module. */
export function isModuleName(path: string): boolean {
  return /\.[cm]?[jt]sx?$/i.test(path);
}

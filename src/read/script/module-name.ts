/** True for a JavaScript or TypeScript module, by its name. */
export function isModuleName(path: string): boolean {
  return /\.[cm]?[jt]sx?$/i.test(path);
}

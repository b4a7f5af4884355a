/** True for a module of JavaScript or TypeScript, by its name. */
export function isModuleName(path: string): boolean {
  return /\.[cm]?[jt]sx?$/i.test(path);
}

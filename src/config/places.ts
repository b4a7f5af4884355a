/** Places of a configuration, in the order in which they are looked for in a folder. */
export const PLACES = [
  'package.json',
  '.replylintrc',
  '.replylintrc.json',
  '.replylintrc.jsonc',
  '.replylintrc.yaml',
  '.replylintrc.yml',
  '.replylintrc.js',
  '.replylintrc.mjs',
  '.replylintrc.cjs',
  'replylint.config.js',
  'replylint.config.mjs',
  'replylint.config.cjs',
];

import { type ConfigFinder, keysInWords, type ResolvedConfig } from '../config/index.js';
import { isBelow } from './walk/leads-out.js';

/**
 * Returns notices about the configurations of a run: files that look like configurations but are not read, and
 * configurations in which no rule is enabled.
 * @param applied the configurations that applied to files with replies
 */
export function configNotices(
  { mistaken }: Pick<ConfigFinder, 'mistaken'>,
  applied: ReadonlySet<ResolvedConfig>,
  shown: (absolute: string) => string,
): string[] {
  const notices: string[] = [];
  if (mistaken.length > 0)
    notices.push(
      `${mistaken.map(shown).join(', ')}: not loaded; a configuration file must be named .replylintrc (JSON or YAML) or replylint.config.js`,
    );
  const configs = [...applied];
  if (configs.length > 0 && configs.every(({ isOff }) => isOff)) {
    const files = configs.flatMap(({ file }) => (file === undefined ? [] : [shown(file)]));
    const start = files.length > 0 ? `${files.join(', ')}: ` : '';
    notices.push(
      `${start}no rules are enabled, so no reply was checked; start with "extends": "replylint:recommended"`,
    );
  }
  return notices;
}

/**
 * Returns notices about overrides whose patterns match no file. Only configurations whose whole folder was linted are
 * considered, because other runs do not see all files.
 * @param paths the absolute paths of the run
 */
export function unusedOverrides(
  configs: ReadonlySet<ResolvedConfig>,
  paths: readonly string[],
  shown: (absolute: string) => string,
): string[] {
  return [...configs]
    .filter(({ root }) => paths.some((path) => path === root || isBelow(root, path)))
    .flatMap(({ unusedOverrides: unused }) =>
      unused.map(({ where, path }) => `${shown(where)}: ${keysInWords(path)}: no file matches`),
    );
}

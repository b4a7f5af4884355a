import type { ConfigFinder, ResolvedConfig } from '../config/index.js';

/**
 * Notices about the configurations of a run: files that look like one but are not read, and no enabled rules.
 * @param applied to files with replies
 */
export function configNotices(
  { mistaken }: Pick<ConfigFinder, 'mistaken'>,
  applied: ReadonlySet<ResolvedConfig>,
  shown: (absolute: string) => string,
): string[] {
  const notices: string[] = [];
  if (mistaken.length > 0)
    notices.push(
      `${mistaken.map(shown).join(', ')}: not read; name the configuration .replylintrc (JSON or YAML) or replylint.config.js`,
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

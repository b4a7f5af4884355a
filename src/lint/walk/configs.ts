import { type Config, type ConfigFinder, type FoundConfig, ResolvedConfig } from '../../config/index.js';
import type { Rule } from '../../rule/rule.js';

/** Options that decide which configuration applies to a file. */
export interface ConfigsOptions {
  readonly cwd: string;
  readonly rules: readonly Rule[];
  readonly finder: ConfigFinder;
  /** Settings that override every configuration. */
  readonly override?: Config | undefined;
  readonly ignorePatterns?: readonly string[] | undefined;
  /** False to disable ignore files and the `ignores` setting. */
  readonly ignore: boolean;
  /** False to disable only ignore files. */
  readonly ignoreFiles: boolean;
}

/** The resolved configurations of a run, one per configuration file. */
export class Configs {
  readonly #options: ConfigsOptions;
  readonly #resolved = new Map<FoundConfig, ResolvedConfig>();
  readonly #isIgnored: (path: string) => boolean;

  constructor(options: ConfigsOptions) {
    this.#options = options;
    const { ignorePatterns = [], cwd } = options;
    const patterns = new ResolvedConfig(
      {
        parts: [{ config: { ignores: ignorePatterns }, where: '--ignore-pattern' }],
        plugins: [],
        file: undefined,
        root: cwd,
      },
      [],
    );
    this.#isIgnored = ignorePatterns.length > 0 ? (path) => patterns.isIgnored(path) : () => false;
  }

  /**
   * Returns the configuration for the files in a folder.
   * @throws ConfigError if it is invalid
   */
  async for(folder: string): Promise<ResolvedConfig> {
    const found = await this.#options.finder.for(folder);
    const known = this.#resolved.get(found);
    if (known) return known;
    const resolved = resolvedConfig(found, this.#options);
    this.#resolved.set(found, resolved);
    return resolved;
  }

  /**
   * Returns true if `--ignore-pattern` ignores a path. The patterns of a configuration are checked separately for each
   * file.
   */
  isIgnoredByPattern(absolute: string): boolean {
    return this.#isIgnored(absolute);
  }

  /** Returns the setting that ignores a file, in words. Undefined if no setting does. */
  ignoring(absolute: string, config: ResolvedConfig): string | undefined {
    if (this.#isIgnored(absolute)) return '--ignore-pattern';
    return this.#options.ignore && config.isIgnored(absolute) ? 'the configuration' : undefined;
  }
}

/** Resolves a configuration with the rules of the run and the settings that override it. */
export function resolvedConfig(
  found: FoundConfig,
  { rules, override }: Pick<ConfigsOptions, 'rules' | 'override'>,
): ResolvedConfig {
  return new ResolvedConfig(found, rules, override ? [{ settings: override, where: '--rule', path: [] }] : []);
}

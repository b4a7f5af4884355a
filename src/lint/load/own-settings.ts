import { ConfigError, type ResolvedConfig } from '../../config/index.js';
import type { OwnSettings } from '../../model/reply.js';
import type { FileContent, ReadProblem } from '../../read/index.js';

/**
 * The content without settings that replies make for themselves in a wrong way. Each of those is a problem of the file.
 * @param inlineConfig false if replies may set nothing for themselves
 */
export function checkOwnSettings(content: FileContent, config: ResolvedConfig, inlineConfig: boolean): FileContent {
  const problems = [...content.problems];
  const checked = new Map<OwnSettings, boolean>();
  const isValid = (settings: OwnSettings) => {
    let valid = checked.get(settings);
    if (valid === undefined) {
      const problem = inlineConfig ? problemIn(settings, config) : undefined;
      if (problem) problems.push(problem);
      valid = inlineConfig && problem === undefined;
      checked.set(settings, valid);
    }
    return valid;
  };
  const replies = content.replies.map((reply) => {
    const { settings, ...declared } = reply.declared;
    return settings === undefined || isValid(settings) ? reply : { ...reply, declared };
  });
  return checked.size === 0 ? content : { ...content, replies, problems };
}

function problemIn({ value, placeOf }: OwnSettings, config: ResolvedConfig): ReadProblem | undefined {
  try {
    config.checkOwn(value, '');
    return undefined;
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const keys = ['replylint', ...error.path].join(' › ');
    return { span: placeOf(error.path), message: `In the front matter, ${keys}: ${error.message}`, fatal: false };
  }
}

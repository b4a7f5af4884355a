import { ConfigError, type ResolvedConfig } from '../../config/index.js';
import type { OwnSettings } from '../../model/reply.js';
import type { FileContent, ReadProblem } from '../../read/index.js';

/**
 * The content with what its replies set for themselves, checked; what is wrong there is a problem of the file.
 * @param inline false where files set nothing for their own replies
 */
export function withOwnSettings(content: FileContent, config: ResolvedConfig, inline: boolean): FileContent {
  const problems = [...content.problems];
  const checked = new Map<OwnSettings, boolean>();
  const holds = (settings: OwnSettings) => {
    let good = checked.get(settings);
    if (good === undefined) {
      const problem = inline ? problemOf(settings, config) : undefined;
      if (problem) problems.push(problem);
      good = inline && problem === undefined;
      checked.set(settings, good);
    }
    return good;
  };
  const replies = content.replies.map((reply) => {
    const { settings, ...declared } = reply.declared;
    return settings === undefined || holds(settings) ? reply : { ...reply, declared };
  });
  return checked.size === 0 ? content : { ...content, replies, problems };
}

function problemOf({ value, placeOf }: OwnSettings, config: ResolvedConfig): ReadProblem | undefined {
  try {
    config.checkOwn(value, '');
    return undefined;
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const keys = ['replylint', ...error.path].join(' › ');
    return { span: placeOf(error.path), message: `In the front matter, ${keys}: ${error.message}`, fatal: false };
  }
}

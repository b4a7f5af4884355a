import { ConfigError, keysInWords, type ResolvedConfig } from '../../config/index.js';
import type { OwnSettings, Reply } from '../../model/reply.js';
import type { FileContent, ReadProblem } from '../../read/index.js';

/**
 * The content without invalid settings of replies for themselves. Each of those is a problem of the file.
 * @param inlineConfig false if replies may not have settings for themselves
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
  const replies = content.replies.map((found) => {
    const reply = inlineConfig ? found : withoutSwitches(found);
    const { settings, ...declared } = reply.declared;
    return settings === undefined || isValid(settings) ? reply : { ...reply, declared };
  });
  return { ...content, replies, problems };
}

/** A reply without the front matter that reduces what is checked. */
function withoutSwitches(reply: Reply): Reply {
  if (!reply.declared.inFrontMatter) return reply;
  const { form: _, intent: __, topics: ___, locale, ...declared } = reply.declared;
  const localeInPath = locale ?? declared.localeInPath;
  return {
    ...reply,
    active: true,
    audience: 'customer',
    declared: { ...declared, ...(localeInPath !== undefined && { localeInPath }) },
  };
}

function problemIn({ value, placeOf }: OwnSettings, config: ResolvedConfig): ReadProblem | undefined {
  try {
    config.checkOwn(value, '');
    return undefined;
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const keys = keysInWords(['replylint', ...error.path]);
    return { span: placeOf(error.path), message: `In the front matter, ${keys}: ${error.message}`, fatal: false };
  }
}

import { ConfigError, keysInWords, type ResolvedConfig } from '../../config/index.js';
import type { OwnSettings, Reply } from '../../model/reply.js';
import type { FileContent, ReadProblem } from '../../read/index.js';

/**
 * Returns the content without invalid settings in replies. Each invalid setting becomes a problem of the file.
 * @param inlineConfig false if files may not contain settings for their replies
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

/** Returns a reply without the front matter that would reduce what is checked. */
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
    return { span: placeOf(error.path), message: `Front matter: ${keys}: ${error.message}`, fatal: false };
  }
}

import { examplesOf, languagesOf, tryRule } from '../lint/index.js';
import { pageOf, tellingOf } from '../report/page.js';
import type { Rule } from '../rule/rule.js';

export { ownPageOf } from '../report/own-rules.js';

/** Returns the page of a rule. The findings on it come from running the rule on the selected examples. */
export async function pageFor(rule: Rule): Promise<string> {
  const examples = tellingOf(examplesOf(rule));
  const findings = await Promise.all(examples.bad.map((example) => tryRule(rule, example).catch(() => [])));
  return pageOf(rule, { examples, languages: languagesOf(rule) }, findings);
}

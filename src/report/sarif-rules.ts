import type { LintMessage } from '../model/finding.js';
import { markdownCode, markdownText } from './markdown-text.js';
import type { ReportContext, RuleInfo } from './reporter.js';
import { safe } from './safe.js';
import { levelOf, ruleIdOf } from './words.js';

/** What the linter itself finds, without a rule. */
const OWN: Readonly<Record<string, RuleInfo>> = {
  'not-checked': own('Every file can be read.', 'replylint cannot check a file that it cannot read.'),
  'file-syntax': own(
    'Every file can be parsed.',
    'replylint cannot check text that does not parse, and your help desk may not import it.',
  ),
  'template-syntax': own(
    'Every template tag is opened and closed.',
    'An unclosed tag reaches the customer as is, or prevents the reply from being sent.',
  ),
  'unused-directive': own(
    'Every disable comment suppresses a finding.',
    'An unused disable comment hides the next finding silently.',
  ),
};

function own(description: string, why: string): RuleInfo {
  return { type: 'suggestion', docs: { description, why, segment: 'hygiene', recommended: 'error' } };
}

/** The rules of a SARIF run; one that is met without being known is described by its name. */
export class SarifRules {
  readonly #indexes = new Map<string, number>();
  readonly #rules: object[] = [];

  constructor(rulesMeta: ReportContext['rulesMeta']) {
    for (const [id, info] of Object.entries(rulesMeta)) this.#add(id, info, info.docs.recommended ?? 'warn');
  }

  all(): readonly object[] {
    return this.#rules;
  }

  idAndIndexOf(message: LintMessage): { readonly ruleId: string; readonly ruleIndex: number } {
    const id = ruleIdOf(message);
    const known = Object.hasOwn(OWN, id) ? OWN[id] : undefined;
    const ruleIndex = this.#indexes.get(id) ?? this.#add(id, known, levelOf(message) === 'error' ? 'error' : 'warn');
    return { ruleId: id, ruleIndex };
  }

  #add(id: string, info: RuleInfo | undefined, severity: 'warn' | 'error'): number {
    const index = this.#rules.push(describedRule(id, info, severity)) - 1;
    this.#indexes.set(id, index);
    return index;
  }
}

/** No text may be empty; a full description has at most 1024 characters. */
function describedRule(id: string, info: RuleInfo | undefined, severity: 'warn' | 'error') {
  const { description, why, source, segment } = info?.docs ?? { description: '' };
  const principle = safe(description) || id;
  const paragraphs = [principle, safe(why ?? ''), source ? `Source: ${safe(source)}.` : ''].filter(
    (text) => text !== '',
  );
  const level = severity === 'error' ? 'error' : 'warning';
  return {
    id,
    ...nameOf(id),
    shortDescription: { text: shortened(principle) },
    fullDescription: { text: shortened(paragraphs.slice(0, 2).join(' ')) },
    help: { text: paragraphs.join('\n\n'), markdown: pageIn(id, paragraphs) },
    defaultConfiguration: { level },
    properties: { tags: [segment ?? 'other'], precision: 'high', 'problem.severity': level },
  };
}

function pageIn(id: string, paragraphs: readonly string[]): string {
  const [principle = '', ...others] = paragraphs.map(markdownText);
  return [`**${principle}**`, ...others, `${markdownCode(`replylint explain ${id}`)} shows examples.`].join('\n\n');
}

/** A name that people read; none where it would be the id again. */
function nameOf(id: string): { readonly name?: string } {
  const name = id.replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_, first: string) => first.toUpperCase());
  return name.toLowerCase() === id.toLowerCase() ? {} : { name };
}

function shortened(text: string): string {
  return text.length <= 1024 ? text : `${text.slice(0, 1023)}…`;
}

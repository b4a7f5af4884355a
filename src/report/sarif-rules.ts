import type { LintMessage } from '../model/finding.js';
import { markdownCode, markdownText } from './markdown-text.js';
import { OWN_RULES } from './own-rules.js';
import type { ReportContext, RuleInfo } from './reporter.js';
import { safe } from './safe.js';
import { levelOf, ruleIdOf } from './words.js';

/**
 * The rules of a SARIF run. Unknown rules are described by their name. Rules with findings include their page, unless
 * the configuration sets a URL for rule pages.
 */
export class SarifRules {
  readonly #indexes = new Map<string, number>();
  readonly #rules: SarifRule[] = [];
  readonly #met = new Set<string>();
  readonly #context: ReportContext;

  constructor(context: ReportContext) {
    this.#context = context;
    for (const [id, info] of Object.entries(context.rulesMeta)) this.#add(id, info, info.docs.recommended ?? 'warn');
  }

  /** Returns the descriptions of all rules. Call it after all results have been added. */
  async described(): Promise<readonly SarifRule[]> {
    const { rulesUrl, pageOf } = this.#context;
    return Promise.all(
      this.#rules.map(async (rule) => {
        if (rulesUrl) return Object.hasOwn(OWN_RULES, rule.id) ? rule : { ...rule, helpUri: rulesUrl(rule.id) };
        const page = this.#met.has(rule.id) ? await pageOf?.(rule.id) : undefined;
        if (page === undefined) return rule;
        return { ...rule, help: { ...rule.help, markdown: page.split('\n').map(safe).join('\n') } };
      }),
    );
  }

  idAndIndexOf(message: LintMessage): { readonly ruleId: string; readonly ruleIndex: number } {
    const id = ruleIdOf(message);
    this.#met.add(id);
    const known = Object.hasOwn(OWN_RULES, id) ? OWN_RULES[id] : undefined;
    const ruleIndex = this.#indexes.get(id) ?? this.#add(id, known, levelOf(message) === 'error' ? 'error' : 'warn');
    return { ruleId: id, ruleIndex };
  }

  #add(id: string, info: RuleInfo | undefined, severity: 'warn' | 'error'): number {
    const index = this.#rules.push(describedRule(id, info, severity)) - 1;
    this.#indexes.set(id, index);
    return index;
  }
}

type SarifRule = ReturnType<typeof describedRule> & { readonly helpUri?: string };

/** SARIF requires every text to be non-empty, and limits a full description to 1024 characters. */
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

/** Returns a readable name for a rule. Empty if the name would only repeat the id. */
function nameOf(id: string): { readonly name?: string } {
  const name = id.replace(/(?:^|(?<![^A-Za-z0-9])[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_, first: string) =>
    first.toUpperCase(),
  );
  return name.toLowerCase() === id.toLowerCase() ? {} : { name };
}

function shortened(text: string): string {
  return text.length <= 1024 ? text : `${text.slice(0, 1023)}…`;
}

import type { AllExamples, Shown } from '../lint/index.js';
import type { Example, LibraryReply, PhraseEntry, Rule } from '../rule/rule.js';
import { codesIn } from './codes.js';
import { fenceFor } from './markdown-text.js';
import { optionLine } from './option-line.js';
import { plural } from './totals.js';
import { withCondition } from './words.js';

/** A message for a bad example, as shown on the page of its rule. */
export interface ShownFinding {
  readonly marks: string;
  readonly message: string;
  readonly when?: string | undefined;
  /** The text after `--fix` has been applied. */
  readonly fixed?: string | undefined;
}

/** The text of an example, either a standalone reply or a reply within a library. */
type FencedText = Example & Partial<Pick<LibraryReply, 'file' | 'includedAs' | 'outdated'>>;

/** Maximum number of bad examples, and of good examples, per group, so that a page fits on one or two screens. */
const MOST_OF_A_GROUP = 2;
/**
 * Number of examples above which groups lose their second one. Bad and good examples are counted separately, and each
 * group keeps at least one.
 */
const MOST_OF_A_PAGE = 10;

/**
 * Selects the examples from phrase files to show: the first ones of each group, and all examples for the rule as a
 * whole.
 */
export function tellingOf({ good, bad }: AllExamples): AllExamples {
  return { good: fewOf(good), bad: fewOf(bad) };
}

function fewOf(examples: readonly Shown[]): readonly Shown[] {
  const shown = new Map<string, number>();
  const first = examples.filter(({ group }) => {
    if (group === undefined) return true;
    const count = (shown.get(group) ?? 0) + 1;
    shown.set(group, count);
    return count <= MOST_OF_A_GROUP;
  });
  if (first.length <= MOST_OF_A_PAGE || shown.size === 0) return first;
  // Every group gets one example before any group gets a second one.
  const leading = first.filter(({ group }, at) => first.findIndex((one) => one.group === group) === at);
  const rest = first.filter((one) => !leading.includes(one));
  const chosen = new Set([...leading, ...rest].slice(0, Math.max(MOST_OF_A_PAGE, leading.length)));
  return first.filter((one) => chosen.has(one));
}

/**
 * Renders the page of a rule in Markdown: the contents of `rules/<id>.md` and of `replylint explain`.
 * @param languages language codes, or `*` for all languages
 * @param findings the actual findings for each bad example
 */
export function pageOf(
  rule: Rule,
  { examples, languages }: { readonly examples: AllExamples; readonly languages: readonly string[] },
  findings: readonly (readonly ShownFinding[])[],
): string {
  const { id, principle, why, switchOff, segment, source, options } = rule;
  const parts = [
    `# ${id}`,
    principle,
    why,
    ...section('Write it like this', pairLines(rule)),
    '## Where it applies',
    [
      `Segment: ${segment}.`,
      presetsOf(rule),
      owedBy(rule),
      yieldsIn(rule),
      `Languages: ${languages.includes('*') ? 'all' : languages.join(', ')}.`,
    ]
      .filter((line) => line !== '')
      .join('\n'),
    `Source: ${source}.`,
    '## Options',
    Object.entries(options)
      .map(([name, option]) => optionLine(rule, name, option))
      .join('\n'),
    ...section('When to turn it off', switchOff === undefined ? [] : [switchOff]),
    ...section('Phrases', phrasesOf(rule)),
    ...section(
      'Reported',
      examples.bad.flatMap((example, index) => [fenced(example), (findings[index] ?? []).map(findingLine).join('\n')]),
    ),
    ...section('Not reported', examples.good.map(fenced)),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function section(title: string, parts: readonly string[]): readonly string[] {
  return parts.length > 0 ? [`## ${title}`, ...parts] : [];
}

/** Lists the rules whose findings replace those of this rule. */
function yieldsIn({ yieldsTo = [], kind }: Rule): string {
  if (yieldsTo.length === 0) return '';
  const where =
    kind === 'presence' ? 'in the same reply, unless the configuration names this rule' : 'for the same words';
  return `Rules that take precedence ${where}: ${yieldsTo.map((id) => `\`${id}\``).join(', ')}.`;
}

/** Lists the pairs of a rule. A list is used because a table would not fit in a terminal. */
function pairLines({ pairs }: Rule): readonly string[] {
  if (pairs === undefined) return [];
  const lines = pairs.split(' | ').map((pair) => pair.split(' → '));
  return [lines.map(([wrong, better]) => `- Instead of “${wrong}”, write “${better}”`).join('\n')];
}

/** Lists the phrases of a rule that is defined in a configuration. Such a rule has no examples. */
function phrasesOf({ options, ownPhrases }: Rule): readonly string[] {
  const defaults = Object.fromEntries(Object.entries(options).map(([name, option]) => [name, option.default]));
  const phrases = Object.values(ownPhrases(defaults)).flat();
  return phrases.length > 0 ? [phrases.map((phrase) => `- \`${textOf(phrase)}\``).join('\n')] : [];
}

function textOf(entry: string | PhraseEntry): string {
  return typeof entry === 'string' ? entry : entry.phrase;
}

function presetsOf({ presets, configured }: Rule): string {
  if (configured !== undefined) return `In the configuration: \`${configured}\`. Not part of a preset.`;
  const said = Object.entries(presets).map(([name, entry]) => `\`${name}\` ${[entry].flat()[0]}`);
  return said.length > 0 ? `Presets: ${said.join(', ')}.` : 'Only in the `all` preset.';
}

function owedBy({ appliesTo }: Rule): string {
  const { forms, intents, state, topics, exceptTopics } = appliesTo;
  const said = [
    forms && codesIn(forms, 'and'),
    'replies',
    topics && `about the topic ${codesIn(topics, 'or')}`,
    intents && `with the intent ${codesIn(intents, 'or')}`,
    state && `that ${state === 'open' ? 'leave something open' : 'conclude the case'}`,
  ].filter((one) => one !== undefined);
  const looksAt = said.length > 1 ? `Checks ${said.join(' ')}` : 'Checks every reply to a customer';
  return `${looksAt}${exceptTopics ? `, except those about the topic ${codesIn(exceptTopics, 'or')}` : ''}.`;
}

function fenced({ library, text, ...example }: Shown): string {
  if (!library) return fencedText({ text, ...example });
  const { replies, options, files = [] } = library;
  const said = [
    ...(options ? [`options \`${JSON.stringify(options)}\``] : []),
    ...(files.length > 0 ? [`the files ${files.map((file) => `\`${file}\``).join(', ')}`] : []),
  ];
  const head = `A library of ${plural(replies.length, 'reply', 'replies')}${said.length > 0 ? `, with ${said.join(' and ')}` : ''}:`;
  return [head, ...replies.map((reply) => fencedText(typeof reply === 'string' ? { text: reply } : reply, true))].join(
    '\n\n',
  );
}

function fencedText(
  { text, options, form, intent, topics, title, locale, status, file, includedAs, outdated }: FencedText,
  isOfLibrary = false,
): string {
  const said = [
    options && `options \`${JSON.stringify(options)}\``,
    file !== undefined && `file \`${file}\``,
    includedAs !== undefined && `the name \`${includedAs}\``,
    isOfLibrary && locale !== undefined && `locale ${locale}`,
    form && `form ${form}`,
    intent && `intent ${intent}`,
    status !== undefined && `status \`${status}\``,
    outdated && 'the mark “outdated”',
    topics && `topic ${topics.join(', ')}`,
    title && `title “${title}”`,
  ].filter((one) => one !== undefined && one !== false);
  const fence = fenceFor(text, 3);
  return `${said.length > 0 ? `With ${said.join(', ')}:\n\n` : ''}${fence}text\n${text}\n${fence}`;
}

function findingLine(finding: ShownFinding): string {
  // A tag in the quoted words is escaped so that it is not rendered as markup.
  return `- ${withCondition(finding).replaceAll('<', '\\<')}${finding.fixed === undefined ? '' : ' (`--fix` fixes it)'}`;
}

import { compose, readerOf } from '../../compose/index.js';
import { OWN_FINDINGS, type Settings } from '../../config/index.js';
import { MappedText } from '../../model/offset-map.js';
import type { Rendering } from '../../model/rendering.js';
import type { Reply } from '../../model/reply.js';
import { SourceFile } from '../../model/source-file.js';
import { CATALOGUES } from '../../read/index.js';
import { defaultsOf } from '../../rule/options.js';
import type { Example, Rule } from '../../rule/rule.js';
import { type PlacedFinding, runRules } from './run-rules.js';

/** A finding of one rule in one text, for the author of the rule. */
export interface RuleFinding {
  /** The marked words. */
  readonly marks: string;
  readonly message: string;
  readonly when: string | undefined;
  readonly suggestions: readonly string[];
  /** The text with the fix applied. Undefined if there is no fix. */
  readonly fixed: string | undefined;
}

/** Runs one rule on one text, as a reply of its own. For tests of rules, built-in and in plug-ins. */
export async function tryRule(rule: Rule, example: string | Example): Promise<RuleFinding[]> {
  const { text } = asExample(example);
  return (await findingsIn(rule, example)).map(({ span, message, when, suggestions, edit }) => ({
    marks: text.slice(span.start, span.end),
    message,
    when,
    suggestions,
    fixed: edit && `${text.slice(0, edit.inBody.span.start)}${edit.inBody.text}${text.slice(edit.inBody.span.end)}`,
  }));
}

/** The rule's findings in an example, with their places. */
async function findingsIn(rule: Rule, example: string | Example): Promise<PlacedFinding[]> {
  const given = asExample(example);
  const renderings = await renderingsOf(given);
  const settings: Settings = {
    rules: [
      {
        rule,
        severity: 'warn',
        values: { ...defaultsOf(rule.options), ...(given.options as Settings['rules'][0]['values']) },
      },
    ],
    ownFindings: OWN_FINDINGS,
    helpdesk: undefined,
    locale: 'en',
    languages: undefined,
    signature: 'written',
    salutation: 'written',
  };
  const { findings, faults } = runRules(renderings, () => settings, given.today ?? '2026-06-15');
  if (faults[0]) throw faults[0].error;
  return findings.sort((a, b) => a.span.start - b.span.start);
}

/** The first text that an example's customer can receive. */
export async function composedExample(example: Example): Promise<Rendering> {
  const [first] = await renderingsOf(example);
  if (!first) throw new Error('an example without a text');
  return first;
}

async function renderingsOf(given: Example): Promise<readonly Rendering[]> {
  const { renderings } = compose(
    replyOf(given),
    await readerOf(given.markup ?? 'markdown', given.text),
    given.locale ?? 'en',
  );
  return renderings;
}

function asExample(example: string | Example): Example {
  return typeof example === 'string' ? { text: example } : example;
}

function replyOf({ text, title, form, intent, locale, topics, markup = 'markdown' }: Example): Reply {
  const body = new MappedText();
  body.add(text, 0, text.length);
  return {
    id: 'example',
    title,
    pointer: '',
    file: new SourceFile('example.md', text),
    start: 0,
    body: text,
    map: body.map(),
    markup,
    helpdesk: undefined,
    catalogues: CATALOGUES,
    declared: {
      ...(form && { form }),
      ...(intent && { intent }),
      ...(locale !== undefined && { locale }),
      ...(topics && { topics }),
    },
    active: true,
    audience: 'customer',
  };
}

import { compose, readerOf } from '../../compose/index.js';
import { OWN_FINDINGS, type Settings } from '../../config/index.js';
import { MappedText } from '../../model/offset-map.js';
import type { Rendering } from '../../model/rendering.js';
import type { Reply } from '../../model/reply.js';
import { SourceFile } from '../../model/source-file.js';
import { CATALOGUES } from '../../read/index.js';
import { type AnyValues, defaultsOf } from '../../rule/options.js';
import type { Example, Rule } from '../../rule/rule.js';

/** The date that is used for examples, in the form `2026-06-15`. */
export const TODAY = '2026-06-15';

/** Returns the settings for running a single rule on an example. */
export function settingsFor(rule: Rule, { options }: Pick<Example, 'options'>): Settings {
  const values = { ...defaultsOf(rule.options), ...(options as AnyValues | undefined) };
  return {
    rules: [{ rule, severity: 'warn', values, isNamed: true }],
    ownFindings: OWN_FINDINGS,
    helpdesk: undefined,
    locale: 'en',
    languages: undefined,
    signature: 'written',
    salutation: 'written',
  };
}

/** Returns the first text of an example that a customer can receive. */
export async function composedExample(example: Example): Promise<Rendering> {
  const [first] = await renderingsOf(example);
  if (!first) throw new Error('the example has no text');
  return first;
}

export async function renderingsOf(given: Example, reply = replyOf(given)): Promise<readonly Rendering[]> {
  const { renderings } = compose(reply, await readerOf(given.markup ?? 'markdown', given.text), given.locale ?? 'en');
  return renderings;
}

export function asExample(example: string | Example): Example {
  return typeof example === 'string' ? { text: example } : example;
}

export function replyOf({ text, title, form, intent, locale, topics, status, markup = 'markdown' }: Example): Reply {
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
      ...(status !== undefined && { status }),
    },
    active: true,
    audience: 'customer',
  };
}

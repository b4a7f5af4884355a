import type { Reply } from '../../model/reply.js';
import { SourceFile } from '../../model/source-file.js';
import { anchorsIn, mayHaveAnchor } from '../../rule/anchors.js';
import type { DigestedReply, LibraryFacts } from '../../rule/library-steps.js';
import type { Example, LibraryExample, LibraryReply, Rule } from '../../rule/rule.js';
import { digestReply } from '../digests/digest-reply.js';
import { FileDigests } from '../digests/file-digests.js';
import { type LibraryFault, type LibraryMessage, RunDigests } from '../digests/run-digests.js';
import { renderingsOf, replyOf, settingsFor, TODAY } from './example-reply.js';
import { summaryOf } from './judge-reply.js';
import type { RuleFinding } from './rule-finding.js';
import { runRules } from './run-rules.js';

/** An example for a rule page. For a library rule, it includes the library. */
export interface ShownLibrary extends Example {
  readonly library?: LibraryExample;
}

/** The default path of the file with the replies. */
const FILE = 'replies.md';

/** Converts a text to a library with a single reply. */
export function asLibrary(example: string | Example | LibraryExample | ShownLibrary): LibraryExample {
  if (typeof example === 'string') return { replies: [example] };
  if ('replies' in example) return example;
  if ('library' in example && example.library) return example.library;
  const { options, today, ...reply } = example as Example;
  return { replies: [reply], ...(options && { options }), ...(today !== undefined && { today }) };
}

/** Runs a library rule on a small library. */
export async function tryOnLibrary(rule: Rule, example: LibraryExample): Promise<RuleFinding[]> {
  const replies = example.replies.map((one) => (typeof one === 'string' ? { text: one } : one));
  const names = replies.flatMap(({ includedAs }) => (includedAs === undefined ? [] : [includedAs]));
  const settings = settingsFor(rule, example);
  const run = new RunDigests();
  for (const [index, given] of replies.entries()) {
    const { reply, file } = loaded(given, index, names);
    const { forLibrary } = runRules(await renderingsOf(given, reply), () => settings, example.today ?? TODAY);
    const digests = new FileDigests();
    const [fault] = digestReply(forLibrary, { file, summaryOf }, digests);
    if (fault) throw fault.error;
    const config = { rules: [rule], root: '/', pathOf: () => file.path };
    run.add(digests.all, { absolute: `/${index}/${file.path}`, config, touched: 'all' });
  }
  const files = new Set([...replies.map(({ file = FILE }) => file), ...(example.files ?? [])]);
  const facts: Omit<LibraryFacts, 'isReported'> = {
    hasFile: (reply, path) => hasFile(files, reply, path),
    hasAnchor: (reply, path, anchor) => {
      const target = pathFrom(reply, path);
      const texts = replies.filter(({ file = FILE }) => file === target).map(({ text }) => text);
      return texts.length === 0 ? undefined : mayHaveAnchor(anchorsIn(texts.join('\n\n')), anchor);
    },
  };
  const found = run.judge(facts, (_, work) => work());
  return inOrder(found).map(({ filePath, message, offset, end }) => {
    const reply = Number(filePath.split('/')[1]);
    const suggestions = message.suggestions?.map(({ desc }) => desc) ?? [];
    const marks = replies[reply]?.text.slice(offset, end) ?? '';
    return { marks, message: message.message, when: undefined, suggestions, reply, fixed: undefined };
  });
}

/**
 * Sorts the messages by reply.
 * @throws the error of a failed rule
 */
function inOrder(found: readonly (LibraryMessage | LibraryFault)[]): LibraryMessage[] {
  const messages = found.map((one) => {
    if ('error' in one) throw one.error;
    return one;
  });
  const indexOf = ({ filePath }: LibraryMessage) => Number(filePath.split('/')[1]);
  return messages.sort((a, b) => indexOf(a) - indexOf(b) || a.offset - b.offset);
}

function loaded(given: LibraryReply, index: number, names: readonly string[]): { reply: Reply; file: SourceFile } {
  const { file: path = FILE, includedAs, title, outdated = false } = given;
  const file = new SourceFile(path, given.text);
  const reply: Reply = {
    ...replyOf(given),
    id: `${index + 1}`,
    title,
    file,
    ...(names.length > 0 && { included: names }),
    ...(includedAs !== undefined && {
      part: { name: includedAs, isDefault: !outdated && given.locale === undefined, isOutdated: outdated },
    }),
  };
  return { reply, file };
}

function hasFile(files: ReadonlySet<string>, reply: DigestedReply, path: string): boolean | undefined {
  const target = pathFrom(reply, path);
  if (target === undefined) return undefined;
  return target === '' || [...files].some((one) => one === target || one.startsWith(`${target}/`));
}

/** Resolves a path in the same way as a run over these files. Undefined if it leads out of the root. */
function pathFrom({ file }: DigestedReply, path: string): string | undefined {
  const parts = path.startsWith('/') ? [] : file.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '..' && parts.length === 0) return undefined;
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

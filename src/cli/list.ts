import { type ComposedFile, Packed, walk } from '../lint/index.js';
import { NotText } from '../read/index.js';
import { safe, shownPath } from '../report/index.js';
import type { Rule } from '../rule/rule.js';
import type { LintOptions } from './program.js';
import { pathsFrom, runOptions } from './run.js';
import { EXIT } from './usage.js';
import type { World } from './world.js';

/** One reply as `list` shows it. */
interface Listed {
  readonly id: string;
  readonly title: string | null;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly pointer: string;
  readonly helpdesk: string | null;
  readonly form: string;
  readonly intent: string;
  readonly topics: readonly string[];
  readonly locale: string;
  readonly channel: string | null;
  readonly active: boolean;
  readonly audience: string;
  readonly reasons: readonly string[];
  readonly placeholders: readonly { text: string; role: string; kind: string; fallback?: string }[];
}

/** `replylint list [paths…]`: what is found, and what it is taken for. */
export async function list(
  paths: readonly string[],
  options: LintOptions,
  rules: readonly Rule[],
  world: World,
): Promise<number> {
  const run = await runOptions(options, rules, world);
  const listed = new Packed<readonly Listed[]>();
  let count = 0;
  let failed = false;
  const say = (line: string) => world.stderr.write(`replylint: ${safe(line)}\n`);
  const look = (composed: ComposedFile) => {
    const path = shownPath(composed.absolute, world.cwd);
    const replies = repliesOf(composed, path);
    count += replies.length;
    if (replies.length > 0) listed.add(replies);
    for (const { message, fatal, span } of composed.content.problems) {
      const { line, column } = composed.file.placeOf(span.start);
      say(`${path}:${line}:${column}: ${message}`);
      failed ||= fatal;
    }
  };
  for await (const step of walk(pathsFrom(paths), run)) {
    if (step.kind === 'file') {
      const { adapter, leftAlone } = step.composed.content;
      const path = shownPath(step.composed.absolute, world.cwd);
      if (options.debug) say(`${path}: ${adapter ?? `left alone, ${leftAlone?.reason ?? 'not read'}`}`);
      look(step.composed);
    } else if (step.kind === 'long') {
      const path = shownPath(step.long.absolute, world.cwd);
      if (options.debug) say(`${path}: ${step.long.adapter}`);
      try {
        for await (const part of step.long.parts()) look(part);
      } catch (error) {
        if (!(error instanceof NotText)) throw error;
        say(`${path}: Not checked: ${error.message}`);
        failed = true;
      }
    } else if (step.kind === 'unread') {
      say(`${shownPath(step.result.filePath, world.cwd)}: ${step.result.messages[0]?.message}`);
      failed = true;
    } else if (step.kind === 'ignored') {
      if (options.debug || (step.named && options.warnIgnored))
        say(`${shownPath(step.path, world.cwd)}: ignored by ${step.by}`);
    } else if (step.kind === 'missing') {
      say(`${step.argument}: ${step.reason}`);
      failed = true;
    }
  }
  for (const piece of options.format === 'json' ? asJson(listed) : asText(listed, count, options.debug ?? false))
    world.stdout.write(piece);
  if (count === 0 && !failed && options.errorOnUnmatchedPattern) {
    say('no reply found');
    failed = true;
  }
  return failed ? EXIT.failed : EXIT.clean;
}

function repliesOf(composed: ComposedFile, file: string): Listed[] {
  return composed.replies.map(({ reply, compose }) => {
    const { composition, notChecked } = compose();
    const [rendering] = composition?.renderings ?? [];
    return {
      id: reply.id,
      title: reply.title ?? null,
      file,
      ...composed.file.placeOf(reply.start),
      pointer: reply.pointer,
      helpdesk: reply.helpdesk ?? null,
      form: rendering?.form ?? 'internal',
      intent: rendering?.intent ?? 'other',
      topics: rendering?.topics ?? [],
      locale: rendering?.locale ?? 'und',
      channel: reply.declared.channel ?? null,
      active: reply.active,
      audience: reply.audience,
      reasons: composition?.reasons ?? [`not checked: ${notChecked}`],
      placeholders: (composition?.placeholders ?? []).map(({ text, role, kind, fallback }) => ({
        text,
        role,
        kind,
        ...(fallback !== undefined && { fallback }),
      })),
    };
  });
}

/** One array, as `JSON.stringify` lays it out. */
function* asJson(listed: Iterable<readonly Listed[]>): Generator<string> {
  let before = '[';
  for (const replies of listed) {
    yield `${before}${JSON.stringify(replies, null, 2).slice(1, -2)}`;
    before = ',';
  }
  yield before === '[' ? '[]\n' : '\n]\n';
}

function* asText(listed: Iterable<readonly Listed[]>, count: number, debug: boolean): Generator<string> {
  let longest = 0;
  for (const replies of listed) for (const { id, title } of replies) longest = Math.max(longest, (title ?? id).length);
  const width = Math.min(60, longest);
  let file = '';
  for (const replies of listed) {
    let text = '';
    for (const reply of replies) {
      if (reply.file !== file) text += `${file === '' ? '' : '\n'}${safe(reply.file)}\n`;
      file = reply.file;
      text += lineOf(reply, width);
      if (debug) for (const reason of reply.reasons) text += `        ${safe(reason)}\n`;
    }
    yield text;
  }
  if (count > 0) yield `\n${count} ${count === 1 ? 'reply' : 'replies'}\n`;
}

function lineOf(reply: Listed, width: number): string {
  const taken = [reply.form, reply.intent, reply.locale, ...reply.topics].join(', ');
  const notes = [
    reply.audience === 'customer' ? '' : `for ${reply.audience}`,
    reply.active ? '' : 'inactive',
    reply.channel ?? '',
  ].filter((note) => note !== '');
  const title = safe(reply.title ?? reply.id);
  return `  ${String(reply.line).padStart(4)}  ${title.padEnd(width)}  ${taken}${notes.length > 0 ? ` (${safe(notes.join(', '))})` : ''}\n`;
}

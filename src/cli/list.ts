import { type Step, walk } from '../lint/index.js';
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
  const listed: Listed[] = [];
  let failed = false;
  const say = (line: string) => world.stderr.write(`replylint: ${safe(line)}\n`);
  for await (const step of walk(pathsFrom(paths), run)) {
    if (step.kind === 'file') {
      listed.push(...repliesOf(step, world.cwd));
      const { adapter, leftAlone, problems } = step.composed.content;
      const path = shownPath(step.composed.absolute, world.cwd);
      if (options.debug) say(`${path}: ${adapter ?? `left alone, ${leftAlone ?? 'not read'}`}`);
      for (const { message, fatal, span } of problems) {
        const { line, column } = step.composed.file.placeOf(span.start);
        say(`${path}:${line}:${column}: ${message}`);
        failed ||= fatal;
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
  if (options.format === 'json') world.stdout.write(`${JSON.stringify(listed, null, 2)}\n`);
  else world.stdout.write(asText(listed, options.debug ?? false));
  if (listed.length === 0 && !failed && options.errorOnUnmatchedPattern) {
    say('no reply found');
    failed = true;
  }
  return failed ? EXIT.failed : EXIT.clean;
}

function repliesOf({ composed }: Extract<Step, { kind: 'file' }>, cwd: string): Listed[] {
  return composed.replies.map(({ reply, compose }) => {
    const { composition, notChecked } = compose();
    const [rendering] = composition?.renderings ?? [];
    return {
      id: reply.id,
      title: reply.title ?? null,
      file: shownPath(composed.absolute, cwd),
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

function asText(listed: readonly Listed[], debug: boolean): string {
  let text = '';
  let file = '';
  const width = Math.min(60, Math.max(0, ...listed.map(({ id, title }) => (title ?? id).length)));
  for (const reply of listed) {
    if (reply.file !== file) {
      text += `${file === '' ? '' : '\n'}${safe(reply.file)}\n`;
      file = reply.file;
    }
    const taken = [reply.form, reply.intent, reply.locale, ...reply.topics].join(', ');
    const notes = [
      reply.audience === 'customer' ? '' : `for ${reply.audience}`,
      reply.active ? '' : 'inactive',
      reply.channel ?? '',
    ].filter((note) => note !== '');
    const title = safe(reply.title ?? reply.id);
    text += `  ${String(reply.line).padStart(4)}  ${title.padEnd(width)}  ${taken}${notes.length > 0 ? ` (${safe(notes.join(', '))})` : ''}\n`;
    if (debug) for (const reason of reply.reasons) text += `        ${safe(reason)}\n`;
  }
  return text + (listed.length > 0 ? `\n${listed.length} ${listed.length === 1 ? 'reply' : 'replies'}\n` : '');
}

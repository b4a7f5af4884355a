import type { LintMessage, LintResult, SuppressedMessage } from '../../src/model/finding.js';
import type { ReportContext } from '../../src/report/index.js';

/** A text that could do harm in some report, with the way that reports for people show it. */
export interface Hostile {
  readonly text: string;
  readonly shown: string;
}

const same = (text: string): Hostile => ({ text, shown: text });

export const HOSTILE: readonly Hostile[] = [
  ...[
    'plain words',
    '🎉👩‍👩‍👧 é\u0301 日本',
    `say "no" or 'yes'`,
    '100% %0A%25',
    'a:b::c,d',
    '::error file=x::owned',
    '<script>alert(1)</script>',
    '<!-- --><b>x</b>',
    '&amp; &#65; &lt;',
    'a ]]> b',
    '`code` ``` `',
    '`',
    'a|b||c',
    'a\\|b\\\\',
    '*b* _i_ ~~s~~ [l](u) ![i](u) <u@x>',
    'https://x.example www.x.example me@x.example',
    '@octocat @@team #1 !2 &3 #',
    '# not a heading',
    '- not a list',
    '(parentheses) {braces}',
    '\u200cjoiner\u200d',
    '1  two  blanks',
    '$x$ ^y^',
    '__proto__',
  ].map(same),
  { text: 'a\nb\r\nc\td', shown: 'a b c d' },
  { text: '\u0000\u0007\u001b[31mred\u009b', shown: '\\u{0}\\u{7}\\u{1b}[31mred\\u{9b}' },
  { text: '\u202eevil\u2066\u200f', shown: '\\u{202e}evil\\u{2066}\\u{200f}' },
  { text: 'in\u200bvis\u00adible\ufeff\u{e0041}', shown: 'in\\u{200b}vis\\u{ad}ible\\u{feff}\\u{e0041}' },
  { text: 'line\u2028para\u2029', shown: 'line\\u{2028}para\\u{2029}' },
  { text: 'half \ud83d and \udf89', shown: 'half \\u{d83d} and \\u{df89}' },
  { text: 'no\ufffe\uffffchar', shown: 'no\\u{fffe}\\u{ffff}char' },
  { text: '##[error]x ##vso[task.x]y', shown: '\\u{23}#[error]x \\u{23}#vso[task.x]y' },
];

/**
 * Characters that no report may contain literally: controls except line feeds, bidirectional controls, invisible
 * characters and lone surrogates.
 */
export const NOT_INERT = /(?![\n\u200c]|\u200d|\ufe0f)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\ufffe\uffff]|##[a-z]*\[/u;

/** Returns a result whose titles, messages, source, conditions, suggestions and path all contain the text. */
export function resultWith(text: string): LintResult {
  const reply = { id: `id ${text}`, title: text, pointer: '/0', form: 'full', intent: 'answer', locale: 'en' } as const;
  const source = `${text}\nAlso ${text}!\n`;
  const start = source.lastIndexOf('Also ');
  const line = source.slice(0, start).split(/\r\n|\r|\n/).length;
  const place = { line, column: 1, endLine: line, endColumn: 5 };
  return resultOf(`/repo/macros/${pathPart(text)}.md`, source, [
    {
      ruleId: 'no-blame',
      severity: 2,
      message: `“${text}” blames`,
      ...place,
      reply,
      segment: 'responding',
      when: `a is ${text} x`,
      suggestions: [{ desc: `rather ${text} so` }, { desc: 'd', fix: { range: [start, start + 4], text } }],
      fingerprint: 'f1',
    },
    { ruleId: 'greeting', severity: 1, message: `“${text}” greets`, ...place, reply, fingerprint: 'f2' },
  ]);
}

/** Returns a file name that contains the text. Slashes are replaced because a name cannot contain them. */
export function pathPart(text: string): string {
  return `x${text.replaceAll('/', '∕')}`;
}

export function resultOf(
  filePath: string,
  source: string | undefined,
  messages: readonly LintMessage[],
  suppressedMessages: readonly SuppressedMessage[] = [],
): LintResult {
  const count = (test: (message: LintMessage) => boolean) => messages.filter(test).length;
  return {
    filePath,
    messages,
    suppressedMessages,
    errorCount: count(({ severity }) => severity === 2),
    fatalErrorCount: count(({ fatal }) => fatal === true),
    warningCount: count(({ severity }) => severity === 1),
    fixableErrorCount: count(({ severity, fix }) => severity === 2 && fix !== undefined),
    fixableWarningCount: count(({ severity, fix }) => severity === 1 && fix !== undefined),
    ...(source !== undefined && { source }),
  };
}

/** Returns a finding with the fields that matter to a test. */
export function finding(given: Partial<LintMessage> = {}): LintMessage {
  return { ruleId: 'no-blame', severity: 2, message: 'm', line: 1, column: 1, endLine: 1, endColumn: 2, ...given };
}

export const FATAL = finding({ ruleId: null, fatal: true, message: 'Not checked: no text' });

export function contextWith(given: Partial<ReportContext> = {}): ReportContext {
  return {
    cwd: '/repo',
    root: '/repo',
    color: false,
    hyperlinks: false,
    env: {},
    now: new Date('2026-01-02T03:04:05Z'),
    failures: [],
    rulesMeta: {
      'no-blame': {
        type: 'suggestion',
        docs: {
          description: 'Own it.',
          why: 'It costs.',
          source: 'An essay',
          segment: 'responding',
          recommended: 'error',
        },
      },
    },
    append: () => {
      throw new Error('nothing is to be appended here');
    },
    ...given,
  };
}

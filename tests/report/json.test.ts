import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Draft04 from 'ajv-draft-04';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LintMessage, LintResult } from '../../src/model/finding.js';
import { type ReportContext, reporterOf } from '../../src/report/index.js';
import { PROPERTY } from '../properties.js';
import { contextWith, FATAL, finding, HOSTILE, NOT_INERT, pathPart, resultOf, resultWith } from './hostile.js';

/** Both packages are CommonJS, and their types disagree with their values about the place of the default export. */
const ajv = new Draft04.default({ strict: false, allErrors: true, unicodeRegExp: false });
formats.default(ajv as never);

const textOf = async (format: string, results: readonly LintResult[], context: Partial<ReportContext> = {}) =>
  (await reporterOf(format))?.(results, contextWith(context)) ?? '';
const read = async (format: string, results: readonly LintResult[], context: Partial<ReportContext> = {}) =>
  JSON.parse(await textOf(format, results, context));

function expectValid(schema: object, value: unknown): void {
  const validate = ajv.compile(schema);
  validate(value);
  expect(validate.errors ?? []).toEqual([]);
}

const ALL = [
  ...HOSTILE.map(({ text }) => resultWith(text)),
  resultOf('/repo/clean.md', undefined, []),
  resultOf('/elsewhere/a b.md', 'x', [finding()]),
  resultOf('/repo/broken.json', '{', [
    FATAL,
    finding({ ruleId: null, message: 'Bad' }),
    finding({ ruleId: 'acme/own' }),
  ]),
];

test.each(['json', 'sarif', 'gitlab', 'rdjson'])('%s lets nothing harmful through', async (format) => {
  const text = await textOf(format, ALL);
  expect(text).not.toMatch(NOT_INERT);
  expect(text.trimEnd()).not.toContain('\n');
});

describe('json', () => {
  test.each(HOSTILE)('reads back $text', async ({ text }) => {
    expect(await read('json', [resultWith(text)])).toEqual([resultWith(text)]);
  });

  test('reads back anything', PROPERTY, async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
        const [{ source }] = await read('json', [resultOf('/a', text, [])]);
        return source === text;
      }),
    );
  });
});

describe('sarif', () => {
  const schema = JSON.parse(
    readFileSync(
      createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'),
      'utf8',
    ),
  );

  test('is valid', async () => {
    const suppressed = [
      { ...finding(), suppressions: [{ kind: 'directive', justification: 'legal\u0000' }] },
      { ...finding(), suppressions: [{ kind: 'file', justification: '' }] },
    ] as const;
    expectValid(schema, await read('sarif', [...ALL, resultOf('/repo/s.md', undefined, [], suppressed)]));
    expectValid(schema, await read('sarif', []));
  });

  test.each(HOSTILE)('reads back $text', async ({ text, shown }) => {
    const [run] = (await read('sarif', [resultWith(text)])).runs;
    const [result] = run.results;
    expect(result.message.text).toBe(
      `“${shown}” blames [when a is ${shown} x] (${shown}). Instead: rather ${shown} so. Instead: d.`,
    );
    const [{ physicalLocation, logicalLocations }] = result.locations;
    const { uri, uriBaseId } = physicalLocation.artifactLocation;
    // The URI is resolved as in RFC 3986, against the base that the run names.
    const resolved = new URL(uri, run.originalUriBaseIds[uriBaseId].uri).href;
    const wellFormed = pathPart(text)
      .toString()
      .replace(/[\ud800-\udfff]/gu, '\ufffd');
    expect(decodeURIComponent(resolved)).toBe(`file:///repo/macros/${wellFormed}.md`);
    expect(logicalLocations).toEqual([{ name: shown, fullyQualifiedName: `id ${shown}` }]);
  });

  test('has all that code scanning asks for', async () => {
    const { $schema, version, runs } = await read('sarif', ALL);
    expect([$schema, version, runs.length]).toEqual(['https://json.schemastore.org/sarif-2.1.0.json', '2.1.0', 1]);
    const [{ tool, columnKind, results, originalUriBaseIds }] = runs;
    expect(columnKind).toBe('utf16CodeUnits');
    expect(originalUriBaseIds).toEqual({ '%SRCROOT%': { uri: 'file:///repo/' } });
    const { rules } = tool.driver;
    expect(rules.map(({ name }: { name: string }) => name)).toEqual([
      'NoBlame',
      undefined,
      'NotChecked',
      'FileSyntax',
      'AcmeOwn',
    ]);
    expect(rules.map(({ id }: { id: string }) => id)).toEqual([
      'no-blame',
      'greeting',
      'not-checked',
      'file-syntax',
      'acme/own',
    ]);
    for (const rule of rules) {
      for (const text of [rule.id, rule.shortDescription.text, rule.fullDescription.text, rule.help.text])
        expect(text).toMatch(/\S/);
      expect(rule.fullDescription.text.length).toBeLessThanOrEqual(1024);
      expect(['error', 'warning', 'note']).toContain(rule.defaultConfiguration.level);
      expect(rule.properties.tags.length).toBeLessThanOrEqual(20);
    }
    const fingerprints = new Set();
    for (const { ruleId, ruleIndex, level, message, locations, partialFingerprints } of results) {
      expect(rules[ruleIndex].id).toBe(ruleId);
      expect(['error', 'warning']).toContain(level);
      expect(message.text).toMatch(/\S/);
      const { artifactLocation, region } = locations[0].physicalLocation;
      expect(artifactLocation.uri).toMatch(/^[\x21-\x7e]+$/);
      expect(region.endLine).toBe(region.startLine);
      expect(region.endColumn).toBeGreaterThanOrEqual(region.startColumn);
      expect(partialFingerprints.primaryLocationLineHash).toMatch(/^[a-f0-9]+:[1-9]\d*$/);
      fingerprints.add(partialFingerprints.primaryLocationLineHash);
    }
    expect(fingerprints.size).toBe(results.length);
  });

  test('rules say what they are for', async () => {
    const [{ tool }] = (await read('sarif', [])).runs;
    expect(tool.driver.rules).toEqual([
      {
        id: 'no-blame',
        name: 'NoBlame',
        shortDescription: { text: 'Own it.' },
        fullDescription: { text: 'Own it. It costs.' },
        help: {
          text: 'Own it.\n\nIt costs.\n\nSource: An essay.',
          markdown: '**Own it.**\n\nIt costs.\n\nSource: An essay.\n\n`replylint explain no-blame` shows examples.',
        },
        defaultConfiguration: { level: 'error' },
        properties: { tags: ['responding'], precision: 'high', 'problem.severity': 'error' },
      },
    ]);
  });

  test('a rule that is met brings its page along; nothing in it is harmful', async () => {
    const asked: string[] = [];
    const pageOf = async (id: string) => {
      asked.push(id);
      return `# ${id}\n\nOwn\u001b[2J it.\n`;
    };
    const [{ tool, results }] = (await read('sarif', [resultWith('x')], { pageOf })).runs;
    const met = tool.driver.rules[results[0].ruleIndex];
    expect(met.help.markdown).toBe(`# ${met.id}\n\nOwn\\u{1b}[2J it.\n`);
    expect(asked).toEqual(results.map(({ ruleId }: { ruleId: string }) => ruleId));
  });

  test.each([
    ['one line', { line: 1, column: 2, endLine: 1, endColumn: 4 }, [1, 2, 1, 4]],
    ['many lines end with the first', { line: 1, column: 2, endLine: 3, endColumn: 1 }, [1, 2, 1, 5]],
    ['an empty line', { line: 2, column: 1, endLine: 3, endColumn: 1 }, [2, 1, 2, 2]],
    ['a place between letters', { line: 3, column: 2, endLine: 3, endColumn: 2 }, [3, 2, 3, 2]],
  ])('region: %s', async (_, place, expected) => {
    const [{ results }] = (await read('sarif', [resultOf('/repo/a.md', 'ab🎉\r\n\rcd', [finding(place)])])).runs;
    const { startLine, startColumn, endLine, endColumn } = results[0].locations[0].physicalLocation.region;
    expect([startLine, startColumn, endLine, endColumn]).toEqual(expected);
  });

  test('suppressions, files out of the repository, files not checked', async () => {
    const suppressed = {
      ...finding(),
      suppressions: [
        { kind: 'directive', justification: 'legal' },
        { kind: 'file', justification: '' },
      ],
    };
    const results = [
      resultOf('/repo/sub/a#b?.md', undefined, [], [suppressed as never]),
      resultOf('/else where/a.md', undefined, [FATAL]),
    ];
    const [run] = (await read('sarif', results, { cwd: '/repo/sub' })).runs;
    expect(run.invocations).toEqual([{ executionSuccessful: false }]);
    expect(run.results[0].suppressions).toEqual([{ kind: 'inSource', justification: 'legal' }, { kind: 'external' }]);
    expect(run.results[1]).not.toHaveProperty('suppressions');
    expect(run.results.map(artifactOf)).toEqual([
      { uri: 'sub/a%23b%3F.md', uriBaseId: '%SRCROOT%' },
      { uri: 'file:///else%20where/a.md' },
    ]);
  });
});

function artifactOf({ locations }: { locations: { physicalLocation: { artifactLocation: unknown } }[] }): unknown {
  return locations[0]?.physicalLocation.artifactLocation;
}

/** The schema is derived from GitLab's documentation of the Code Quality report. */
const GITLAB = {
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      description: { type: 'string', minLength: 1 },
      check_name: { type: 'string', minLength: 1 },
      fingerprint: { type: 'string', minLength: 1 },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        properties: {
          path: { type: 'string', pattern: '^(?!\\./|/)' },
          lines: { type: 'object', required: ['begin'], properties: { begin: { type: 'integer', minimum: 1 } } },
        },
      },
    },
  },
};

describe('gitlab', () => {
  test('is valid, and its fingerprints are unique', async () => {
    const issues = await read('gitlab', [...ALL, ...ALL]);
    expectValid(GITLAB, issues);
    expect(new Set(issues.map(({ fingerprint }: { fingerprint: string }) => fingerprint)).size).toBe(issues.length);
    expect(await textOf('gitlab', [])).toBe('[]\n');
  });

  test.each(HOSTILE)('reads back $text', async ({ text, shown }) => {
    const [error, warning] = await read('gitlab', [resultWith(text)]);
    expect(error.description).toBe(
      `“${shown}” blames [when a is ${shown} x] (${shown}). Instead: rather ${shown} so. Instead: d. (no-blame)`,
    );
    expect([error.severity, warning.severity]).toEqual(['major', 'minor']);
    expect(error.location.path).toBe(`macros/${pathPart(text)}.md`.replace(/[\ud800-\udfff]/gu, '\ufffd'));
  });

  test('fingerprints outlive moved lines', async () => {
    const at = (line: number): LintMessage => finding({ line, endLine: line, fingerprint: 'abc' });
    const unnamed = (line: number): LintMessage => finding({ ...FATAL, line, endLine: line });
    const fingerprintsAt = async (line: number) =>
      (await read('gitlab', [resultOf('/repo/a', undefined, [at(line), at(line + 1), unnamed(line)])])).map(
        ({ fingerprint }: { fingerprint: string }) => fingerprint,
      );
    expect(await fingerprintsAt(1)).toEqual(await fingerprintsAt(50));
  });
});

const POSITION = {
  type: 'object',
  required: ['line'],
  additionalProperties: false,
  properties: { line: { type: 'integer', minimum: 1 }, column: { type: 'integer', minimum: 1 } },
};
const RANGE = {
  type: 'object',
  required: ['start'],
  additionalProperties: false,
  properties: { start: POSITION, end: POSITION },
};
/**
 * The schema is derived from reviewdog's documentation of its Diagnostic Format. It allows no other properties, so that
 * misspelled names fail.
 */
const RDJSON = {
  type: 'object',
  required: ['source', 'diagnostics'],
  additionalProperties: false,
  properties: {
    source: { type: 'object', required: ['name'], properties: { name: { type: 'string' } } },
    diagnostics: {
      type: 'array',
      items: {
        type: 'object',
        required: ['message', 'location', 'severity', 'code'],
        additionalProperties: false,
        properties: {
          message: { type: 'string', minLength: 1 },
          location: {
            type: 'object',
            required: ['path', 'range'],
            additionalProperties: false,
            properties: { path: { type: 'string' }, range: RANGE },
          },
          severity: { enum: ['ERROR', 'WARNING', 'INFO'] },
          code: { type: 'object', required: ['value'], properties: { value: { type: 'string', minLength: 1 } } },
          suggestions: {
            type: 'array',
            items: {
              type: 'object',
              required: ['range', 'text'],
              additionalProperties: false,
              properties: { range: RANGE, text: { type: 'string' } },
            },
          },
        },
      },
    },
  },
};

describe('rdjson', () => {
  test('is valid', async () => {
    expectValid(RDJSON, await read('rdjson', ALL));
    expectValid(RDJSON, await read('rdjson', []));
  });

  test.each(HOSTILE)('reads back $text', async ({ text, shown }) => {
    const { diagnostics } = await read('rdjson', [resultWith(text)]);
    expect(diagnostics[0].message).toBe(
      `“${shown}” blames [when a is ${shown} x] (${shown})\nInstead: rather ${shown} so\nInstead: d`,
    );
    const [suggestion] = diagnostics[0].suggestions ?? [];
    if (/[\ud800-\udfff]/u.test(text)) expect(suggestion).toBeUndefined();
    else expect(suggestion).toEqual({ range: diagnostics[0].location.range, text });
  });

  test('columns count bytes of UTF-8', PROPERTY, async () => {
    const line = fc.string({ unit: 'grapheme', size: 'large' }).map((text) => text.replace(/[\r\n]/g, ''));
    await fc.assert(
      fc.asyncProperty(fc.array(line), line, line, line, async (lines, before, marked, after) => {
        const source = [...lines, `${before}${marked}${after}`, 'end'].join('\r\n');
        const start = { line: lines.length + 1, column: before.length + 1 };
        const end = { endLine: start.line, endColumn: start.column + marked.length };
        const { diagnostics } = await read('rdjson', [resultOf('/repo/a.md', source, [finding({ ...start, ...end })])]);
        const { range } = diagnostics[0].location;
        // A Go program would cut out the words this way, as bytes of one line.
        const bytes = Buffer.from(source).toString('latin1').split('\r\n')[range.start.line - 1] ?? '';
        const cut = bytes.slice(range.start.column - 1, range.end.column - 1);
        expect(Buffer.from(cut, 'latin1').toString()).toBe(marked);
      }),
    );
  });

  test('a long line with many findings is counted once', async () => {
    const source = 'é🎉'.repeat(1_000_000);
    const messages = Array.from({ length: 10_000 }, (_, index) =>
      finding({ column: 3 * index * 99 + 1, endColumn: 3_000_001 }),
    );
    const { diagnostics } = await read('rdjson', [resultOf('/repo/a.json', source, messages)]);
    for (const [index, { location }] of diagnostics.entries())
      expect(location.range).toEqual(spot(1, 6 * index * 99 + 1, 1, 6_000_001));
  });

  test('gives lines alone where there is no text', async () => {
    const { diagnostics } = await read('rdjson', [resultOf('/repo/a.md', undefined, [finding({ endLine: 3 })])]);
    expect(diagnostics[0].location.range).toEqual({ start: { line: 1 }, end: { line: 3 } });
  });

  test.each([
    ['a fix', { fix: { range: [3, 5], text: 'é' } }, [{ range: spot(2, 1, 2, 6), text: 'é' }]],
    ['a deletion', { fix: { range: [3, 3], text: '' } }, [{ range: spot(2, 1, 2, 1), text: '' }]],
    ['words alone', { suggestions: [{ desc: 'x' }] }, undefined],
  ] as const)('suggestions: %s', async (_, given, expected) => {
    const { diagnostics } = await read('rdjson', [resultOf('/repo/a.md', 'a\r\né日b', [finding(given)])]);
    expect(diagnostics[0].suggestions).toEqual(expected);
  });
});

function spot(line: number, column: number, endLine: number, endColumn: number) {
  return { start: { line, column }, end: { line: endLine, column: endColumn } };
}

import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import type { LintResult } from '../../src/model/finding.js';
import { reporterOf } from '../../src/report/index.js';
import { contextWith, FATAL, finding, HOSTILE, NOT_INERT, pathPart, resultOf, resultWith } from './hostile.js';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** Returns the root element. @throws if the document is not well-formed */
function parsed(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element) element.text += text;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  return root.children[0] ?? root;
}

function all(element: Element, name: string): Element[] {
  return [...(element.name === name ? [element] : []), ...element.children.flatMap((child) => all(child, name))];
}

const report = async (format: string, results: readonly LintResult[]) =>
  (await reporterOf(format))?.(results, contextWith()) ?? '';

/** Characters of a path that XML cannot represent. All others must be unchanged. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\ud800-\udfff]/gu;
const held = (path: string) => path.replace(FORBIDDEN, (c) => `\\u{${c.codePointAt(0)?.toString(16)}}`);

test.each(['checkstyle', 'junit'])('%s lets nothing harmful through', async (format) => {
  for (const { text } of HOSTILE) expect(await report(format, [resultWith(text)])).not.toMatch(NOT_INERT);
});

describe('checkstyle', () => {
  test.each(HOSTILE)('reads back $text', async ({ text, shown }) => {
    const root = parsed(await report('checkstyle', [resultWith(text)]));
    expect(root.name).toBe('checkstyle');
    expect(all(root, 'file').map(({ attributes }) => attributes.name)).toEqual([held(`macros/${pathPart(text)}.md`)]);
    const { line } = resultWith(text).messages[0] ?? {};
    expect(all(root, 'error').map(({ attributes }) => attributes)).toEqual([
      {
        line: String(line),
        column: '1',
        severity: 'error',
        message: `“${shown}” blames [when a is ${shown} x] (${shown})`,
        source: 'replylint.no-blame',
      },
      {
        line: String(line),
        column: '1',
        severity: 'warning',
        message: `“${shown}” greets (${shown})`,
        source: 'replylint.greeting',
      },
    ]);
  });

  test('of nothing', async () => expect(all(parsed(await report('checkstyle', [])), 'error')).toEqual([]));
});

describe('junit', () => {
  test.each(HOSTILE)('reads back $text', async ({ text, shown }) => {
    const root = parsed(await report('junit', [resultWith(text)]));
    const [suite] = all(root, 'testsuite');
    const path = `macros/${pathPart(shown)}.md`;
    expect(suite?.attributes).toMatchObject({ name: path, tests: '2', failures: '1', errors: '0' });
    const { line } = resultWith(text).messages[0] ?? {};
    expect(all(root, 'testcase').map(({ attributes, children }) => [attributes.name, children.length])).toEqual([
      [`org.replylint.no-blame ${line}:1`, 1],
      [`org.replylint.greeting ${line}:1`, 0],
    ]);
    const [failure] = all(root, 'failure');
    const message = `“${shown}” blames [when a is ${shown} x] (${shown})`;
    expect(failure?.attributes).toEqual({ message, type: 'no-blame' });
    expect(failure?.text).toBe(`${path}:${line}:1: ${message} (no-blame) Instead: rather ${shown} so Instead: d`);
    expect(all(root, 'system-out')[0]?.text).toBe(`${path}:${line}:1: “${shown}” greets (${shown}) (greeting)\n`);
  });

  test('a clean file passes, a file not checked is an error, no file is a suite', async () => {
    const results = [
      resultOf('/repo/clean.md', undefined, []),
      resultOf('/repo/bad.md', undefined, [FATAL, finding()]),
    ];
    const suites = all(parsed(await report('junit', results)), 'testsuite');
    expect(
      suites.map(({ attributes: { id, name, tests, failures, errors } }) => [id, name, tests, failures, errors]),
    ).toEqual([
      ['0', 'clean.md', '1', '0', '0'],
      ['1', 'bad.md', '2', '1', '1'],
    ]);
    expect(all(parsed(await report('junit', [])), 'testcase').map(({ attributes }) => attributes.name)).toEqual([
      'no findings',
    ]);
  });

  test('has the order of elements and the attributes of Ant’s schema', async () => {
    for (const suite of all(
      parsed(await report('junit', [resultWith('x'), resultOf('/repo/c', undefined, [])])),
      'testsuite',
    )) {
      const names = suite.children.map(({ name }) => name);
      expect(names.filter((name, index) => name !== names[index - 1])).toEqual([
        'properties',
        'testcase',
        'system-out',
        'system-err',
      ]);
      expect(Object.keys(suite.attributes).sort()).toEqual([
        'errors',
        'failures',
        'hostname',
        'id',
        'name',
        'package',
        'tests',
        'time',
        'timestamp',
      ]);
      for (const one of all(suite, 'testcase'))
        expect(Object.keys(one.attributes)).toEqual(['name', 'classname', 'time']);
    }
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compose, readerOf } from '../src/compose/index.js';
import { choicesOf } from '../src/compose/template/choices.js';
import { lex } from '../src/compose/template/lexer.js';
import { templateOf } from '../src/compose/template/tree.js';
import { SourceFile } from '../src/model/source-file.js';
import { PROPERTY, runs } from './properties.js';
import { replyOf } from './reply-of.js';
import { data, ENGINES, type Engine, evaluated, LANGUAGES, TOKENS, template } from './template-engines.js';

async function renderingsOf(body: string, { extension }: Pick<Engine, 'extension'>) {
  const reply = replyOf(body, 'text', { file: new SourceFile(`reply.${extension}`, body) });
  return compose(reply, await readerOf('text', body), 'en');
}

const bare = (text: string) => text.replace(/\s+/g, '');

describe.each(ENGINES)('$name', (engine) => {
  test('what the engine renders is among what is read', PROPERTY, async () => {
    await fc.assert(
      fc.asyncProperty(template, data, async (nodes, values) => {
        const body = engine.write(nodes);
        const rendered = bare(await engine.render(body, values));
        const { renderings, problems, all } = await renderingsOf(body, engine);
        expect(problems).toEqual([]);
        const texts = renderings.map(({ text }) => bare(text));
        if (all) expect(texts).toContain(rendered);
        // If there are more texts than the maximum, each sentence is still included in one of them.
        const read = texts.join('\n');
        for (const mark of rendered.match(/n\d+\./g) ?? []) expect(read).toContain(mark);
      }),
      runs(20),
    );
  });

  test('no comment is read', PROPERTY, async () => {
    await fc.assert(
      fc.asyncProperty(template, async (nodes) => {
        const body = engine.write([{ is: 'comment', inside: [{ is: 'text', text: 'nobody sees this' }] }, ...nodes]);
        const { renderings } = await renderingsOf(body, engine);
        for (const { text } of renderings) expect(text).not.toContain('nobody sees');
      }),
      runs(5),
    );
  });
});

describe.each(LANGUAGES)('$name', (language) => {
  test('what its documentation says is shown is among what is read', PROPERTY, async () => {
    await fc.assert(
      fc.asyncProperty(template, data, async (nodes, values) => {
        const body = language.write(nodes);
        const { renderings, problems, all } = await renderingsOf(body, language);
        expect(problems).toEqual([]);
        const texts = renderings.map(({ text }) => bare(text));
        if (all) expect(texts).toContain(bare(evaluated(nodes, values)));
        const read = texts.join('\n');
        for (const mark of evaluated(nodes, values).match(/n\d+\./g) ?? []) expect(read).toContain(mark);
      }),
      runs(20),
    );
  });
});

describe.each([...ENGINES, ...LANGUAGES])('texts made of template tokens, as $name', (language) => {
  test('are read to the end, at a cost in proportion to their length', PROPERTY, () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...TOKENS), { maxLength: 40 }), (tokens) => {
        const body = tokens.join('');
        let steps = 0;
        const writing = { markup: 'text', helpdesk: undefined, file: { path: `x.${language.extension}` } } as const;
        const found = lex(body, writing, () => {
          steps += 1;
        });
        expect(steps).toBeLessThanOrEqual(body.length + 1);
        let end = 0;
        for (const { span } of found) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThan(span.start);
          end = span.end;
        }
        expect(end).toBeLessThanOrEqual(body.length);
        choicesOf(templateOf(found, body.length).conditionals);
      }),
      runs(150),
    );
  });
});

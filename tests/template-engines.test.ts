import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compose, readerOf } from '../src/compose/index.js';
import { SourceFile } from '../src/model/source-file.js';
import { replyOf } from './reply-of.js';
import { data, ENGINES, type Engine, template } from './template-engines.js';

const RUNS = Number(process.env.TEMPLATE_RUNS ?? 60);

async function renderingsOf(body: string, { extension }: Engine) {
  const reply = replyOf(body, 'text', { file: new SourceFile(`reply.${extension}`, body) });
  return compose(reply, await readerOf('text', body), 'en');
}

const bare = (text: string) => text.replace(/\s+/g, '');

describe.each(ENGINES)('$name', (engine) => {
  test('what the engine renders is among what is read', async () => {
    await fc.assert(
      fc.asyncProperty(template, data, async (nodes, values) => {
        const body = engine.write(nodes);
        const rendered = bare(await engine.render(body, values));
        const { renderings, problems, all } = await renderingsOf(body, engine);
        expect(problems).toEqual([]);
        const texts = renderings.map(({ text }) => bare(text));
        if (all) expect(texts).toContain(rendered);
        // Beyond the number of texts that are read, each sentence still is.
        const read = texts.join('\n');
        for (const mark of rendered.match(/n\d+\./g) ?? []) expect(read).toContain(mark);
      }),
      { numRuns: RUNS },
    );
  });

  test('no comment is read', async () => {
    await fc.assert(
      fc.asyncProperty(template, async (nodes) => {
        const body = engine.write([{ is: 'comment', inside: [{ is: 'text', text: 'nobody sees this' }] }, ...nodes]);
        const { renderings } = await renderingsOf(body, engine);
        for (const { text } of renderings) expect(text).not.toContain('nobody sees');
      }),
      { numRuns: Math.ceil(RUNS / 4) },
    );
  });
});

import { defineRule, isVagueRequest, quoted, type Reading } from 'replylint/rule';

export default defineRule({
  id: 'specific-request',
  segment: 'determining',
  principle: 'Say exactly what you need, in a way that is easy to answer.',
  why: '“More information” leaves the customer guessing and costs another round of email. A short list gets an answer right away.',
  pairs: 'Please send us more information. → Please send us the order number and a photo of the damage.',
  switchOff: 'Raise `maxQuestions`, or turn it off for forms and onboarding questionnaires.',
  source: 'Yes, YOU Need To Read And Share This: Determining; The key to great customer service',
  presets: { strict: 'warn', chat: ['warn', { maxQuestions: 1 }] },
  options: {
    maxQuestions: { type: 'count', default: 5, minimum: 1, description: 'The maximum number of questions in a reply.' },
    extra: { type: 'phrases', default: [], description: 'Additional phrases to report.' },
    allow: { type: 'phrases', default: [], description: 'Phrases to allow, even if they contain a reported phrase.' },
  },
  groups: ['vague', 'asks', 'offers', 'named', 'clause'],
  needs: ['phrase', 'question'],
  *check(reading, { maxQuestions }) {
    const allowed = reading.matches('allow');
    let reported = -1;
    for (const match of [...reading.matches('vague'), ...reading.matches('extra')]) {
      if (match.start < reported || allowed.some(({ from, to }) => from < match.to && match.from < to)) continue;
      if (reading.inContext(match, ['code', 'quoted', 'negated', 'conditional'])) continue;
      if (match.group === 'vague' && !isVagueRequest(reading, match)) continue;
      reported = match.end;
      yield {
        span: { start: match.start, end: match.end },
        message: `${quoted(match, reading.rendering.text)} does not say what is needed`,
        suggestions: ['List each item you need on its own line, and say where to find it'],
      };
    }
    const questions = reading.rendering.sentences.filter(({ ends, block }) => ends === '?' && isOwn(reading, block));
    const tooMany = questions[maxQuestions];
    if (tooMany)
      yield {
        span: { start: tooMany.start, end: tooMany.end },
        message: `${quoted(tooMany, reading.rendering.text)} is question ${maxQuestions + 1} of ${questions.length} (maximum: ${maxQuestions})`,
        suggestions: ['Start with what you need to know for the next step'],
      };
  },
});

/** Returns true for a block that the team writes itself, and not for a heading above an answer or a quotation. */
function isOwn({ rendering }: Reading, block: number): boolean {
  const kind = rendering.blocks[block]?.kind;
  return kind !== 'heading' && kind !== 'quote' && kind !== 'code';
}

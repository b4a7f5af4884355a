import type { LoadedFile, Session } from '../../lint/index.js';
import { type Scorecard, shownIn } from '../../report/scorecard/index.js';
import { scorecardPage } from '../../report/scorecard/page/page.js';
import { type ReadReply, readFile } from '../../report/scorecard/page/reading.js';

/**
 * Maximum number of replies whose texts are all included in the page. Above it, replies without findings are listed
 * without their texts, so that a browser can still load the page.
 */
const MOST_TEXTS = 20_000;

/** Yields the page of a scorecard in pieces. The texts of its replies are loaded again for it. */
export async function pagePieces(
  card: Scorecard,
  session: Session,
  paths: readonly string[],
  cwd: string,
): Promise<Iterable<string>> {
  const indexes = new Map(card.replies.map(({ file, id }, index) => [`${file}\n${id}`, index]));
  const read = new Map<number, ReadReply>();
  const isSmall = card.replies.length <= MOST_TEXTS;
  const add = (loaded: LoadedFile) => {
    const file = shownIn(cwd, loaded.absolute);
    const indexOf = (id: string) => indexes.get(`${file}\n${id}`);
    const isShown = (id: string) => {
      const row = card.replies[indexOf(id) ?? -1];
      return row !== undefined && (isSmall || (row.findings.length > 0 && read.size < MOST_TEXTS));
    };
    const replies = loaded.replies.filter(({ reply }) => isShown(reply.id));
    const findingsOf = (id: string) => card.replies[indexOf(id) ?? -1]?.findings ?? [];
    for (const one of readFile({ file: loaded.file, replies }, findingsOf)) read.set(indexOf(one.id) ?? -1, one);
  };
  for await (const step of session.load(paths)) {
    if (step.kind === 'file') add(step.loaded);
    else if (step.kind === 'long') for await (const passage of step.long.passages()) add(passage);
  }
  return scorecardPage(card, read);
}

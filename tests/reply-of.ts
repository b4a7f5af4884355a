import { shiftedBy } from '../src/model/offset-map.js';
import type { Markup, Reply } from '../src/model/reply.js';
import { SourceFile } from '../src/model/source-file.js';
import { CATALOGUES } from '../src/read/index.js';

/** Returns a reply that is the only one in its file. */
export function replyOf(body: string, markup: Markup = 'markdown', more: Partial<Reply> = {}): Reply {
  return {
    id: 'reply',
    title: undefined,
    pointer: '',
    file: new SourceFile('reply.md', body),
    start: 0,
    body,
    map: shiftedBy(0),
    markup,
    helpdesk: undefined,
    catalogues: CATALOGUES,
    declared: {},
    active: true,
    audience: 'customer',
    ...more,
  };
}

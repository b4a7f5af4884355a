import { loopOf, opposite, testOf } from '../test-of.js';
import type { Doing } from '../token.js';
import { type Dialect, NOTHING, onOneLine, tag } from './dialect.js';

const MAILCHIMP = /\*\|(IF|IFNOT|ELSEIF|ELSE|END|INTERESTED):?([^|\n]{0,100})\|\*/iy;

/**
 * Mailchimp's conditional merge tags, such as `*|IF:VIP|* … *|ELSE:|* … *|END:IF|*`.
 * https://mailchimp.com/help/use-conditional-merge-tag-blocks/
 */
export const mailchimp: Dialect = {
  name: 'mailchimp',
  begins: '*',
  isUsedIn: ({ body }) => body.includes('*|'),
  tokensAt: (source, at) => {
    const found = source.match(MAILCHIMP, at);
    if (!found) return undefined;
    const [written, name = '', asked = ''] = found;
    return [tag(at, at + written.length, written, merge(name.toUpperCase(), onOneLine(asked)))];
  },
};

function merge(name: string, asked: string): Doing {
  if (name === 'IF' || name === 'INTERESTED') return { is: 'open', block: 'IF', test: testOf(asked) };
  if (name === 'IFNOT') return { is: 'open', block: 'IF', test: opposite(testOf(asked)) };
  if (name === 'ELSEIF') return { is: 'branch', test: testOf(asked) };
  return name === 'ELSE' ? { is: 'branch' } : { is: 'close', block: 'IF' };
}

const GLPI = /##(IF|ELSE|ENDIF|ENDELSE|FOREACH|ENDFOREACH)([A-Za-z][\w.]{0,80})(?:=([^#\n]{0,80}))?##/y;

/** GLPI's notification templates, such as `##IFticket.x##…##ELSEticket.x##…##ENDIFticket.x##`. */
export const glpi: Dialect = {
  name: 'glpi',
  begins: '#',
  isUsedIn: ({ body }) => /##(?:IF|FOREACH)/.test(body),
  tokensAt: (source, at) => {
    const found = source.match(GLPI, at);
    if (!found) return undefined;
    const [written, name = '', subject = '', value] = found;
    return [tag(at, at + written.length, written, notification(name, subject, value))];
  },
};

function notification(name: string, subject: string, value: string | undefined): Doing {
  if (name === 'IF')
    return { is: 'open', block: subject, test: testOf(value === undefined ? subject : `${subject} == "${value}"`) };
  if (name === 'FOREACH') return { is: 'open', block: subject, test: loopOf(subject) };
  // In GLPI, the alternative text is a separate block after the end of the first.
  if (name === 'ELSE') return { is: 'open', block: `ELSE${subject}`, test: opposite(testOf(subject)) };
  return { is: 'close', block: name === 'ENDELSE' ? `ELSE${subject}` : subject };
}

const ODOO = /<(\/?)t\b((?:[^<>"']|"[^"]{0,300}"|'[^']{0,300}'){0,500})>/y;
const MAKO = /%[ \t]{0,9}(if|elif|else|endif|for|endfor|while|endwhile)\b([^\n]{0,300})/y;

/** Odoo's QWeb (`<t t-if="…">`), and the Mako lines of its older emails (`% if …:`). */
export const odoo: Dialect = {
  name: 'odoo',
  begins: '<%',
  isUsedIn: ({ body }) =>
    /<t\s{1,9}t-/.test(body) || /(?:^|\n)[ \t]{0,20}%[ \t]{0,9}(?:if|for)\b[^\n]{0,300}:[ \t]{0,9}(?:\n|$)/.test(body),
  tokensAt: (source, at) => {
    if (source.body[at] === '%') return mako(source.body, at, source.match(MAKO, at));
    const found = source.match(ODOO, at);
    if (!found) return undefined;
    const [written, ends, attributes = ''] = found;
    const end = at + written.length;
    if (ends) return [tag(at, end, written, { is: 'close', block: 't' })];
    if (/\bt-(?:out|esc|raw|field)=/.test(attributes) && attributes.endsWith('/')) return undefined;
    const asked = /\bt-(?:if|elif)=(?:"([^"]*)"|'([^']*)')/.exec(attributes);
    const test = testOf(asked?.[1] ?? asked?.[2] ?? '');
    if (attributes.endsWith('/'))
      return [tag(at, end, written, /\bt-call=/.test(attributes) ? { is: 'include' } : NOTHING)];
    if (asked) return [tag(at, end, written, { is: 'open', block: 't', test })];
    return [
      tag(at, end, written, {
        is: 'open',
        block: 't',
        ...(/\bt-else\b/.test(attributes) && { test: testOf('t-else') }),
      }),
    ];
  },
};

function mako(body: string, at: number, found: RegExpExecArray | null) {
  if (!found || !/(?:^|\n)[ \t]{0,20}$/.test(body.slice(Math.max(0, at - 21), at))) return undefined;
  const [written, name = '', rest = ''] = found;
  const asked = rest.trim().replace(/:$/, '');
  const does: Doing = name.startsWith('end')
    ? { is: 'close', block: name.slice(3) }
    : name === 'else'
      ? { is: 'branch' }
      : name === 'elif'
        ? { is: 'branch', test: testOf(asked) }
        : { is: 'open', block: name, test: name === 'if' ? testOf(asked) : loopOf(asked) };
  return [tag(at, at + written.length, written, does)];
}

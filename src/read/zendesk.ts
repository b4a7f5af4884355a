import type { Declared } from '../model/reply.js';
import type { Adapter, Content, Found, FoundReply } from './content.js';
import { decoded, itemsOf, type JsonNode, memberOf, pointerOf, stringOf } from './json.js';

/**
 * Zendesk macros, in the shapes that the API and its clients write: `{"macros":[…]}`, `{"macro":{…}}`, a bare array, a
 * bare object. Triggers and automations have conditions; they are recognised and give no replies.
 * Source: developer.zendesk.com, “Macros” and “Actions reference”.
 */
export const zendesk: Adapter = {
  name: 'zendesk macros',
  recognises: (content) => {
    if (content.extension !== 'json' || !/"(?:actions|macros?|triggers?)"/.test(content.text)) return false;
    const { root } = content.json;
    if (!root) return false;
    const [first, ...more] = macrosOf(root);
    return first !== undefined && [first, ...more.slice(0, 199)].some(isRule);
  },
  *replies(content) {
    const { root } = content.json;
    if (root) for (const macro of macrosOf(root)) yield* repliesOf(content, macro);
  },
};

const COMMENTS = new Set(['comment_value', 'comment_value_html']);

function macrosOf(root: JsonNode): readonly JsonNode[] {
  const listed = ['macros', 'triggers', 'automations']
    .map((key) => memberOf(root, key))
    .find((node) => node?.type === 'array');
  if (listed) return itemsOf(listed);
  if (root.type === 'array') return itemsOf(root);
  return [memberOf(root, 'macro') ?? memberOf(root, 'trigger') ?? root];
}

/** A macro, trigger or automation: actions with fields. */
function isRule(node: JsonNode): boolean {
  const actions = itemsOf(memberOf(node, 'actions'));
  return (
    actions.length > 0 &&
    actions.every((action) => stringOf(memberOf(action, 'field')) !== undefined) &&
    (stringOf(memberOf(node, 'title')) !== undefined || actions.some((action) => COMMENTS.has(fieldOf(action))))
  );
}

function fieldOf(action: JsonNode): string {
  return stringOf(memberOf(action, 'field')) ?? '';
}

function* repliesOf(content: Content, macro: JsonNode): Generator<Found> {
  if (!isRule(macro) || memberOf(macro, 'conditions')) return;
  const actions = itemsOf(memberOf(macro, 'actions'));
  const comments = actions.filter((action) => COMMENTS.has(fieldOf(action)));
  const html = comments.filter((action) => fieldOf(action) === 'comment_value_html');
  // The same text stands in both fields where both are there.
  for (const action of html.length > 0 ? html : comments) {
    const reply = replyOf(content, macro, action, actions);
    if (reply) yield { reply };
  }
}

function replyOf(
  content: Content,
  macro: JsonNode,
  action: JsonNode,
  actions: readonly JsonNode[],
): FoundReply | undefined {
  const value = memberOf(action, 'value');
  const [channel, listed] = itemsOf(value);
  const text = listed ?? (value?.type === 'string' ? value : undefined);
  if (text?.type !== 'string' || String(text.value).trim() === '') return undefined;
  const id = memberOf(macro, 'id');
  const isHtml = fieldOf(action) === 'comment_value_html';
  return {
    id: id && (id.type === 'number' || id.type === 'string') ? String(id.value) : undefined,
    title: stringOf(memberOf(macro, 'title')),
    pointer: pointerOf(text),
    start: macro.offset,
    ...decoded(content.text, text),
    markup: isHtml ? 'html' : 'markdown',
    helpdesk: 'zendesk',
    declared: declaredBy(actions, stringOf(channel)),
    active: memberOf(macro, 'active')?.value !== false,
    audience: isPublic(actions) ? 'customer' : 'staff',
  };
}

/** Private where the macro says so, as a boolean or as a string; without a word it follows the ticket: public. */
function isPublic(actions: readonly JsonNode[]): boolean {
  const mode = actions.find((action) => fieldOf(action) === 'comment_mode_is_public');
  return String(memberOf(mode, 'value')?.value ?? true).toLowerCase() !== 'false';
}

function declaredBy(actions: readonly JsonNode[], channel: string | undefined): Declared {
  const textOf = (field: string) =>
    stringOf(
      memberOf(
        actions.find((action) => fieldOf(action) === field),
        'value',
      ),
    );
  const status = textOf('status');
  const tags = [textOf('set_tags'), textOf('current_tags')].flatMap((listed) => listed?.split(/[\s,]+/) ?? []);
  const only = channel?.replace(/^channel:/, '');
  return {
    ...(status !== undefined && { status }),
    ...(tags.length > 0 && { tags: tags.filter((tag) => tag !== '') }),
    ...(only !== undefined && only !== 'all' && only !== 'web' && { channel: only }),
  };
}

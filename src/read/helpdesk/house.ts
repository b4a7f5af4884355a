import type { Declared, OmittedAction } from '../../model/reply.js';
import { type Content, remembered } from '../content.js';

/** These match the key and the value of an action in JSON, including JSON in a CSV cell, and in YAML. */
const ASSIGNS =
  /\b(?:field|name|action_name)["'\\]{0,4}\s{0,9}:\s{0,9}["'\\]{0,4}(?:group_id|assignee_id|setTeamAssignee|setAssignee|assign_team|assign_agent)\b/;
const REFUNDS = /\bname["'\\]{0,4}\s{0,9}:\s{0,9}["'\\]{0,4}\w{0,40}Refund\w{0,40}["'\\]/;
const CANCELS = /\bname["'\\]{0,4}\s{0,9}:\s{0,9}["'\\]{0,4}\w{0,40}Cancel\w{0,40}["'\\]/;
const PRIORITIZES =
  /\b(?:field|name|action_name)["'\\]{0,4}\s{0,9}:\s{0,9}["'\\]{0,4}(?:priority|setPriority|change_priority)\b/;
const TAGS =
  /\b(?:field|name|action_name)["'\\]{0,4}\s{0,9}:\s{0,9}["'\\]{0,4}(?:set_tags|current_tags|addTags|setTags|add_label)\b/g;
const MACROS = /\bactions["'\\]{0,4}\s{0,9}:/g;
/** Minimum percentage of macros that set tags. */
const NEARLY_ALL = 80;
/** Minimum number of macros from which the purpose of their tags can be told. */
const FEWEST = 5;

/**
 * Returns true if nearly all macros of an export set tags, and some assign a team or a person. Tags are labels then, and
 * assign nothing.
 */
export const tagsAreLabels: (content: Content) => boolean = remembered(({ text }: Content) => {
  const macros = text.match(MACROS)?.length ?? 0;
  if (macros < FEWEST) return false;
  const tagged = text.match(TAGS)?.length ?? 0;
  return tagged * 100 >= macros * NEARLY_ALL && ASSIGNS.test(text);
});

/** Returns the kinds of actions that some macros of an export have. */
const actionsIn: (content: Content) => ReadonlySet<OmittedAction> = remembered(({ text }: Content) => {
  const found = new Set<OmittedAction>();
  if (REFUNDS.test(text)) found.add('refund');
  if (CANCELS.test(text)) found.add('cancel');
  if (PRIORITIZES.test(text)) found.add('prioritize');
  return found;
});

/**
 * Returns the actions that some macros of an export have, but not this one.
 * @param own the actions of this macro
 */
export function omittedFrom(content: Content, own: readonly OmittedAction[]): Pick<Declared, 'omits'> {
  const omits = [...actionsIn(content)].filter((action) => !own.includes(action));
  return omits.length > 0 ? { omits } : {};
}

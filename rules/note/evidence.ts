import type { Passage } from 'replylint/rule';

/** What tells that a passage speaks to the agent; below nought, what tells that it does not. Every quantifier is bounded. */
interface Cue {
  readonly says: RegExp;
  readonly weight: number;
  /** Where it tells something; everywhere if absent. */
  readonly only?: readonly Passage['setting'][];
}

/** Who a note may be for. Customers are never called so. */
const STAFF =
  'agents?|csr?s?|cs team|staff|self|colleagues?|(?:(?:night|day|early|late|next) )?shift|front desk|reception(?:ist)?|clerks?|dispatch(?:er)?|editors?|authors?|reviewers?|translators?|ops|admins?|back ?office|l[12]|tier [12]|officers?|cashiers?|advis[eo]rs?|reps?|operators?|handlers?|case ?workers?|moderators?|mods?|supervisors?|team ?leads?';

/** Values and texts that a writer fills in; a customer who is asked for one is told so with an article or “your”. */
const VALUE =
  'names?|dates?|amounts?|prices?|fees?|links?|urls?|refs?|references?|reference no|numbers?|no|nr|tracking|titles?|surnames?|gender|pronouns?|salutation|greeting|signature|sign-?off|tone|wording|texts?|lines?|sentences?|paras?|paragraphs?|lists?|templates?|macros?|snippets?|slots?|times?|deadlines?|eta|reasons?|apology|details|models?|variants?|brands?|store|branch|shop|depot|currency|country|region|season|stock|dob|policy|vouchers?|discounts?|maps?|agents?|suppliers?|manager|customers?|cust|client|guest|case|ticket|status|history|carrier|courier|warranty|invoice|disclaimer|figures?|hours|legal|version|sku|id|address(?:es)?';

/** Of whom and what a note tells cases apart, without an article. */
const CASES =
  'cust(?:omer)?|cx|client|guest|patient|tenant|member|caller|requester|student|pupil|parent|buyer|passenger|vips?|gold|premium|b2b|b2c|warranty|repeat|(?:first|second) contact';

/** Verbs of work on a text. */
const EDITS =
  'adapt|reword|rephrase|personali[sz]e|tailor|paste|soften|proofread|amend|customi[sz]e|redact|reformulate|paraphrase|elaborate|locali[sz]e|translate|shorten|expand|del';
/** Verbs of work, which customers are told, too. */
const ACTS =
  "add|put|swap|tick|circle|underline|change|check|verify|confirm|copy|fill(?: in| out)?|update|replace|insert|attach|mention|delete|remove|drop|omit|skip|keep|leave out|cut|use|choose|pick|select|include|exclude|set|say|tell|ask|refund|escalate|tag|assign|cc|cite|quote|give|state|name|log|append|edit|modify|adjust|double[ -]check|apologi[sz]e|look up|strike|repeat|explain|exchange|switch|do not|don['’]t|never";
/** Those of them that take a value. */
const FILLS =
  'add|put|swap|change|check|verify|confirm|copy|fill(?: in| out)?|update|replace|insert|mention|delete|remove|drop|omit|skip|keep|cut|include|choose|pick|set|state|cite|log|append|edit|modify|adjust|double[ -]check|exchange|switch|give|name';
/** What “add … date” may stand around. */
const BARE = `(?!(?:the|a|an|your|our|this|that|these|any|all|some|code)\\b)(?:(?!(?:the|a|an|your|our|in|at|to|on|by|with|under)\\b)[\\w/-]{1,20} ){0,2}(?:${VALUE})\\b`;
/** Before the verb of a note. */
const LEAD =
  "(?:(?:please|pls|plz|then|also|first|always|to be|needs? to|must|do(?:n['’]t| not) forget to|remember to) ){0,2}";
const CLAUSE = `(?:^|[,;:.!?–—+&/]\\s?|->\\s?|=>\\s?|\\s-\\s|\\b(?:and|then|else|otherwise|or)[, ]\\s?)${LEAD}`;

const WORK: readonly Cue[] = [
  { says: new RegExp(`${CLAUSE}(?:${EDITS})\\b`), weight: 3 },
  { says: new RegExp(`${CLAUSE}(?:${EDITS}) (?:the|a|an)\\b`), weight: -1 },
  { says: new RegExp(`${CLAUSE}(?:${ACTS})\\b(?! of\\b|-)`), weight: 1 },
  { says: new RegExp(`${CLAUSE}(?:${FILLS}) ${BARE}`), weight: 1 },
  { says: new RegExp(`${CLAUSE}(?:${FILLS}) ${BARE}`), weight: 1, only: ['loud', 'slot', 'aside'] },
];

const ENGLISH: readonly Cue[] = [
  // The text itself
  {
    says: /\b(?:this|next|last|previous|second|first|whole|above|below|following|either|one|other|standard) (?:line|para|paragraph|sentence|block|bracket|snippet|macro|template|wording|note|text)s?\b/,
    weight: 2,
  },
  { says: /\b(?:macro|snippet|boilerplate|canned|wording|tone guide|style guide|text ?block)s?\b/, weight: 2 },
  {
    says: /\b(?:rest|remainder|text|wording|everything else|body)\b.{0,24}\b(?:same as|as (?:in|per|above|before|usual)|unchanged|see)\b/,
    weight: 3,
  },
  { says: /\b(?:before|when|after) (?:sending|posting|use|publishing)\b|\bdo(?: not|n['’]t) send\b/, weight: 1 },
  // Shorthand
  { says: /\b(?:pls|plz)\b|->|=>| & | \+ /, weight: 1 },
  { says: /\b(?:cust|cx|tmpl|acc\.? to|para|del|approx|resp)\b|(?:^|\s)w\/(?:o\b|\s?\w)/, weight: 2 },
  // Places and people behind the counter
  {
    says: /\b(?:crm|pms|erp|sops?|kb|wiki|jira|intranet|back ?office|admin panel|price ?list|playbook|runbook|rota|roster|spreadsheet|sharepoint|confluence)\b/,
    weight: 2,
  },
  {
    says: new RegExp(
      `\\b(?:ask|tell|cc|via|(?:check|verify|confirm|clear|ok|agree)(?: (?:it|this|first|\\w{1,12}))?(?: with| w/)) (?:supervisor|manager|lead|team ?lead|legal|finance|accounting|sales|depot|warehouse|workshop|kitchen|lab|hq|head office|dispatch|colleagues?|${STAFF})\\b`,
    ),
    weight: 3,
  },
  {
    says: new RegExp(
      `^(?:note|reminder|hint|info|fyi|nb|instructions?|attention)s?:? ?(?:to|for) (?:the )?(?:${STAFF})\\b`,
    ),
    weight: 4,
  },
  {
    says: new RegExp(
      `^(?:for|to|@) ?(?:the )?(?:${STAFF}) ?[:–-](?! ?(?:call|press|dial|e?-?mail|write|contact|visit|see|\\d))`,
    ),
    weight: 4,
  },
  {
    says: new RegExp(`^(?:${STAFF}|internal(?: note| only| use)?|n\\.?b|fyi|to-?do) ?[:,–-]`),
    weight: 3,
  },
  // “You” is the agent, then.
  {
    says: new RegExp(
      `^(?:${STAFF}|internal(?: note| only| use)?) ?[:,–-].{0,120}\\byou|\\bbefore you (?:send|post|publish|reply)\\b`,
    ),
    weight: 4,
    only: ['loud', 'slot', 'aside'],
  },
  // The customer as somebody else
  { says: new RegExp(`\\b(?:if|when|unless|for|only) (?:not |already |still |an? |the )?(?:${CASES})\\b`), weight: 1 },
  { says: new RegExp(`^(?:if|unless) (?:not )?(?:${CASES})\\b[^,:]{0,20}:`), weight: 3 },
  { says: /\b(?:if|when|unless) (?:they|he|she)\b/, weight: 2 },
  {
    says: /\b(?:if|when|unless|as|where) (?:pushed|applicable|needed|relevant|necessary|unsure|not sure|in doubt|asked|appropriate|solved|refunded|paid|possible|known|already|over|under|still|not)\b/,
    weight: 1,
  },
  // Otherwise
  {
    says: new RegExp(
      `\\b(?:else|otherwise|if not|if so),? (?:leave|say|(?:${ACTS}|${EDITS})\\b|\\d|no\\b|nothing|option|counter|same|blank)(?! (?:the|a|an)\\b)`,
    ),
    weight: 2,
  },
  {
    says: new RegExp(
      `${CLAUSE}(?:remove|delete|skip|omit|drop|keep|leave out|add|change|swap|cut|repeat) (?:this |it )?(?:only )?(?:for|if|when|unless|once)\\b`,
    ),
    weight: 1,
  },
  { says: /^(?:use|only use|send|only send)\b.{0,20}\b(?:only|for|if|when)\b/, weight: 1, only: ['loud', 'slot'] },
  {
    says: /^(?:if|only|unless|depending|delete|remove|keep|skip|omit|ask|check|confirm|verify|mention|escalate|tag|tone|repeat|strike|use|drop)\b(?!-| of\b)(?=.* )/,
    weight: 1,
    only: ['slot'],
  },
  { says: /^(?:if|only|unless|depending|optional|optionally)\b/, weight: 1, only: ['slot'] },
  { says: /^(?:choose|pick|select)(?::| (?:one|whichever|the right|the correct|as)\b)/, weight: 1, only: ['slot'] },
  // Doubt
  { says: /\b(?:line|sentence|para|paragraph|words?) (?:about|on|re|regarding)\b/, weight: 2 },
  {
    says: /\?\?|\b(?:tbc|tbd|not sure|still (?:valid|correct|right|current|true|open|missing|needed|up to date)|to do)\b|\bis (?:this|that|it) (?:still|right|correct)\b/,
    weight: 2,
  },
  {
    says: new RegExp(
      `^(?:which |what |right |correct |real )?(?:${VALUE})(?: still| now)?(?: (?:valid|correct|right|true|ok|current))? ?\\?$`,
    ),
    weight: 2,
  },
  { says: /\?\?.{0,12}\bask [a-z]{2,12}\b/, weight: 4 },
  // “Doris: still the old price?”
  {
    says: /^(?!(?:ps|q|a|question|note|tip|hint|example|update|edit|answer|faq|price|date|time|size)\b)[a-z]{2,12}: .{0,60}\?$/,
    weight: 3,
    only: ['loud', 'slot', 'aside'],
  },
  { says: /\bnot (?:yet )?(?:translated|updated|written|approved|localised|localized|proofread)(?: yet)?$/, weight: 3 },
  {
    says: /\b(?:job|work|data|cheat) ?sheets?\b|\b(?:opening hours|address|price|text|map|disclaimer) block\b/,
    weight: 2,
  },
  { says: /\bdepending on\b/, weight: 1 },
  { says: /[!]$/, weight: 1 },
  // Keys and fields of a program
  {
    says: /\bpress (?:cmd|ctrl|alt|shift|the|enter|tab|f\d)|\bpaste (?:it|that|this|them) (?:in|into|there|here)\b/,
    weight: -4,
  },
  { says: /\b(?:reply|respond|write|answer|type)\b.{0,20}\b(?:above|below)\b/, weight: -3 },
  {
    says: /\b(?:firmer|softer|nicer|friendlier|politer|warmer|(?:less|more) formal)\b|\b(?:short|long|shorter|longer|formal|informal|chat|phone|b2b) version\b|\bdepends on\b/,
    weight: 2,
  },
  {
    says: /^(?:nicer|better|shorter|other|another|different) \w{2,20}(?: \w{2,20})? ?\?$|^(?:what else|which one|who|when exactly) ?\?$/,
    weight: 3,
  },
  { says: /\b(?:macro|template|sentence|para|paragraph|snippet|text ?block) ?(?:no\.? )?#?\d+[a-z]?\b/, weight: 1 },
  {
    says: /\b(?:upset|angry|annoyed|irate|rude|difficult|demanding) (?:cust(?:omer)?|guest|client|caller|patient|parent|member|user|tenant)s?\b|\bif (?:angry|upset|annoyed|rude)\b/,
    weight: 2,
  },
  {
    says: /\b(?:manager|supervisor|team ?lead|boss|legal|finance) (?:says|said|oks?|okay|agrees|approves|approved|signs|wants)\b/,
    weight: 3,
  },
  {
    says: /\bto be (?:completed|filled|added|adapted|inserted|checked|adjusted|amended|translated|updated)\b/,
    weight: 2,
  },
  { says: /(?:^|[-–,;:/] ?)(?:check|verify|confirm|adapt|change|update|ask|fill in|correct)\s?!{1,3}$/, weight: 3 },
  {
    says: /\b(?:do not|don't|never) (?:promise|mention|offer|tell|say|refund|quote|commit|admit|disclose)\b/,
    weight: 2,
  },
  { says: /\b(?:do(?:n't|nt| not) forget|remember to)\b/, weight: 2, only: ['loud', 'slot'] },
  { says: /(?:^|[,;:–-] ?)(?:copy|take|same|as in|see)(?: from| as)? (?:last|previous|old|other|above)\b/, weight: 2 },
  { says: /^optional(?:ly)?: /, weight: 1 },
  { says: /^same as\b/, weight: 2, only: ['loud', 'slot'] },
  { says: /\bhere$/, weight: 1, only: ['line'] },
  // Said to the customer
  { says: /\b(?:you|your|yours|yourself|we|our|ours|us|my|me|i)\b/, weight: -4 },
  {
    says: /\b(?:at|in|on|under|of|from) (?:the|a) (?:app|form|portal|settings|menu|field|account|box|checkout|desk|counter|door|gate|bar|till|entrance|pharmacy|shop|website|site|page|top|back|bottom|side|comments?)\b|\b(?:blank|empty|online)\b|\bfor details\b/,
    weight: -2,
  },
];

/** Notes in the team’s own language, in a reply that is written in another. */
export const FOREIGN: Readonly<Record<string, RegExp>> = {
  de: /^(?:hinweis|achtung|anm(?:erkung)?\.?|notiz|info)\b.{0,12}\b(?:f(?:ü|ue)r|an)\b|^intern(?:e[rs]?)?(?: \w{1,12})? ?[:–-]|\b(?:nur|bitte|vor dem|noch|ggf\.?|evtl\.?|falls|sonst|wenn)\b.{0,60}\b(?:ausf(?:ü|ue)llen|erg(?:ä|ae)nzen|anpassen|l(?:ö|oe)schen|pr(?:ü|ue)fen|einf(?:ü|ue)gen|eintragen|(?:ä|ae)ndern|weglassen|streichen|nachfragen|versenden|fragen|kl(?:ä|ae)ren|entfernen)\b|^\S{3,24} (?:(?:hier|noch|bitte|ggf\.?) )?(?:ausf(?:ü|ue)llen|erg(?:ä|ae)nzen|anpassen|l(?:ö|oe)schen|pr(?:ü|ue)fen|einf(?:ü|ue)gen|eintragen|(?:ä|ae)ndern|weglassen|streichen|entfernen)\b/,
  fr: /^(?:à|a) (?:compl(?:é|e)ter|adapter|v(?:é|e)rifier|supprimer|modifier|remplir|traduire)\b|^(?:note|usage) interne\b|\bne pas envoyer\b|^(?:supprimer|compl(?:é|e)ter|ins(?:é|e)rer|adapter|v(?:é|e)rifier) (?:le|la|les|l['’]|si|ici)\b/,
  es: /^(?:nota interna|uso interno|no enviar|(?:por|a) completar)\b|^(?:borrar|eliminar|completar|a(?:ñ|n)adir|adaptar) (?:si|el|la|los|las|aqu(?:í|i)|antes)\b/,
  it: /^(?:nota interna|uso interno|solo interno|non inviare|da (?:completare|verificare|adattare|compilare))\b|^(?:cancellare|inserire|compilare|adattare) (?:se|il|la|lo|i|le|qui|prima)\b/,
  nl: /^(?:alleen voor intern|intern gebruik|interne notitie|niet versturen|n(?:og|iet) (?:aanpassen|invullen|controleren|aanvullen|versturen))\b|^\S{3,24} (?:hier |nog )?(?:aanpassen|invullen|controleren|aanvullen|verwijderen|toevoegen)\b/,
};

export const CUES: Readonly<Record<string, readonly Cue[]>> = { en: [...WORK, ...ENGLISH] };
export const VERBS = new Set(WORK.map(({ says }) => says));

/** What a line begins with that may be a note: a line stands less apart than what has marks around it. */
export const LINE = new RegExp(
  `^${LEAD}(?:${EDITS}|${ACTS}|${STAFF}|notes?|reminders?|hint|info|fyi|nb|n\\.b|to-?do|instructions?|attention|for|to|if|unless|only|rest|remainder|text|wording|everything|body|internal|draft|template|@)(?![\\w-])`,
);
/** What is enough to make a note of a passage. */
export const ENOUGH: Readonly<Record<Passage['setting'], number>> = { loud: 2, slot: 2, aside: 3, line: 4 };
/** A slot that only says to fill it in: `[insert link]`. */
export const FILL_IN =
  /^(?:insert|enter|add|put|type|paste|fill in|choose|select|pick|name|state|give)\b[^;:.+&!?–—>]{1,80}$/;
export const GOES_ON = new RegExp(`\\b(?:if|only|unless|when)\\b|(?:\\band|,) (?:${EDITS}|${ACTS})\\b`);
/** “Ask Heike”: somebody whom the customer does not know. */
export const BY_NAME =
  /\b(?:[Aa]sk|[Tt]ell|[Cc]c|[Vv]ia|(?:[Cc]heck|[Vv]erify|[Cc]onfirm|[Cc]lear|[Aa]gree|[Tt]alk)(?: \w{1,12})? (?:with|to)) (?!I\b|Google|Alexa|Siri)\p{Lu}\p{Ll}{1,20}\b/u;
/** “(Sabine, can you …)” */
export const TO_SOMEBODY =
  /^@?\p{Lu}\p{Ll}{1,20}, ?(?:can|could|please|pls|plz|would|is|are|does|did)\b|(?:^|[,;–-] ?)\p{Lu}\p{Ll}{1,20} to (?:confirm|check|verify|decide|add|send|fill|supply)\b|\b\p{Lu}\p{Ll}{1,20} (?:pls|plz)\b/u;
/** “INSERT REASON FROM FILE”; what a button is called has a small word behind the verb. */
export const ORDER =
  /^(?:INSERT|REMOVE|DELETE|ADD|CHECK|FILL(?: IN)?|CHOOSE|ADAPT|PASTE|UPDATE|REPLACE|CONFIRM|VERIFY) (?!TO\b|YOUR\b|THE\b|MY\b|ALL\b)[A-Z]{2,}/;
/** “IF STUDENT:”, as a label. */
export const IN_CASE = /^(?:ONLY )?(?:IF|UNLESS) [A-Z0-9][A-Z0-9 /&<>-]{1,40}:/;
/** Words that a sentence has and a telegram has not. */
export const SENTENCE =
  /\b(?:the|a|an|it|its|is|are|was|were|be|been|will|would|can|could|has|have|had|this|that|these|those|please|there)\b/;
export const TELEGRAM = 4;

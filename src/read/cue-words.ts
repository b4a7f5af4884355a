/**
 * The words by which texts, headings, labels and paths are known, in the languages that replies are most often found
 * in. Data only: alternatives of regular expressions, matched as whole words in whatever case. One list a meaning.
 */

/** What a message opens with. */
export const GREETING =
  'hi|hello|hey|dear|greetings|good (?:morning|afternoon|evening|day)|hallo|guten (?:tag|morgen|abend)|sehr geehrte[rs]?|liebe[rs]?|moin|servus|grüezi|bonjour|bonsoir|salut|chère?|madame|hola|buen[oa]s (?:d[ií]as|tardes|noches)|estimad[oa]s?|querid[oa]s?|ciao|gentile|buongiorno|salve|egregio|olá|ola|prezad[oa]s?|car[oa]s?|bom dia|boa tarde|beste|geachte|goedendag|hej|hejsan|hei|kære|bästa|dzień dobry|cześć|witaj|szanown[ya]|merhaba|sayın|bun[aă]|stimat[ei]|здравствуйте|добрый (?:день|вечер)|доброе утро|привет|уважаем\\p{L}+|вітаю';

/** Greetings of languages that do not separate words. */
export const UNSEPARATED_GREETING = 'こんにちは|お世話になって|您好|你好|안녕하세요';

export const THANKS =
  'thanks|thank you|thx|danke|vielen dank|merci|gracias|grazie|obrigad[oa]|bedankt|dank (?:je|u)|tack|tak|takk|dzięku\\p{L}+|děkuj\\p{L}+|mulțum\\p{L}+|teşekkür\\p{L}*|спасибо|благодар\\p{L}+|дякую|kiitos|köszön\\p{L}+';

export const APOLOGY =
  'sorry|apologi[sz]e|apologies|regret|unfortunately|entschuldig\\p{L}*|tut (?:mir|uns) leid|leider|désolée?s?|excus\\p{L}+|malheureusement|lo sient\\p{L}+|lament\\p{L}+|disculp\\p{L}+|perd[oó]n\\p{L}*|scus\\p{L}+|spiacenti|(?:ci|mi) dispiace|purtroppo|desculp\\p{L}+|infelizmente|извин\\p{L}+|сожале\\p{L}+|вибач\\p{L}+|beklager|spijt|helaas|przepraszam\\p{L}*|niestety|din păcate';

/** What stands over a signature. */
export const SIGN_OFF =
  '(?:kind|best|warm|warmest|many)? ?regards|sincerely|best wishes|all the best|cheers|yours (?:truly|faithfully)|(?:mit )?freundlichen? grüßen?|mit freundlichen|(?:viele|beste|liebe|freundliche[mn]?) grü(?:ß|ss)en?|cordialement|bien à vous|(?:un )?saludos?|atentamente|cordiali saluti|distinti saluti|atenciosamente|cumprimentos|abraços|(?:met vriendelijke )?groet(?:en|jes)?|(?:med vänliga )?hälsningar|hilsen|pozdrawiam\\p{L}*|pozdrav\\p{L}+|cu (?:stimă|drag)|с уважением|з повагою';

/** Words that close a letter only where they stand alone on their line. */
export const SIGN_OFF_ALONE = 'thanks|best|thank you';

/** What offers more help, or asks to hear back. */
export const OFFER =
  "let(?:ting)? (?:us|me) know|get back to (?:us|me|you)|feel free|don['’]t hesitate|do not hesitate|reach out|(?:happy|glad|here) to help|(?:any|more|other|further) questions|how (?:may|can) (?:i|we)|may i help|anything else|lassen sie (?:es )?(?:uns|mich)|melden sie sich|n['’]hésitez pas|no dud(?:e|o|es|en)|cualquier duda|no hesites?|non esit\\p{L}+|não hesite|fique à vontade|laat het (?:me|ons)|если у вас|обращайтесь|будем рады";

export const FIRST_PERSON =
  "(?:i|we)['’](?:m|ve|ll|d|re)|(?:i|we) (?:have|will|am|are|can|can['’]t|could|would|was|were|did|do|don['’]t|just|see|hope|understand|appreciate|apologi[sz]e|agree|typically|received|moved|regret)|our team|(?:ich|wir) (?:habe|haben|werden|werde|sind|bin|kann|können)|(?:j['’]ai|nous (?:avons|sommes|allons|pouvons)|je viens)|hemos|estamos|podemos|vamos a|abbiamo|siamo|temos|vamos|(?:we|wij|ik) (?:hebben|heb|zijn|ben|zullen|kunnen)|мы|я|credem|putem";

export const SECOND_PERSON =
  "you|your|yours|yourself|you['’](?:re|ve|ll|d)|ihr|ihre[nmrs]?|ihnen|sie|dir|dein\\p{L}*|euch|vous|votre|vos|usted(?:es)?|su|sus|tu|tus|puedes|tienes|lei|suo|sua|tuo|tua|você|seu|uw|jouw|jij|je|вы|вас|вам|ваш\\p{L}*|можете|din|ditt|ciebie|twoj\\p{L}+|poți|vă|dumneavoastră|siz\\p{L}*";

export const PLEASE =
  "please|kindly|(?:could|can|would|will) you|bitte|s['’]il (?:vous|te) plaît|veuillez|merci de|por favor|per favore|per cortesia|alstublieft|a\\.u\\.b|gelieve|пожалуйста|будь ласка|proszę|prosím|lütfen|vă rog|vă rugăm|te rog|te rugăm|vänligen|venligst";

/** The cues in languages that do not separate words. */
export const UNSEPARATED = {
  thanks: 'ありがとう|感謝|谢谢|感谢|감사',
  apology: '申し訳|お詫び|抱歉|죄송',
  please: 'ください|お願い|いただけ|请|주세요',
  you: 'お客様|ご[一-龠]|您|고객',
  'first person': 'いたします|弊社|当社|我们|저희',
} as const;

/** Headings and labels under which stands what is sent. */
export const REPLY_HEADING =
  'template|body|answer|response|reply|message|e-?mail|sms|comment ?/ ?response|response ?/ ?comment|canned (?:response|reply)|macro (?:text|body)|(?:reply|response|message|template|email|e-mail|mail) (?:text|body|template)|(?:suggested|sample|example|our|your) (?:reply|response|answer)|(?:public|external) (?:reply|response|comment|answer|note)|(?:message |reply )?to (?:the )?customer|we (?:reply|answer|write|say)|(?:the |your |full )?(?:message|e-?mail) to send|(?:first|second|final) (?:reply|response)|copy|antwort|unsere antwort|respuesta|réponse|risposta|resposta|antwoord';

/** Headings and labels of what is for the agent, or was written by the customer. */
export const ASIDE_HEADING =
  "internal(?: (?:notes?|only|use|use only|guidance|comments?|instructions))?|(?:agents?|staff|team) (?:notes?|only|guidance|instructions)|notes? (?:for|to) (?:agents?|staff|the agent|the team|self)|guidelines?|(?:response|reply|usage|writing|style|tone) (?:guidelines?|guide|notes?|tips?)|instructions?|do not send|when(?: not)?(?: to)? (?:use|send)(?: (?:this|it|which))?.{0,40}|(?:use|send) (?:when|case|cases|for|this when|this template when|it when)|(?:not|never) for|usage|purpose|situation|scenario|sent (?:when|by|to)|trigger(?:ed by)?|variables?(?: (?:to replace|used|reference))?|placeholders?(?: (?:to replace|used|reference))?|(?:merge )?fields|(?:the )?customers?(?:[’']s)? (?:says?|said|asks?|asked|message|question|email|writes?|wrote|request|ticket)|customer|(?:original|incoming) (?:message|email|question|ticket)|user (?:question|message)|escalations?(?: (?:path|protocol|notes?|criteria|steps|rules|process|matrix|to))?|tags?|metadata|changelog|see also|references|table of contents|contents|toc|overview|how to use.{0,40}|how (?:these|this|the|to write).{0,40}|why (?:we|this|these)\\b.{0,40}|(?:not )?reported|verwendung|interne notiz|wann senden|uso interno|cuándo usar(?:lo)?|usage interne|quand l['’]utiliser";

/** What the first line of a text says where the text is not for customers. */
export const INTERNAL =
  'internal (?:note|use|only)|(?:not|never) (?:sent|send|visible|shown|for) ?(?:to )?(?:the )?(?:customers?|clients?|users?)|do not send|for (?:agents|staff) only';

/** Labels that are for the agent where they stand around a reply, and the customer’s where they stand within one. */
export const AMBIGUOUS_HEADING =
  "notes?|(?:pro[ -])?tips?|context|questions?|(?:in)?correct|good|bad|wrong|right|do|don[’']?ts?|before|after|pass(?:es)?|fails?|hinweis|tipps?|nota|consejos?|remarque";

/** What teams note down about a reply, in a line beside it. */
export const METADATA =
  'short ?codes?|shortcuts?|categor(?:y|ies)|channels?|id|priority|audience|tone|owner|language|macro name|updated|last updated|author|version|timing|goal|persona|status';

/** The fields of a mail’s head. */
export const SUBJECT_FIELD =
  'subject(?: line)?|betreff|asunto|objet|oggetto|assunto|onderwerp|ämne|emne|temat|тема|件名';
export const MAIL_FIELD =
  'to|cc|bcc|from|reply[- ]to|date|an|von|para|de|à|pour|preheader|preview(?: text)?|attachments?';

/** Column headings of a table whose cells are replies. */
export const REPLY_COLUMN =
  'reply|response|answer|message|text|template|wording|what (?:to|we) (?:say|write|reply)|we (?:say|write|reply|answer)|snippet|macro|antwort|respuesta|réponse';

/** Path or title of a collection of replies: beyond doubt, and likely. */
export const STRONG_HINT =
  'canned|(?:saved|stock|standard|prepared)[-_ ]?(?:repl|answer|respon|mail)|quick[-_ ]?(?:text|repl|answer|respon)|predefined[-_ ]?repl|auto[-_ ]?(?:repl|respon)|(?:repl(?:y|ies)|responses?|macros?|e?-?mails?|support|messages?|tickets?|helpdesk|customer|review|chat)[-_ ]?(?:templates?|snippets?|library|macros?|repl(?:y|ies)|responses?|answers?)|(?:templates?|snippets?)[-_ ](?:for[-_ ])?(?:repl|respon|mail|e-?mail|support)|respuestas[-_ ]r[aá]pidas|réponses[-_ ]types?|textbausteine|antwortvorlagen|risposte[-_ ]rapide';
export const WEAK_HINT =
  'macros?|repl(?:y|ies)|responses?|answers|templates?|snippets?|e?-?mails|chat|messages|wordings?|respuestas|respostas|vorlagen|antworten|réponses|risposte|antwoorden|mensajes';

/** Names of pages about a project. Of these, any suffix: `README.de.md`, `LICENSE-MIT.txt`. */
export const PROJECT_PAGE =
  'readme|contributing|changelog|licen[cs]es?|copying|third[-_]?party[-_]?(?:notices?|licenses?)|copilot-instructions|pull[-_]request[-_]template|issue[-_]template|codeowners|cmakelists';
/** Of these, only the whole name, or the name with a language: `support.md`, but not `support-macros.md`. */
export const PROJECT_PAGE_WHOLE =
  'contributors|code[-_]of[-_]conduct|robots|requirements(?:[-_.]\\w+)?|changes|history|news|release[-_]?notes|releases?|releasing|notice|security|conduct|authors|maintainers|governance|support|skill|agents|claude|gemini|llms(?:-full)?|todo|roadmap|install|installation|upgrading|migration|migrating|index|faq|funding|architecture|package|style[-_]?guide';

/** Titles of pages about the team’s own work or the folder itself. What may stand around them is known, too. */
export const TEAM_PAGE_TITLE =
  '(?:(?:the|our|team|product|project|support|release|q[1-4]|20\\d\\d) ){0,3}(?:roadmap|change ?log|release notes|release plan|milestones|backlog|to-?dos?|action items|open (?:points|questions|issues)|meeting notes|minutes|agenda|retro(?:spective)?|stand-?up|sprint plan|(?:team )?notes|architecture|glossary|style ?guide|tone of voice|voice and tone|naming conventions?|file (?:list|structure)|folder structure|list of (?:files|templates|macros)|table of contents|contents|index|overview|about (?:this|these) (?:folder|files?|templates|macros|repository|project)|readme|contributing|contributors|maintainers|installation|usage|known (?:issues|limitations)|work in progress|ideas|onboarding(?: checklist)?|review checklist|checklist)(?: (?:20\\d\\d|q[1-4]|for (?:the )?(?:team|agents|20\\d\\d)))?';

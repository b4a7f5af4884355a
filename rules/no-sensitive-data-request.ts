import { defineAvoidanceRule } from 'replylint/rule';

/** Asking that the answer be sent to us; `enter your PIN on the device` does not. */
const SEND =
  '!(will|we|i|it|they|can|how|and|then|automatically|never) (send|provide|share|give|tell|email|e-mail|mail|text|message|dm|forward|supply|disclose|dictate|read out|write down|post|let (me|us) know|(reply|respond|answer|write back|get back to (me|us)) (to (us|me|this|this email|this message))? with|(by|mind) (sending|providing|sharing|giving|telling|replying with|forwarding|emailing|e-mailing|mailing|texting|messaging|supplying|attaching|posting|uploading|confirming)|read (me|us))';
const CONFIRM =
  '!(will|we|i|it|they|can|then|to|and) (confirm|verify|state|specify|submit|attach|include|quote|fill in)';
const WRITE = '!(will|we|i|it|they|can|to) (enter|type|put|paste|write|drop|leave|note)';
const HERE = '(in (the|this|your) (chat|reply|email|message|thread|ticket|comment|conversation)|below)';
/** A list in which the secret is one of several things. */
const LIST = '... (your|the|and|name|number|address|date|of|email|id) ...';
const NEED =
  '(we|i) (will|would|do|also|still|just|only|then|now)? (need|require|must have|have to have|would like|want)';
const ASK = '(what is|what was|(can|may|could|might) (i|we) (please)? (have|get|take|grab|ask for))';

/** What follows makes it something else: a password reset, a PIN pad, a card number ending in 12. */
const NOT_THE_SECRET =
  '!(reset|resets|manager|policy|field|page|link|screen|requirements|hint|box|error|prompt|change|ending|pad|protected|recovery|expiry|expires|form)';
const PASSWORD = `(password|passwords|passcode|passphrase|login (details|credentials|data|information)|log-in details|credentials|access data) ${NOT_THE_SECRET}`;
const SECRET = `(pin|pins|pin (code|number)|tan|cvv|cvc|cvv2|security code|card (number|details|data|information)|card verification (value|code|number)|(credit|debit) card|bank (details|account details|account number|login|data)|account and (routing|sort code)|routing number|online banking (details|login|data)|social security (number|no)|ssn|sin number|national (insurance|id|identity|identification) number|(passport|id card|identity card|driving licence|driver's license|driver's licence) number|tax id|(2 fa|2fa|two factor|two-factor|verification|authentication|authenticator|confirmation|one-time|one time|login|sms|security|backup|recovery|access) (code|codes|password|passcode)|otp|(security|secret) (answer|question and answer)|answer to your (security|secret) question|mother's maiden name|(private|secret|api|license|encryption|ssh) key|api (token|secret)|access token|(seed|recovery|secret) phrase|({number}|three|four|six|eight) digit (code|pin|passcode)|code (we|i) (just|have)? (texted|sent|emailed|messaged)|(code|number|digits|numbers) on the back of (your|the) card) ${NOT_THE_SECRET}`;
const DOCUMENT =
  "(copy|photo|picture|scan|image|selfie) (of|with) (both sides of|the front of|the front and back of)? (your|the) (passport|id|id card|identity card|national id|driving licence|driving license|driver's licence|driver's license|(credit|debit|bank) card|card)";

const ASIDE = new Set(
  'if whether that when how why once not without about except instead has works arrived'.split(' '),
);

export default defineAvoidanceRule({
  id: 'no-sensitive-data-request',
  segment: 'hygiene',
  principle: 'Never ask for a secret by mail or chat: no password, PIN, full card number or identity number.',
  why: 'What is sent to you stays in a mailbox for years, and a customer who learns to send secrets will send them to a fraudster, too.',
  source: 'Yes, YOU Need To Read And Share This',
  presets: { recommended: 'error' },
  phrases: {
    en: {
      secret: [
        ...[SEND, NEED, ASK].flatMap((asks) => [`${asks} ... ${PASSWORD}`, `${asks} ... ${SECRET}`]),
        ...[SEND, NEED].flatMap((asks) => [`${asks} ${LIST} ${PASSWORD}`, `${asks} ${LIST} ${SECRET}`]),
        '(what|which) (pin|pin code|password|passcode|passphrase|security code|cvv|cvc|card number|login password|tan) (do|did|have|are|were) you (currently|last|usually|just|normally)? (use|using|set|choose|chosen|enter|entered|entering|type|typed|typing|give|given|pick|picked|have|try|trying|tried)',
        `${CONFIRM} ... ${SECRET}`,
        `${WRITE} ... ${PASSWORD} ... ${HERE}`,
        `${WRITE} ... ${SECRET} ... ${HERE}`,
      ],
      document: [`${SEND} ... ${DOCUMENT}`, `${CONFIRM} ... ${DOCUMENT}`, `${NEED} ... ${DOCUMENT}`],
      // Excuses: a part of it, a safe way, a warning, an offer of our own.
      part: [
        '(first|last|final) (two|three|four|five|six|{number}) (digits|numbers|characters|letters)?',
        '(only|just) the last',
        '(name|type|kind|issuer|expiry|expiration) (date)? (of|on) (your|the) card',
      ],
      safely: [
        '(secure|secured|safe|encrypted|protected) (form|link|page|upload|portal|channel|message|area|site|website|checkout|payment|connection|server|{any}|{link})',
        'securely',
        '(in|into|on|at|through|via|using) (the|our|your) (app|checkout|portal|website|account|settings|dashboard|login page|sign-in page|payment page|customer area|payment provider|terminal|device|reader|keypad|machine|atm)',
      ],
      warning: [
        '(never|not) (ask|asks|asked|asking|need|needs|require|request|requests|want)',
        '(nobody|no one|none of us|no employee|no member)',
        'no need',
        '(do|does|should|must|would|will|can|could|did) not (ever)? (ever|send|share|give|tell|email|forward|post|provide|disclose|include|write|need|have to|want)',
        '(never|without) (send|share|give|tell|email|forward|post|provide|disclose|include|write|sending|sharing|giving)',
        '(anyone|someone|anybody|somebody|scammers|scammer|fraudsters|criminals|phishing|phishers|caller|callers|stranger|strangers) (who|that|will|may|might|can|could|has|have)? (ask|asks|asked|asking|claims|claim|wants|tells|told|is|are|call|calls|emails|try|tries|pretend*)',
        '(with|to) (anyone|anybody|someone|others|other people|strangers|a stranger|a friend|friends|family|a third party|third parties)',
        'instead of (sending|sharing|giving|your|a)',
        'rather than',
      ],
    },
  },
  excuses: { part: 'clause', safely: 'clause', warning: 'clause' },
  ignoredIn: ['code', 'quoted', 'negated'],
  // “Tell us if your PIN works”: what is asked for is an answer, not the PIN.
  counts: ({ from, to }, { rendering: { words } }) => !words.slice(from, to).some(({ folded }) => ASIDE.has(folded)),
  message: {
    secret: 'asks for something that nobody should send',
    document: 'asks for an identity document without a safe way to send it',
  },
  suggestions: ['Link to a secure form, or ask for the last four digits only'],
  examples: {
    good: [
      'We will never ask you to send your password.',
      'Please do not share your password with anyone.',
      'You can reset your password here: https://example.com/reset. We will email your verification code.',
      'Please send the last four digits of your card number.',
      'Could you provide your order number and confirm your email address?',
      'Enter your PIN on the device, then type your password into the login page.',
      'I’ve sent you a password reset link, and we will text you a security code.',
      'Please upload a photo of your ID through the secure link {{upload_link}}.',
      'Which password manager do you use? Would you mind sending a photo of the box?',
      'If anyone asks you to share your PIN, hang up and call us.',
      'Please tell us if your PIN code arrived, and upload a copy of your passport under Profile.',
      'To sign in you need your password. Choose and confirm your new password.',
    ],
    bad: [
      { text: 'Please send us your password.', marks: ['send us your password'] },
      {
        text: 'Could you provide your full credit card number?',
        marks: ['provide your full credit card number'],
      },
      { text: 'Reply with your PIN code.', marks: ['Reply with your PIN code'] },
      { text: 'Which password did you last use?', marks: ['Which password did you last use'] },
      {
        text: 'Would you mind forwarding a scan of your passport?',
        marks: ['mind forwarding a scan of your passport'],
      },
      { text: 'Please confirm the CVV on the back.', marks: ['confirm the CVV'] },
      { text: 'We need your social security number.', marks: ['We need your social security number'] },
      { text: 'Tell me the verification code you received.', marks: ['Tell me the verification code'] },
      { text: 'Share your login password so I can check.', marks: ['Share your login password'] },
      {
        text: 'Email your 2FA code to us. What is your password?',
        marks: ['Email your 2FA code', 'What is your password'],
      },
      {
        text: 'Please reply with your full name, date of birth and social security number.',
        marks: ['reply with your full name, date of birth and social security number'],
      },
      { text: 'Please send us a copy of your passport.', marks: ['send us a copy of your passport'] },
    ],
  },
});

/** What the value of a statement measures. Values of different dimensions are not compared. */
export type Dimension = 'time' | 'money' | 'share' | 'count' | 'clock' | 'hours';

export type Direction = 'over' | 'before' | 'plain';

/** Something that support teams state facts about, however they word it. */
export interface Matter {
  readonly name: string;
  readonly dimensions: readonly Dimension[];
  /**
   * The concepts that show the matter. A list of them is separated by spaces, and all of them must be there. Of several
   * lists, one is enough.
   */
  readonly shownBy: readonly string[];
  /** The concepts that show another matter if they are there, too. */
  readonly unless?: string;
  /** Whose actions show another matter. */
  readonly not?: 'ours' | 'theirs';
  /** True if the concepts must be in the same part of the sentence as the value. */
  readonly isNear?: true;
  /** What names the matter in a title or in the sentence before, and what the sentence of the value must say then. */
  readonly anchor?: { readonly noun: string; readonly said: string };
  /** Further concepts that do not tell one case of the matter from another. */
  readonly beside?: string;
  /**
   * Whether the value is the least amount from which something applies (`over`), the time before an event (`before`),
   * neither (`plain`), or `any` of these. Default: any, but statements that differ in it are not compared.
   */
  readonly direction?: Direction | 'any';
}

/** The classes of the words for each concept. Words of other classes tell one case of a matter from another. */
export const CONCEPTS: Readonly<Record<string, `@${string}`>> = {
  account: '@matter-account',
  age: '@matter-age',
  appointment: '@matter-appointment',
  answer: '@matter-answer',
  arrive: '@matter-arrive',
  attach: '@matter-attach',
  moneyback: '@matter-back',
  bill: '@matter-bill',
  book: '@matter-book',
  borrow: '@matter-borrow',
  cancel: '@matter-cancel',
  card: '@matter-card',
  charge: '@matter-charge',
  checkin: '@matter-checkin',
  checkout: '@matter-checkout',
  claim: '@matter-claim',
  close: '@matter-close',
  code: '@matter-code',
  contract: '@matter-contract',
  cover: '@matter-cover',
  damage: '@matter-damage',
  data: '@matter-data',
  deliver: '@matter-deliver',
  depart: '@matter-depart',
  deposit: '@matter-deposit',
  discount: '@matter-discount',
  dispatch: '@matter-dispatch',
  due: '@matter-due',
  exchange: '@matter-exchange',
  first: '@matter-first',
  fee: '@matter-fee',
  nofee: '@matter-free',
  freeze: '@matter-freeze',
  gift: '@matter-gift',
  join: '@matter-join',
  keep: '@matter-keep',
  late: '@matter-late',
  leave: '@matter-leave',
  limit: '@matter-limit',
  link: '@matter-link',
  least: '@matter-minimum',
  money: '@matter-money',
  none: '@matter-none',
  notice: '@matter-notice',
  order: '@matter-order',
  parcel: '@matter-parcel',
  password: '@matter-password',
  points: '@matter-points',
  quote: '@matter-quote',
  refund: '@matter-refund',
  repair: '@matter-repair',
  ready: '@matter-ready',
  result: '@matter-result',
  return: '@matter-return',
  room: '@matter-room',
  send: '@matter-send',
  spend: '@matter-spend',
  start: '@matter-start',
  statement: '@matter-statement',
  take: '@matter-take',
  tax: '@matter-tax',
  trial: '@matter-trial',
  try: '@matter-try',
  use: '@matter-use',
  valid: '@matter-valid',
  visible: '@matter-visible',
  voucher: '@matter-voucher',
  warehouse: '@matter-warehouse',
  warranty: '@matter-warranty',
  weigh: '@matter-weigh',
};

/** The classes of phrases that show a concept, too. */
export const PHRASED: Readonly<Record<string, `@${string}`>> = {
  answer: '@matter-answering',
  arrive: '@matter-arriving',
  checkin: '@matter-checking-in',
  checkout: '@matter-checking-out',
  claim: '@matter-claiming',
  dispatch: '@matter-dispatching',
  nofee: '@matter-gratis',
  freeze: '@matter-freezing',
  late: '@matter-lateness',
  return: '@matter-returning',
};

const TIME = ['time'] as const;
const MONEY = ['money'] as const;
const CLOCK = ['clock'] as const;
const COUNT = ['count'] as const;

/** What a value can belong to. A sentence with one of them is not about what only the title names. */
export const SUBJECTS: readonly string[] = [
  ...['account', 'appointment', 'attach', 'card', 'code', 'contract', 'data', 'deposit', 'discount', 'gift', 'link'],
  ...['order', 'parcel', 'password', 'points', 'quote', 'repair', 'result', 'trial', 'voucher', 'warranty'],
];

/** The price of whatever the words of a statement name. */
export const PRICE_OF: Matter = {
  name: 'price',
  dimensions: ['money', 'share'],
  shownBy: ['fee', 'charge'],
  beside: 'fee charge',
  direction: 'plain',
};

/** What happens to a thing before a time begins, as in “once the parcel has left us”. It does not show what takes time. */
export const EVENTS: ReadonlySet<string> = new Set([
  'arrive',
  'book',
  'cancel',
  'charge',
  'deliver',
  'dispatch',
  'leave',
  'order',
  'return',
  'send',
  'warehouse',
]);

/** The matters, from the most specific to the most general. Of several that are shown, the first one counts. */
export const MATTERS: readonly Matter[] = [
  {
    name: 'gift-card.validity',
    dimensions: TIME,
    anchor: { noun: 'gift', said: 'valid use spend' },
    shownBy: ['gift valid', 'gift use', 'gift spend'],
    beside: 'card voucher use valid code spend',
  },
  {
    name: 'voucher.validity',
    dimensions: TIME,
    anchor: { noun: 'voucher', said: 'valid use spend' },
    shownBy: ['voucher valid', 'voucher use', 'voucher spend'],
    unless: 'gift',
    beside: 'use valid code spend',
  },
  {
    name: 'link.validity',
    dimensions: TIME,
    anchor: { noun: 'link', said: 'valid use' },
    shownBy: ['link valid', 'link use'],
    beside: 'use valid password',
  },
  {
    name: 'code.validity',
    dimensions: TIME,
    anchor: { noun: 'code', said: 'valid use' },
    shownBy: ['code valid', 'code use'],
    unless: 'gift voucher',
    beside: 'use valid',
  },
  {
    name: 'points.validity',
    dimensions: TIME,
    anchor: { noun: 'points', said: 'valid spend' },
    shownBy: ['points valid', 'points use', 'points spend'],
    beside: 'use valid spend',
  },
  {
    name: 'trial.length',
    dimensions: TIME,
    shownBy: ['trial', 'try nofee', 'try charge', 'first nofee', 'first charge none'],
    beside: 'try nofee charge trial first use',
  },
  {
    name: 'warranty.length',
    dimensions: TIME,
    anchor: { noun: 'warranty', said: 'cover valid' },
    shownBy: ['warranty', 'cover damage'],
    beside: 'damage cover repair',
  },
  {
    name: 'notice.period',
    dimensions: TIME,
    isNear: true,
    shownBy: ['notice'],
    beside: 'contract cancel account',
    direction: 'any',
  },
  { name: 'freeze.length', dimensions: TIME, isNear: true, shownBy: ['freeze'], beside: 'contract account' },
  { name: 'loan.length', dimensions: TIME, shownBy: ['borrow'], beside: 'return' },
  {
    name: 'check-in.closing',
    dimensions: TIME,
    shownBy: ['checkin'],
    unless: 'start',
    beside: 'close depart dispatch',
    direction: 'before',
  },
  {
    name: 'cancellation.window',
    dimensions: TIME,
    not: 'ours',
    shownBy: ['cancel'],
    beside: 'nofee charge fee arrive book order',
  },
  {
    name: 'exchange.window',
    dimensions: TIME,
    not: 'ours',
    shownBy: ['exchange'],
    beside: 'nofee charge order limit',
  },
  {
    name: 'data.retention',
    dimensions: TIME,
    shownBy: ['keep data', 'keep account'],
    beside: 'keep data account close',
  },
  {
    name: 'return.window',
    dimensions: TIME,
    not: 'ours',
    shownBy: ['return'],
    unless: 'refund money',
    beside: 'order',
  },
  {
    name: 'claim.window',
    dimensions: TIME,
    not: 'ours',
    shownBy: ['claim damage', 'claim charge', 'claim'],
    beside: 'claim damage attach arrive data parcel',
  },
  {
    name: 'quote.validity',
    dimensions: TIME,
    isNear: true,
    anchor: { noun: 'quote', said: 'valid' },
    shownBy: ['quote valid', 'quote use'],
    beside: 'use valid repair',
  },
  {
    name: 'refund.time',
    dimensions: TIME,
    not: 'theirs',
    anchor: { noun: 'refund', said: 'take visible arrive' },
    shownBy: [
      'refund',
      'money moneyback',
      'money return',
      'money card',
      'money arrive',
      'money visible',
      'visible statement',
      'visible account',
    ],
    beside: 'account statement money visible arrive parcel warehouse return card',
    direction: 'plain',
  },
  {
    name: 'answer.time',
    dimensions: TIME,
    shownBy: ['answer'],
    unless: 'parcel order',
    direction: 'plain',
  },
  {
    name: 'dispatch.time',
    dimensions: TIME,
    shownBy: ['dispatch', 'leave warehouse', 'leave parcel'],
    isNear: true,
    beside: 'parcel order warehouse leave',
    direction: 'plain',
  },
  {
    name: 'delivery.time',
    dimensions: TIME,
    anchor: { noun: 'deliver', said: 'take' },
    shownBy: ['deliver', 'parcel arrive', 'parcel take'],
    unless: 'freeze cancel claim due refund money',
    not: 'ours',
    beside: 'parcel order deliver arrive dispatch leave warehouse take',
    direction: 'plain',
  },
  {
    name: 'repair.time',
    dimensions: TIME,
    anchor: { noun: 'repair', said: 'take' },
    shownBy: ['repair'],
    direction: 'plain',
  },
  { name: 'bill.due', dimensions: TIME, shownBy: ['bill due'], beside: 'charge send due' },
  {
    name: 'free-delivery.from',
    dimensions: MONEY,
    shownBy: ['deliver nofee', 'deliver none', 'dispatch nofee'],
    beside: 'dispatch nofee charge order spend deliver parcel',
    direction: 'over',
  },
  {
    name: 'order.minimum',
    dimensions: MONEY,
    shownBy: ['least order', 'least spend'],
    beside: 'least order',
    direction: 'any',
  },
  { name: 'order.minimum', dimensions: MONEY, shownBy: ['deliver order'], beside: 'least', direction: 'over' },
  {
    name: 'delivery.price',
    dimensions: MONEY,
    shownBy: ['deliver charge', 'deliver fee', 'deliver'],
    beside: 'order parcel',
    direction: 'plain',
  },
  {
    name: 'deposit.price',
    dimensions: ['money', 'share'],
    anchor: { noun: 'deposit', said: 'charge fee' },
    shownBy: ['deposit'],
    beside: 'fee charge',
  },
  { name: 'check-in.time', dimensions: CLOCK, shownBy: ['checkin', 'room ready'], beside: 'start arrive room ready' },
  { name: 'check-out.time', dimensions: CLOCK, shownBy: ['checkout', 'leave room'], beside: 'leave room' },
  { name: 'tax.rate', dimensions: ['share'], shownBy: ['tax'], beside: 'charge' },
  { name: 'discount.rate', dimensions: ['share', 'money'], shownBy: ['discount'] },
  { name: 'points.rate', dimensions: COUNT, shownBy: ['points'], beside: 'spend money charge order', direction: 'any' },
  { name: 'age.minimum', dimensions: COUNT, shownBy: ['age'], beside: 'join account', direction: 'any' },
  { name: 'attachment.size', dimensions: COUNT, shownBy: ['attach'], beside: 'limit', direction: 'any' },
  { name: 'password.length', dimensions: COUNT, shownBy: ['password'], beside: 'least use limit', direction: 'any' },
  { name: 'weight.maximum', dimensions: COUNT, shownBy: ['weigh'], beside: 'limit', direction: 'any' },
  {
    name: 'result.time',
    dimensions: TIME,
    anchor: { noun: 'result', said: 'take' },
    shownBy: ['result'],
    beside: 'ready take',
    direction: 'plain',
  },
  { name: 'booking.lead', dimensions: TIME, shownBy: ['book'], beside: 'appointment', direction: 'before' },
  {
    name: 'appointment.length',
    dimensions: TIME,
    shownBy: ['appointment take', 'appointment valid'],
    direction: 'plain',
  },
  PRICE_OF,
];

/** Minimum number of words that tell a fact of no known matter. */
const FEWEST_WORDS = 2;

/** Returns the minimum number of words that must limit a statement, so that it is clear what it is about. */
export function fewestLimitsOf(matter: Matter | undefined, dimension: Dimension): number {
  if (!matter) return dimension === 'count' ? 1 : FEWEST_WORDS;
  return matter === PRICE_OF || matter.name === 'discount.rate' ? 1 : 0;
}

import { describe, expect, test } from 'vitest';
import rule from '../rules/consistent-facts.js';
import { tryRule } from '../src/lint/index.js';

/** Pairs of sentences that cannot both be true. */
const CONTRADICTIONS: readonly (readonly [one: string, other: string])[] = [
  [
    'Your refund will reach your account within 5 business days.',
    'Please allow 7 business days for the refund to show up on your statement.',
  ],
  ['We usually reply within 24 hours.', 'Our team will respond within 48 hours.'],
  ['You can return any item within 30 days of delivery.', 'Items can be returned within 14 days of delivery.'],
  ['Standard delivery takes 3-5 working days.', 'Standard delivery takes 5-7 business days.'],
  ['Our support line is open Monday to Friday, 9am-5pm.', 'We are available Mon-Fri from 8 am to 6 pm.'],
  ['You can call us at +1 555 010 2000.', 'Our phone number is +1 555 010 2999.'],
  ['Reach us at support@lumo.example any time.', 'You can always email us at help@lumo.example.'],
  ['Contact support@lumo.example for help.', 'Contact support@lumo.exmaple for help.'],
  ['The Pro plan costs $12 per month.', 'The Pro plan is $15 per month.'],
  ['Return shipping costs $4.95.', 'Return shipping costs $5.95.'],
  ['Your free trial lasts 14 days.', 'The free trial runs for 30 days.'],
  ['The warranty covers defects for 2 years.', 'The warranty covers defects for three years.'],
  ['Orders over $50 ship for free.', 'Shipping is free on orders over $75.'],
  ['Orders placed before 2 pm ship the same day.', 'Orders placed before 4 pm ship the same day.'],
  ['Refunds are processed within 3 business days.', 'We process refunds within 10 business days.'],
  ['See https://lumo.example/returns for details.', 'See http://lumo.example/returns for details.'],
  [
    'Once approved, your refund will be credited within 3-5 business days.',
    'Once approved, refunds are credited within 5-10 business days.',
  ],
  ['Parcels usually arrive within 2 to 4 working days.', 'Your parcel should arrive within 6 working days.'],
  [
    'Our phone lines are open from 9 am to 6 pm, Monday to Saturday.',
    'Our phone lines are open from 8 am to 8 pm, Monday to Saturday.',
  ],
  ['If you prefer to talk, call us on 020 7946 0018.', 'You can also ring us on 020 7946 0081.'],
  ['We charge a restocking fee of $15.', 'A restocking fee of $25 applies.'],
  ['The annual plan costs $99.', 'Our annual plan is $89.'],
  ['You have 14 days to cancel your subscription.', 'You can cancel your subscription within 30 days.'],
  ['Exchanges are free within 60 days of purchase.', 'Exchanges are free within 45 days of purchase.'],
  ['Gift cards expire after 12 months.', 'Gift cards expire after 24 months.'],
  ['Our team answers within one business day.', 'Our team answers within 3 business days.'],
  ['We open at 9 am on weekdays.', 'We open at 8 am on weekdays.'],
  // The same fact in different words.
  [
    'Once your parcel is back in our warehouse, card refunds take 7 working days to show up on your statement.',
    'The refund has been started. Card payments show up within 5 working days after the parcel reached us.',
  ],
  ['Refunds arrive within a week.', 'Your money will be back in your account after 10 days.'],
  ['You will have your refund in five to seven working days.', 'As soon as we have it, the refund takes 10 days.'],
  ['We refund you within two weeks.', 'Refunds are issued within 7 days, and you get an email about it.'],
  ['We answer within 24 hours.', 'You will get an answer from us within two working days.'],
  ['Orders are shipped within 2 working days.', 'Your order leaves our warehouse within 4 working days.'],
  ['Our gift cards are valid for 24 months from the day they were bought.', 'Gift cards can be used within a year.'],
  [
    'Standard delivery within the UK costs £3.95 and is free for orders over £50.',
    'As soon as your basket comes to more than £40, the charge for standard delivery is dropped.',
  ],
  ['We deliver free of charge from €60.', 'There is no charge for delivery if you spend more than €80.'],
  ['Shipping costs €4.90 and takes 3 to 5 days.', 'Delivery is €5.90, however many things you order.'],
  ['Items may be exchanged within 30 days of purchase.', 'You can exchange it within 14 days.'],
  ['Points expire after 12 months.', 'Your points are valid for 2 years, so there is no hurry.'],
  ['Standard delivery takes 3 to 5 working days.', 'Parcels arrive within 8 working days.'],
  [
    'Our phone lines are open Monday to Friday from 8am to 8pm and on Saturday from 9am to 5pm.',
    'Ring us whenever it suits you: someone is on the phones Monday to Friday from 9am to 6pm, and everyone sees your notes.',
  ],
  ['We are here Mon-Fri 9:00-17:00 and Sat 10:00-14:00.', 'You reach us on Saturdays from 10 am to 1 pm.'],
  ['We are open on Wednesdays 9am–12pm.', 'You reach us on Wednesdays 9am–1pm.'],
  ['The shop is open Tue 9:00-17:00 and Thurs 9:00-20:00.', 'Our shop is open on Thursdays from 9 am to 6 pm.'],
  [
    'You can reach us in whichever way suits you: by phone on 0808 157 0142 or by e-mail at care@lumo.example.',
    'If it is not there, the quickest way is to ring us on 0808 157 0124 with the part number from page 2.',
  ],
  [
    'Call us on 020 7946 0018 if you need anything.',
    'Please give us a call on 020 7946 0099, and we will sort it out.',
  ],
  [
    'Go to our returns page at www.lumo.example/returns and enter your number.',
    'Open our returns page at www.lumo.example/help/return-center and type in your number.',
  ],
  [
    'See our [privacy policy](https://lumo.example/privacy) for more.',
    'It is in the [privacy policy](https://lumo.example/legal/privacy-policy).',
  ],
];

/** Pairs of sentences that can both be true, because they are about different things, conditions or cases. */
const NO_CONTRADICTIONS: readonly (readonly [one: string, other: string])[] = [
  ['Refunds to your card take 5 business days.', 'PayPal refunds take 2 business days.'],
  ['Delivery within Germany takes 2 days.', 'Delivery to Austria takes 4 days.'],
  ['Express delivery takes 1 day.', 'Standard delivery takes 5 days.'],
  ['The Pro plan costs $12 per month.', 'The Team plan costs $30 per month.'],
  ['You can return it within 30 days.', 'The refund takes 5 days.'],
  ['We answer chats within 2 minutes.', 'We answer emails within 24 hours.'],
  ['The lamp has a 2-year warranty.', 'The battery has a 1-year warranty.'],
  ['For invoices, write to billing@lumo.example.', 'For help, write to support@lumo.example.'],
  ['Call our US team at +1 555 010 2000.', 'Call our UK team at +44 20 5550 1000.'],
  ['We are open Monday to Friday, 9am-5pm.', 'During the holidays we are open Monday to Friday, 10am-2pm.'],
  ['Premium members get a refund within 1 day.', 'Refunds take 5 days.'],
  ['Your refund of $20 is on its way.', 'Your refund of $35 is on its way.'],
  ['We have added a 10% discount to your account.', 'We have added a 15% discount to your account.'],
  ['Your parcel left us 2 days ago.', 'Your parcel left us 3 days ago.'],
  ['Annual plans can be cancelled within 30 days.', 'Monthly plans can be cancelled within 7 days.'],
  ['We have extended your trial by 7 days.', 'We have extended your trial by 14 days.'],
  ['Please wait 5 minutes and try again.', 'Please wait 10 minutes and try again.'],
  ['I will update you within 2 days.', 'I will update you within 3 days.'],
  ['Your subscription renews in 3 days.', 'Your subscription renews in 7 days.'],
  ['Step 2 takes 5 minutes.', 'Step 4 takes 10 minutes.'],
  ['Refunds for digital items take 2 days.', 'Refunds for furniture take 10 days.'],
  ['Parcels to the islands arrive within 6 days.', 'Parcels usually arrive within 3 days.'],
  ['For returns, email returns@brightleaf.example.', 'For press questions, email press@brightleaf.example.'],
  ['The Basic plan includes 5 users.', 'The Premium plan includes 20 users.'],
  ['Express orders placed before 2 pm ship today.', 'Orders placed before 12 pm ship today.'],
  ['We will call you within 2 hours.', 'We answer mails within 24 hours.'],
  ['I have added a $10 credit to your account.', 'I have added a $25 credit to your account.'],
  ['Your order has 3 items.', 'Your order has 5 items.'],
  ['The sale ends in 2 days.', 'The sale ends in 5 days.'],
  ['Charge the lamp for 2 hours before first use.', 'The lamp shines for 8 hours.'],
  ['Our London store is open from 10 am to 6 pm.', 'Our Leeds store is open from 9 am to 5 pm.'],
  ['You can reach our sales team on 020 7946 0018.', 'You can reach our service team on 020 7946 0081.'],
  ['The fee for students is $5.', 'The fee for adults is $9.'],
  ['Orders over $50 ship for free.', 'Shipping costs $5.'],
  ['Your invoice of $120 is due in 14 days.', 'Your invoice of $80 is due in 30 days.'],
  ['You were charged $30.', 'You were charged $45.'],
  ['We refunded you $30 for the vase.', 'We refunded you $45 for the vase.'],
  ['Your table is booked for 4 people.', 'Your table is booked for 6 people.'],
  ['The refund takes 5 working days.', 'Your refund will arrive within one week.'],
  ['The refund takes 2 weeks.', 'Your refund will arrive within 14 days.'],
  ['We answer within 24 hours.', 'You will have a reply within one day.'],
  ['The warranty lasts 2 years.', 'It has a warranty of 24 months.'],
  ['You can request a refund within 14 days.', 'Refunds take 5 days.'],
  ['Returns take 5 days to process.', 'You have 30 days to return it.'],
  ['Sofas are delivered within 3 weeks.', 'Lamps are delivered within 3 days.'],
  ['Delivery of mattresses takes 10 days.', 'Delivery takes 3 days.'],
  ['If you paid by invoice, the refund takes 10 days.', 'The refund takes 5 days.'],
  ['Delivery is free from €60.', 'Delivery to Norway is free from €90.'],
  ['Delivery costs £3.95.', 'Delivery is free for orders over £50.'],
  ['Delivery costs £3.95.', 'Delivery to Ireland costs €6.95.'],
  ['Delivery with Nordpost takes 2 days.', 'Delivery takes 4 days.'],
  ['As a Plus member you have 60 days to return it.', 'You have 30 days to return it.'],
  ['Outlet goods can be returned within 14 days.', 'You can return goods within 30 days.'],
  ['Orders ship within 2 days.', 'Orders arrive within 5 days.'],
  ['We answer within 24 hours.', 'Our design team answers within 3 days.'],
  ['The plan costs $12 a month.', 'The plan costs $120 a year.'],
  ['Gift cards are valid for 24 months.', 'The voucher is valid for 3 months.'],
  [
    'As a trade customer you have your own line: please call 0808 157 0177, Monday to Friday from 9am to 5pm.',
    'You can call us on 0808 157 0142, Monday to Friday from 8am to 8pm.',
  ],
  ['Our chat is open Monday to Friday from 9am to 9pm.', 'Our phones are open Monday to Friday from 9am to 6pm.'],
  ['Our German line is open Monday to Friday from 9am to 6pm.', 'Our line is open Monday to Friday from 8am to 8pm.'],
  ['We are open Monday to Friday from 9am to 5pm.', 'We are open on Saturday from 10am to 2pm.'],
  ['We are open on Tuesdays from 9am to 5pm.', 'We are open on Thursdays from 10am to 2pm.'],
  ['Start your return at www.lumo.example/returns.', 'Read our return policy at www.lumo.example/help/return-policy.'],
  ['Track it at www.lumo.example/track.', 'Track the order at www.lumo.example/orders.'],
  [
    'Read [this article](https://lumo.example/help/article-1).',
    'See [this article](https://lumo.example/help/article-2).',
  ],
  ['Call our press office on 0808 157 0124.', 'Call us on 0808 157 0142.'],
  ['Call us on +44 20 7946 0018.', 'Call us on +49 30 7946 0019.'],
];

const found = (one: string, other: string) =>
  tryRule(rule, {
    replies: [
      { title: 'First case', text: `Hi Kim,\n\nthanks for your message. ${one}\n\nBest,\nSam` },
      { title: 'Something else', text: `Hi Lou,\n\nwe are sorry to hear that. ${other}\n\nBest,\nSam` },
    ],
  });

/** Similar pairs in other languages. */
const ELSEWHERE: readonly (readonly [locale: string, one: string, other: string, isContradiction: boolean])[] = [
  ['de', 'Die Erstattung dauert 5 Werktage.', 'Ihre Rückzahlung kommt innerhalb von 10 Werktagen auf Ihr Konto.', true],
  ['de', 'Die Lieferung dauert 3 bis 5 Tage.', 'Wir liefern innerhalb von 8 Tagen.', true],
  ['de', 'Der Versand ist ab 50 Euro kostenlos.', 'Ab 60 € liefern wir versandkostenfrei.', true],
  ['de', 'Sie erreichen uns unter 030 1234567.', 'Rufen Sie uns unter 030 1234576 an.', true],
  ['de', 'Die Lieferung dauert 14 Tage.', 'Die Lieferung dauert zwei Wochen.', false],
  ['de', 'Die Lieferung dauert 3 Tage.', 'Die Lieferung nach Österreich dauert 5 Tage.', false],
  ['de', 'Die Lieferung von Sofas dauert 3 Wochen.', 'Die Lieferung dauert 3 Tage.', false],
  ['de', 'Wir haben mittwochs von 9 bis 12 Uhr geöffnet.', 'Am Mittwoch sind wir von 9 bis 13 Uhr da.', true],
  ['de', 'Wir haben dienstags von 9 bis 12 Uhr geöffnet.', 'Am Mittwoch sind wir von 9 bis 13 Uhr da.', false],
  ['fr', 'Le remboursement prend 5 jours.', 'Vous serez remboursé sous 10 jours.', true],
  ['fr', 'La livraison est gratuite à partir de 50 euros.', 'La livraison est offerte dès 60 €.', true],
  ['fr', 'La livraison prend 5 jours.', 'La livraison en Belgique prend 7 jours.', false],
  ['fr', 'Nous sommes ouverts le mercredi de 9 h à 12 h.', 'Le mercredi, nous sommes ouverts de 9 h à 13 h.', true],
  ['es', 'El reembolso tarda 5 días.', 'El reembolso llega a su cuenta en 10 días.', true],
  ['es', 'Respondemos en 24 horas.', 'Nuestra respuesta llega en 48 horas.', true],
  ['es', 'El envío tarda 3 días.', 'El envío a Canarias tarda 7 días.', false],
  ['es', 'Abrimos los miércoles de 9 a 12 h.', 'Los miércoles abrimos de 9 a 13 h.', true],
];

describe('facts of one library', () => {
  test.each(CONTRADICTIONS)('contradict: %s %s', async (one, other) => {
    const [finding] = await found(one, other);
    expect(other).toContain(finding?.marks);
    expect(finding?.reply).toBe(1);
  });

  test.each(NO_CONTRADICTIONS)('do not contradict: %s %s', async (one, other) =>
    expect((await found(one, other)).map(({ message }) => message)).toEqual([]),
  );

  test.each(ELSEWHERE)('in %s: %s %s', async (locale, one, other, isContradiction) => {
    const replies = [one, other].map((text, nth) => ({ locale, title: `Case ${nth}`, text }));
    expect((await tryRule(rule, { replies })).length > 0).toBe(isContradiction);
  });
});

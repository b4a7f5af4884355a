import { describe, expect, test } from 'vitest';
import rule from '../rules/consistent-facts.js';
import { tryRule } from '../src/lint/index.js';

/** The replies of a small library by title, and the words that its finding marks. Without marks, nothing may be found. */
interface Library {
  readonly replies: Readonly<Record<string, string>>;
  readonly marks?: string;
  readonly locale?: string;
}

/** Libraries in which one reply contradicts the others in its own words. */
const CONTRADICTIONS: Readonly<Record<string, Library>> = {
  'the domain of a mailbox': {
    replies: {
      'Data::Export': 'For a copy of your data, write to privacy@kilnhaus.example.',
      'Data::Delete': 'To have it all deleted, write to privacy@kilnhaus.example.',
      'Data::Officer': 'Our data protection officer reads privacy@kilnhaus.example.',
      'Your data': 'Questions about your data go to privacy@kilnhaus-pottery.example.',
    },
    marks: 'privacy@kilnhaus-pottery.example',
  },
  'the day until which an order can be changed': {
    replies: {
      'Plan::Pause': 'You can pause the coming week in your profile by Thursday at 10 pm.',
      'Plan::New address': 'If you save it before Thursday, 10 pm, the next bag goes to the new place already.',
      'Plan::More coffee': 'Extra beans can be added until Thursday, 10pm.',
      change_bag: 'No problem, the bag for the coming week can still be changed until Friday, 10 pm.',
    },
    marks: 'Friday, 10 pm',
  },
  'the time until which an order leaves the same day': {
    replies: {
      'When does it ship?': 'Orders placed before 2 pm leave our warehouse the same day.',
      'Still today': 'If you order by 2pm, we dispatch it today.',
      'Shipping::Same day': 'Anything ordered by 3 pm is dispatched on the same day.',
    },
    marks: '3 pm',
  },
  'the same in 24 hours': {
    replies: {
      'When does it ship?': 'Orders placed before 14:00 ship the same day.',
      'Shipping::Same day': 'We dispatch on the same day what is ordered before 12:00.',
      'Shipping::Still today': 'Order before 14:00 and it ships on the same day.',
    },
    marks: '12:00',
  },
  'the time to report damage': {
    replies: {
      'Damage::Report it': 'Please report any damage within 14 days of delivery and attach a picture.',
      'Broken on arrival': 'We can only accept claims for breakage up to 14 days after delivery.',
      'Broken glass': 'Sorry about the shards! Let us know within 7 days of delivery which pieces are affected.',
    },
    marks: '7 days',
  },
  'what postage costs': {
    replies: {
      postage: 'We charge £4.50 postage for each parcel.',
      'Orders::What does it cost?': 'Postage is £3.90 per parcel, no matter how heavy it is.',
      'Orders::Total explained': 'The total contains £3.90 postage for the parcel.',
    },
    marks: '£4.50',
  },
  'what a product costs': {
    replies: {
      'Refill pack': 'A refill pack of filters is $18 and lasts a season.',
      'Filters::Where to buy': 'You will find the refill pack in the shop for $18.',
      filters: 'The refill pack costs $21.',
    },
    marks: '$21',
  },
  'the fee for a missed appointment': {
    replies: {
      'Missed visit': 'Because nobody was at home, we have to charge the no-show fee of €25.',
      'Change a visit': 'Without notice, a no-show fee of €25 becomes due.',
      noshow: 'The no-show fee is €35 if nobody is there.',
    },
    marks: '€35',
  },
  'the largest upload': {
    replies: {
      'Upload fails': 'Attachments may be up to 25 MB; yours was larger.',
      'Send a screenshot': 'You can upload attachments of up to 25 MB in the portal.',
      'Logs needed': 'Attachments up to 10 MB are accepted.',
    },
    marks: '10 MB',
  },
  'the number of devices': {
    replies: {
      'Signed out': 'You can use the app on up to 5 devices at the same time.',
      'New phone': 'Your account works on up to 5 devices at the same time, so just sign in.',
      devices: 'You can sign in on at most 3 devices at the same time.',
    },
    marks: '3 devices',
  },
  'the discount for students': {
    replies: {
      'Student discount': 'Students get a discount of 15% on all courses.',
      'Discounts::Students': 'With a valid card, students receive 15% off all courses.',
      stud: 'Yes, the student discount on our courses is 20%.',
    },
    marks: '20%',
  },
  'the notice period': {
    replies: {
      'Leave::How': 'You can end the contract with one month’s notice.',
      'Leave::Confirmed': 'As the notice period is 30 days, your contract ends next month.',
      'Moving away': 'The notice period is two weeks, so please write to us in time.',
    },
    marks: 'two weeks',
  },
  'the duration of repairs': {
    replies: {
      'Repair::Estimate accepted': 'Thank you! The repair takes 10 working days.',
      'Repair::How long': 'Repairs take 10 working days once the estimate is accepted.',
      repairtime: 'As soon as you have accepted, the repair takes 15 working days.',
    },
    marks: '15 working days',
  },
  'the length of a trial': {
    replies: {
      'Trial::Start': 'You can try Brightdesk free of charge for 14 days.',
      'Trial::Ended': 'Your trial of 14 days has ended, and I hope you liked it.',
      trial: 'We have a trial for everyone: it runs 30 days.',
    },
    marks: '30 days',
  },
  'the address of customer care': {
    replies: {
      'Photos please': 'Could you send the pictures to help@lumo.example, please?',
      'Mail us': 'Just write to help@lumo.example and add your order number.',
      'Changed your mind?': 'Tell us at help@lumo.example, and we will stop it.',
      'Wholesale offer': 'Please send the offer to support@lumo.example, where our customer service will forward it.',
    },
    marks: 'support@lumo.example',
  },
  'the domain of an address': {
    replies: {
      'Photos please': 'Could you send the pictures to photos@brightleaf.example, please?',
      'Mail us': 'Just write to hello@brightleaf.example and add your order number.',
      'Privacy question': 'Such questions go to privacy@brightlaef.example.',
      'Where to look': 'It is all on https://brightleaf.example/help.',
    },
    marks: 'privacy@brightlaef.example',
  },
  'the path of a page': {
    replies: {
      'Skip a week': 'You can do it at https://lumo.example/account/orders.',
      'Where is it?': 'Have a look at https://lumo.example/account/orders.',
      'Second parcel': 'Both are on https://lumo.example/account/orders.',
      'Leave it with a neighbor': 'Pick the place at https://lumo.example/my-account/orders before we leave.',
    },
    marks: 'https://lumo.example/my-account/orders',
  },
  'a page in singular and plural': {
    replies: {
      'Send it back': 'Register it at https://lumo.example/help/returns.',
      'Wrong size': 'Start at https://lumo.example/help/returns.',
      'Label lost': 'Print it again at https://lumo.example/help/returns?lang=en.',
      'Too late': 'The terms are at https://lumo.example/help/return.',
    },
    marks: 'https://lumo.example/help/return',
  },
  'the host of a link': {
    replies: {
      'Send it back': 'Register it at https://brightleaf.example/returns.',
      'Wrong size': 'Start at https://www.brightleaf.example/help.',
      'Label lost': 'Print it again at https://brightleaf.example/labels.',
      'Too late': 'The terms are at https://brigthleaf.example/terms.',
    },
    marks: 'https://brigthleaf.example/terms',
  },
  'swapped digits in another language': {
    replies: {
      'Call us': 'Our number is 030 5550 2260.',
      'Call back': 'Please dial +49 30 5550 2260 and name your order.',
      Rückruf: 'Bitte wählen Sie die 030 5550 2620.',
    },
    marks: '030 5550 2620',
  },
  'swapped digits in the number of an office': {
    replies: {
      'After hours': 'Our emergency desk can be reached on 01632 960 338.',
      'At the weekend': 'On Sundays, call the emergency desk: 01632 960338.',
      'Boiler leaks': 'Turn off the water and call our emergency desk on 01632 960 383.',
    },
    marks: '01632 960 383',
  },
  'a typo in the name of a product': {
    replies: {
      'What it covers': 'Yes, CareGuard covers it.',
      'Leave the plan': 'Your CareGuard ends on that day.',
      'Add it': 'You can add CareGaurd in the shop.',
    },
    marks: 'CareGaurd',
  },
  'when the phones are staffed': {
    replies: {
      'Call us': 'The phones are staffed Monday to Friday from 8 am to 6 pm.',
      phone: 'Our lines are open Mon-Fri, 8am-8pm.',
      'Missed call': 'We are on the phone from Monday to Friday, 8 am to 8 pm.',
    },
    marks: '8 am to 6 pm',
  },
  'the name of a product': {
    replies: {
      'What it covers': 'Yes, CareGuard covers it.',
      'Leave the plan': 'CareGuard ends on that day.',
      'Claim it': 'With CareGuard, you pay nothing.',
      'Add it': 'You can add Care Guard in the shop.',
    },
    marks: 'Care Guard',
  },
  'how long a quote holds': {
    replies: {
      'Quote sent': 'The quote is valid for 30 days.',
      'Quote::Expired': 'Our quotes are valid for 30 days, so this one has lapsed.',
      'Quote::Reminder': 'Please note that the quote only holds for 14 days.',
    },
    marks: '14 days',
  },
  'the time to collect a parcel': {
    replies: {
      'Pick it up': 'The parcel is kept in the shop for 7 days.',
      'Ready::Shop': 'We keep your parcel in the shop for 7 days.',
      collect: 'Your parcel is kept in the shop for 10 days, so there is no hurry.',
    },
    marks: '10 days',
  },
  'the minimum order': {
    replies: {
      'Small orders': 'The minimum order value is €20, because of the packing.',
      'Order refused': 'Your basket was below the minimum order value of €20.',
      minimum: 'We have a minimum order value of €25.',
    },
    marks: '€25',
  },
  'the price of a meal': {
    replies: {
      Breakfast: 'Breakfast costs €15 per person.',
      'Breakfast::Children': 'Adults pay €15 per person for breakfast, and children eat for free.',
      breakfast: 'Sure, breakfast is €18 per person.',
    },
    marks: '€18',
  },
  'free cancellation': {
    replies: {
      'Cancel::Free': 'You can cancel your stay free of charge up to 24 hours before arrival.',
      'Cancel::Late': 'Free cancellation was possible until 24 hours before arrival.',
      cancel: 'Cancellation is free until 48 hours before arrival.',
    },
    marks: '48 hours',
  },
  'a bank fee': {
    replies: {
      'Overdraft fee': 'The overdraft fee is $29 for each transaction.',
      'Fee::Refunded once': 'I understand the surprise about the overdraft fee of $29.',
      overdraft: 'We charge an overdraft fee of $35.',
    },
    marks: '$35',
  },
  'the size of a mailbox': {
    replies: {
      'Mailbox full': 'Each mailbox holds up to 5 GB.',
      Quota: 'The size of a mailbox is limited to 5 GB.',
      mailbox: 'Your mailbox can hold up to 2 GB.',
    },
    marks: '2 GB',
  },
  'a deposit': {
    replies: {
      Deposit: 'The deposit for a key is £50.',
      'Key::Deposit back': 'You get the key deposit of £50 back.',
      deposit: 'We take a key deposit of £75.',
    },
    marks: '£75',
  },
  'a German deadline': {
    locale: 'de',
    replies: {
      Pause: 'Sie können die kommende Woche bis Donnerstag, 22 Uhr, aussetzen.',
      Menge: 'Bis Donnerstag, 22 Uhr, gilt die Änderung noch für die kommende Woche.',
      Adresse: 'Wenn Sie bis Donnerstag um 22 Uhr speichern, gilt sie schon für die nächste Tüte.',
      Mehr: 'Bis Freitag, 22 Uhr, können Sie die kommende Woche noch ändern.',
    },
    marks: 'Freitag, 22 Uhr',
  },
};

/** Libraries whose replies differ because they are about different things, conditions or cases. */
const NO_CONTRADICTIONS: Readonly<Record<string, Library>> = {
  'the ends of a range': {
    replies: {
      'Gift card values': 'A gift card can have any value between €20 and €500.',
      'Gift cards': 'Choose a gift card with a value of €20 to €500.',
      gift: 'Our gift cards have a value of €20 to €500, whichever you like.',
    },
  },
  'cases that one reply lists in words of its own': {
    replies: {
      'Warranty::Periods': 'Our kettles have a warranty of 3 years. Anything with a battery has a warranty of 2 years.',
      'Warranty::Second hand': 'This one is from our second-hand shelf. The warranty is 1 year.',
      'Second hand::Returns': 'You can return it like a new one. Only the warranty differs: it is 1 year.',
    },
  },
  'two amounts that one sentence sets side by side': {
    replies: {
      'Late train': 'If your train is over an hour late, you get 25% of the fare.',
      'Late again': 'You get 25% of the fare because your train was over an hour late.',
      late: 'For trains over an hour late you get 25%, for those over two hours late 50% of the fare.',
    },
  },
  'amounts that differ from case to case': {
    replies: {
      'Ticket 4101': 'The seamstress has your coat, and letting out the lining takes 3 weeks.',
      'Ticket 4102': 'The seamstress has your coat. Letting out the lining takes 3 weeks.',
      'Ticket 4107': 'I asked the seamstress: letting out the lining of your coat takes 5 weeks.',
      'Ticket 4111': 'The seamstress is at it, but letting out the lining of the coat takes 8 weeks.',
      'Ticket 4120': 'Letting out the lining of this coat takes our seamstress 11 weeks.',
    },
  },
  'names of two products, and a plural': {
    replies: {
      'What it covers': 'Yes, CareGuard covers it.',
      'Leave the plan': 'Your CareGuard ends on that day.',
      'Two of them': 'You can have two CareGuards at the same time.',
      'For cars': 'With CarGuide, you get a map, too.',
    },
  },
  'the numbers of several desks': {
    replies: {
      'Phone us': 'You can call us on +49 40 5550 1420.',
      'By phone': 'If you prefer to talk, call us on +49 40 5550 1420.',
      Showroom: 'You can call us on +49 40 5550 1455.',
      'Campus: who to call': 'Call us on +49 40 5550 1480.',
    },
  },
  'deadlines of two plans': {
    replies: {
      'Plan::Pause': 'You can pause the coming week in your profile by Thursday at 10 pm.',
      'Plan::More coffee': 'Extra beans can be added until Thursday, 10pm.',
      'Office plan': 'Offices can change their bag until Monday, 10 pm.',
    },
  },
  'deadlines of one case': {
    replies: {
      'Photo missing': 'Please send us the photo by Monday, 5 pm.',
      'Form missing': 'Please send us the form by Friday, 5 pm.',
      'Address missing': 'Please tell us the address by Friday, 5 pm.',
    },
  },
  'cut-off times of two services': {
    replies: {
      'When does it ship?': 'Orders placed before 2 pm leave our warehouse the same day.',
      'Still today': 'If you order by 2pm, we dispatch it today.',
      'Shipping::Express': 'Express orders placed before 11 am leave our warehouse the same day.',
      'Shipping::Saturday': 'On Saturdays, orders placed before 11 am leave our warehouse the same day.',
    },
  },
  'reporting and returning': {
    replies: {
      'Damage::Report it': 'Please report any damage within 7 days of delivery.',
      'Broken on arrival': 'We can only accept claims for breakage up to 7 days after delivery.',
      'Returns::How': 'You can send it back within 30 days of delivery.',
      'Returns::Outlet': 'Outlet goods can be sent back within 14 days of delivery.',
    },
  },
  'a surcharge and a price': {
    replies: {
      postage: 'We charge £3.90 postage for each parcel.',
      'Orders::What does it cost?': 'Postage is £3.90 per parcel, no matter how heavy it is.',
      'Saturday slot': 'On top of the postage, a Saturday slot costs £2.50 per parcel.',
      'Bulky parcels': 'A bulky parcel carries a surcharge of £6, which is added to the postage.',
    },
  },
  'prices of two products': {
    replies: {
      'Refill pack': 'A refill pack of filters is $18 and lasts a season.',
      'Filters::Where to buy': 'You will find the refill pack in the shop for $18.',
      'Filters::Large': 'The large refill pack costs $29.',
      'Ink::Where to buy': 'The refill pack of ink is in the shop for $12.',
    },
  },
  'prices per month and per year': {
    replies: {
      Membership: 'Membership costs $8 a month.',
      'Membership::Yearly': 'Membership costs $80 a year.',
      Join: 'Joining costs $8 a month for your membership.',
    },
  },
  'two fees': {
    replies: {
      'Missed visit': 'Because nobody was at home, we have to charge the no-show fee of €25.',
      'Late visit': 'The fee for a late change is €10.',
      'Second visit': 'For a second visit, a call-out fee of €35 applies.',
    },
  },
  'limits of two plans': {
    replies: {
      'Upload fails': 'Attachments may be up to 10 MB; yours was larger.',
      'Send a screenshot': 'You can upload attachments of up to 10 MB in the portal.',
      'Upload::Business': 'On the Business plan, attachments may be up to 50 MB.',
      'Upload::Videos': 'Videos may be up to 200 MB.',
    },
  },
  'discounts for two groups': {
    replies: {
      'Student discount': 'Students get a discount of 15% on all courses.',
      'Discounts::Seniors': 'Seniors get a discount of 10% on all courses.',
      'Discounts::Groups': 'Groups of ten or more get a discount of 20% on all courses.',
    },
  },
  'notice periods of two contracts': {
    replies: {
      'Leave::How': 'You can end the contract with 30 days’ notice.',
      'Leave::Confirmed': 'As the notice period is 30 days, your contract ends next month.',
      'Leave::Parking': 'The notice period for parking spaces is 14 days.',
    },
  },
  'repairs of two things': {
    replies: {
      'Repair::Clocks': 'Repairs of clocks take 20 working days.',
      'Repair::How long': 'Repairs take 10 working days once the estimate is accepted.',
      'Repair::Estimate': 'You will have the estimate within 3 working days.',
    },
  },
  'what one case needs': {
    replies: {
      'Delayed once': 'The parcel is delayed by 2 days, I am afraid.',
      'Delayed twice': 'The parcel is delayed by 4 days, I am afraid.',
      Credit: 'You have a credit of €15 for the inconvenience.',
      'Credit (large)': 'You have a credit of €30 for the inconvenience.',
    },
  },
  'addresses of two desks': {
    replies: {
      'Photos please': 'Could you send the pictures to help@lumo.example, please?',
      'Mail us': 'Just write to help@lumo.example and add your order number.',
      'Changed your mind?': 'Tell us at help@lumo.example, and we will stop it.',
      Journalists: 'Our press team is happy to help: press@lumo.example.',
      'Open position': 'Please apply at jobs@lumo.example.',
      'Your data': 'Requests for your data go to privacy@lumo.example.',
    },
  },
  'support of another company': {
    replies: {
      'Photos please': 'Could you send the pictures to help@lumo.example, please?',
      'Mail us': 'Just write to help@lumo.example and add your order number.',
      'Changed your mind?': 'Tell us at help@lumo.example, and we will stop it.',
      'Not our parcel': 'The carrier can tell you: write to support@nordpost.example.',
    },
  },
  'pages with equal ends': {
    replies: {
      'Send it back': 'Register it at https://lumo.example/help/returns.',
      'Wrong size': 'Start at https://lumo.example/help/returns.',
      'Label lost': 'Print it again at https://lumo.example/help/returns?lang=en.',
      'Hired things': 'Hired things have their own page: https://lumo.example/hire/returns.',
      Deutsch: 'Auf Deutsch: https://lumo.example/de/help/returns.',
      'Help in general': 'More at https://lumo.example/help.',
    },
  },
  'two products of one site': {
    replies: {
      'Cream bag': 'It is at https://lumo.example/bags/cream.',
      'Cream bag again': 'Look at https://lumo.example/bags/cream.',
      'Cream bag sold out': 'It comes back at https://lumo.example/bags/cream.',
      'Dream bag': 'It is at https://lumo.example/bags/dream.',
      'Model 2': 'It is at https://lumo.example/bags/model-2.',
      'Model 3': 'It is at https://lumo.example/bags/model-3.',
    },
  },
  'two hosts of one company': {
    replies: {
      'Send it back': 'Register it at https://lumo.example/returns.',
      'Wrong size': 'Start at https://lumo.example/help.',
      'Label lost': 'Print it again at https://lumo.example/labels.',
      App: 'Get it at https://app.lumo.example/start.',
      Status: 'See https://status.lumo.example.',
    },
  },
  'the same number with and without a country code': {
    replies: {
      'Call us': 'Our number is 030 5550 2260.',
      'From abroad': 'Please dial +49 30 5550 2260.',
      Fax: 'You can fax it to 030 5550 2299.',
    },
  },
  'hours of chat and phone': {
    replies: {
      'Call us': 'Our phones are staffed Monday to Friday from 8 am to 8 pm.',
      phone: 'Our lines are open Mon-Fri, 8am-8pm.',
      Chat: 'Our chat is staffed Monday to Friday from 7 am to 10 pm.',
      'Over Christmas': 'Over Christmas, our lines are open Mon-Fri, 10am-2pm.',
    },
  },
  'quotes and prices': {
    replies: {
      'Quote sent': 'The quote is valid for 30 days.',
      'Voucher sent': 'The voucher is valid for 14 days.',
      'Special offer': 'The offer holds for 7 days.',
    },
  },
  'parcels in two places': {
    replies: {
      'Pick it up': 'The parcel is kept in the shop for 7 days.',
      'Ready::Shop': 'We keep your parcel in the shop for 7 days.',
      'Ready::Locker': 'The parcel is kept in the locker for 3 days.',
      'Ready::Post': 'The post office keeps your parcel for 10 days.',
    },
  },
  'cancellations of two things': {
    replies: {
      'Cancel::Free': 'You can cancel your stay free of charge up to 24 hours before arrival.',
      'Cancel::Anytime': 'You can cancel free of charge until 24 hours before arrival.',
      'Cancel::Seminar': 'Seminar rooms can be cancelled free of charge until 7 days before the event.',
    },
  },
  'single appointments': {
    replies: {
      'Visit (north)': 'Your appointment is on Monday at 9 am.',
      'Visit (south)': 'Your appointment is on Tuesday at 9 am.',
      'Visit (east)': 'Your appointment is on Tuesday at 9 am.',
    },
  },
  'the addresses of a mailbox for all and of a desk': {
    replies: {
      'Your file': 'Send it to privacy@lumo.example.',
      'Mail us': 'Write to care@lumo.example.',
      'Anything else': 'Mail care@lumo.example.',
      'One more question': 'Ask care@lumo.example.',
    },
  },
  'a phone and a fax': {
    replies: { Repairs: 'Call 0800 555 0134 for repairs.', Fax: 'Send a fax to 0800 555 0199.' },
  },
  'warranties of parts': {
    replies: {
      Frame: 'The warranty for the frame is 10 years.',
      Battery: 'The warranty for the battery is 24 months.',
      Bike: 'The bike has a warranty of 24 months.',
      Lights: 'Lights have a warranty of 12 months.',
    },
  },
  'the same in other units': {
    replies: {
      'Leave::How': 'You can end the contract with two weeks’ notice.',
      'Leave::Confirmed': 'The notice period is 14 days.',
      Trial: 'You can try Brightdesk free of charge for 14 days.',
      'Trial::Ended': 'Your trial of two weeks has ended.',
    },
  },
  'a price before and after': {
    replies: {
      'New prices': 'The refill pack cost $18 until May, and it is $21 since June.',
      filters: 'The refill pack costs $21.',
      'Filters::Where to buy': 'You will find the refill pack in the shop for $21.',
    },
  },
  'a general rule and its exceptions': {
    replies: {
      'Returns::How': 'You can send everything back within 30 days of delivery.',
      'Returns::Late': 'The return has to be with us within 30 days of delivery.',
      'Returns::Bedding': 'Bedding can be sent back within 14 days of delivery.',
      'Returns::Members': 'Club members may send things back within 60 days of delivery.',
      'Returns::Christmas': 'Christmas presents can be sent back within 90 days of delivery.',
    },
  },
};

const found = async ({ replies, locale }: Library) => {
  const texts = Object.entries(replies).map(([title, text]) => ({
    title,
    text:
      locale === 'de'
        ? `Guten Tag,\n\n${text}\n\nViele Grüße\nSam`
        : `Hi there,\n\nthanks for writing. ${text}\n\nBest,\nSam`,
    ...(locale !== undefined && { locale }),
  }));
  return (await tryRule(rule, { replies: texts })).map(({ marks, message }) => ({ marks, message }));
};

describe('the replies of one team', () => {
  test.each(Object.entries(CONTRADICTIONS))('contradict each other about %s', async (_, library) => {
    const findings = await found(library);
    expect(findings.map(({ marks }) => marks)).toEqual([library.marks]);
  });

  test.each(Object.entries(NO_CONTRADICTIONS))('tell apart: %s', async (_, library) => {
    expect((await found(library)).map(({ message }) => message)).toEqual([]);
  });
});

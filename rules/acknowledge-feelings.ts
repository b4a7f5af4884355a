import { definePresenceRule } from 'replylint/rule';

const HARD =
  '(frustrat*|disappoint*|annoy*|upset*|inconvenient|stress*|worr*|difficult|hard|painful|exhausting|unpleasant|distress*|confus*|unsettling|alarming|maddening|infuriating|awful|terrible|horrible|unfair|unacceptable|embarrassing|tiring|tedious|irritating|rough|tough|bad|poor|sad|scary|worse|miserable|unhappy|hurtful|long|a lot|nerve-racking|disruptive|unsatisfactory|not (good enough|fair|right|okay|acceptable|what you))';

export default definePresenceRule({
  id: 'acknowledge-feelings',
  segment: 'responding',
  principle: 'In a complaint, show that you see what it did to the person.',
  why: 'Someone who complains wants to be taken seriously before anything is solved. Naming the effect, or saying that they are right, does it; a stock sentence does not.',
  source: 'The key to great customer service; Clark, Murfett, Rogers and Ang 2013',
  presets: { strict: 'warn' },
  appliesTo: { forms: ['full'] },
  looksIn: 'anywhere',
  options: {
    canned: {
      type: 'one',
      of: ['ignore', 'count'],
      default: 'ignore',
      description: 'Whether a stock sentence such as “I understand your concern” counts.',
    },
  },
  phrases: {
    en: {
      sorry: [
        '!(not|than) sorry !(to|but|if|or)',
        'sorry to (hear|learn|read|see|say|have|be|let)',
        '(apologies|apologise|apologize|apologising|apologizing|apology) !(if|but|in)',
        '(i|we) (deeply|sincerely|truly|very much|really)? regret !(to)',
        '(forgive|pardon) (me|us)',
      ],
      right: [
        '(you are|you were|you have been) (absolutely|quite|completely|totally|entirely|so|of course|perfectly|both)? right',
        '(you have|you had) (every|all the|a) (right|reason|good reason|point|fair point) (to)?',
        '(this|that|it|which|what happened|none of this|nothing of this) (should|ought) (never|not) (to)? (have)? (happen|happened|been|occurred|taken|gone|got|left|reached)',
        '(this|that|it) (is|was) (entirely|completely|clearly|wholly|plainly|simply)? (on us|on me|our (fault|mistake|error|doing|slip)|my (fault|mistake|error)|not good enough|not okay|not acceptable|unacceptable|not the (service|experience|way|standard|welcome)|not how|not what you)',
        '(you|nobody|no one|a guest|a customer) (deserve|deserves|deserved|expect|expects|expected|should have (been|had|got)|should (ever)? (have to|be)) ... (better|more|this|that|treated|to|from us|wait)',
        '(i|we) (have)? (really|badly|clearly)? (let you down|got (this|that|it) wrong|made a mistake|messed up|messed this up|failed you|fell short|owe you|dropped the ball|kept you waiting|left you|cost you|ruined|spoiled|spoilt|caused you|put you)',
        '(in your (place|shoes|position)|if i were you|i would (be|feel|have been) (just as|as|equally|very|so)? (annoyed|upset|angry|frustrated|disappointed|cross|unhappy|too|the same))',
        '(your|the) (anger|frustration|disappointment|annoyance|worry|upset|irritation) (is|was|makes) (more than|entirely|completely|totally|perfectly|fully)? (understandable|justified|sense|valid|fair|reasonable|right)',
        '(understandably|rightly|quite rightly|justifiably)',
        '(it|that) (makes|made) (complete|perfect|total)? sense that you (are|were|feel|would|felt)',
      ],
      effect: [
        // Whoever calls a thing by its name has seen what it was.
        '(frustrating|disappointing|annoying|upsetting|stressful|painful|exhausting|unpleasant|distressing|unsettling|awful|terrible|horrible|unfair|unacceptable|embarrassing|tiring|irritating|scary|miserable|infuriating|maddening|nerve-racking)',
        '(must|would|will) (have)? (wear|worn|try|tried|test|tested|cost|drive|driven|leave|left|feel|felt) (you|anyone|anybody|your|you to|out)',
        '(that|this|it|which|and) (cost|costs|robbed|spoiled|spoilt|ruined|took) (you|your)',
        '(came|come|was|is) (as)? (a|an|quite a|such a) (real|big|nasty|unpleasant|bad|rude|terrible)? (shock|blow|disappointment|letdown|let-down|surprise|worry|headache|nuisance|nightmare|ordeal|hassle|strain)',
        '(try|tries|tried|test|tests|tested) (anyone|anybody|your|everyone|a saint) ... patience',
        '(what a|such a) (disappointment|letdown|let-down|shock|pity|shame|mess|nuisance|nightmare|worry|blow)',
        `(i|we) (can)? (really|fully|completely|only|well|also|certainly|totally|truly)? (see|understand|imagine|know|appreciate|realise|realize|get|hear|recognise|recognize|tell|feel) (why|how|that|what|it|this|you|just) ... ${HARD}`,
        `(that|this|it|which) (must|sounds|sound|was|is|has been|had|can be|would be|must be|must have been|feels) (have|be|been|like)? (a|an|so|very|really|such|incredibly|deeply|quite|clearly|extremely|terribly|more than|truly|all)? (a|an)? (really|very|deeply)? ${HARD}`,
        '(that|this|it) (must|sounds|sound) ... (shock|ordeal|nightmare|headache|mess|ruined|spoiled|spoilt|hassle|strain|blow|nuisance|pain|let-down|letdown)',
        '(i|we) (can)? (see|understand|imagine|know|appreciate|realise|realize) (how much|how|what|that) (you|this|it|the|your) ... (rely|relied|depend*|needed|need|mean*|matter*|plan*|count*|want*|look*|wait*|trust*|cost*|hop*|feel|felt|happen*|went|put|been|had)',
        '(i|we) (know|understand|realise|realize|see|appreciate) (that)? (you|your) (had|have|were|are|wanted|needed|planned|counted|waited|relied|expected|hoped|lost|missed|spent|trusted)',
        '(nobody|no one) (likes|wants|enjoys|should|deserves|expects)',
        '(not|hardly|anything but|far from) (the|what|how) ... (you|a guest|a customer|anyone|anybody) ... (expect*|want*|hope*|deserve*|need*|like|imagine*|pay|paid)',
        '(last|least|exactly) (thing|what) (you|anyone|anybody|a) (need*|want*|expect*)',
        `(a|an|such a|that) (very|really|so|deeply)? ${HARD} (delivery|experience|stay|start|evening|wait|day|week|surprise|time|journey|situation|moment|visit|call|read|welcome|trip|morning|afternoon|night|birthday|holiday)`,
        '(ruined|spoiled|spoilt|cost you|kept you from|took away|left you (without|waiting|standing|with|in|stranded))',
        '(your|the) (evening|birthday|wedding|holiday|weekend|trip|day|plans|morning|time|sleep|patience|trust|confidence) (was|were|has been|have been) (ruined|spoiled|spoilt|lost|wasted|tested|shaken|disrupted)',
      ],
      heard: [
        '(thank you|thanks|grateful|i appreciate|we appreciate) (so much|very much)? (for|that|you|to you)? (you)? (telling|told|tell|being|flagging|flagged|letting|raising|raised|pointing|pointed|saying|said|writing|wrote|speaking|spoke|spelling|your (honest*|open*|frank*|candour|candor|patience|blunt*|clear|plain))',
        '(glad|good that|right to) (that)? (you)? (told|tell|telling|raised|raise|wrote|write|said|say|speak|spoke|flag|flagged|complain|ask)',
      ],
      canned: [
        '(i|we) (do|fully|completely|totally|can)? (completely|fully|totally)? (understand|appreciate|acknowledge|hear) (your|the) (concern|concerns|frustration|frustrations|disappointment|situation|position|feelings|inconvenience|issue)',
        '(we|i) (take|are taking) ... seriously',
        'your (feedback|opinion|satisfaction) ... important',
      ],
    },
  },
  ignoredIn: ['code', 'quoted'],
  groupsOff: ({ canned }) => (canned === 'count' ? [] : ['canned']),
  isThere: ({ rendering }) => rendering.intent !== 'apologize' && !rendering.topics.includes('complaint'),
  message: 'Nothing shows that you see what it did to the customer',
  suggestions: ['Say what it cost them (“You lost a whole Saturday to it”), or that they are right'],
  examples: {
    good: [
      {
        text: 'Hi [Name],\n\nI’m sorry the lamp arrived broken. A new one ships today.\n\nBest,\nAna',
        intent: 'apologize',
      },
      {
        text: 'Hi [Name],\n\nYou’re right, this shouldn’t have happened. The fee is back on your card.\n\nBest,\nAna',
        intent: 'apologize',
      },
      {
        text: 'Hi [Name],\n\nI can see why this is frustrating. The room is free for you tonight.\n\nBest,\nAna',
        topics: ['complaint'],
      },
      {
        text: 'Hi [Name],\n\nI know you had planned to use it on Saturday. A courier brings it by Friday.\n\nBest,\nAna',
        topics: ['complaint'],
      },
      {
        text: 'Hi [Name],\n\nThank you for telling us so openly. I read it out in our morning round.\n\nBest,\nAna',
        topics: ['complaint'],
      },
      {
        text: 'Hi [Name],\n\nThat was a disappointing delivery. The driver comes back at noon.\n\nBest,\nAna',
        topics: ['complaint'],
      },
      {
        text: 'Hi [Name],\n\nWe understand how much you rely on the export. It runs again since noon.\n\nBest,\nAna',
        topics: ['complaint'],
      },
      {
        text: 'Hi [Name],\n\nThe export is under Settings, and the file is in your inbox.\n\nBest,\nAna',
        intent: 'answer',
      },
      {
        text: 'Hi [Name],\n\nI understand your concern. The fee is back on your card.\n\nBest,\nAna',
        intent: 'apologize',
        options: { canned: 'count' },
      },
    ],
    bad: [
      {
        text: 'Hi [Name],\n\nWe have received your complaint.\n\nBest,\nAna',
        topics: ['complaint'],
        marks: ['Hi [Name]'],
      },
      {
        text: 'Hi [Name],\n\nYour feedback is important to us. The case is under review.\n\nBest,\nAna',
        topics: ['complaint'],
        marks: ['Hi [Name]'],
      },
      {
        text: 'Hi [Name],\n\nI understand your concern. The fee is back on your card.\n\nBest,\nAna',
        intent: 'apologize',
        marks: ['Hi [Name]'],
      },
      {
        text: 'Hi [Name],\n\nSorry to bother you again. Please find our statement below.\n\nBest,\nAna',
        topics: ['complaint'],
        marks: ['Hi [Name]'],
      },
      {
        text: 'Hi [Name],\n\nWe take complaints seriously and will write within ten days.\n\nBest,\nAna',
        topics: ['complaint'],
        marks: ['Hi [Name]'],
      },
    ],
  },
});

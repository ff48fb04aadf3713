/**
 * How a decent manager would write to a rep what stands on the rep's page: by the template of the page. A sentence that is
 * not here is written as it stands there, and an empty one is left out.
 */
export const letterWords: Readonly<Record<string, string>> = {
  'well.won': 'Well done on {deals}.',
  'well.last-win': 'Well done on {deal} ({worth}), which you won on {day}.',
  'well.goal': 'Well done: {won} won in {period}, {share} of the goal.',
  'well.first-talk': 'I’m glad you got to {who} ({title}) at {customer}.',
  'well.first-talk-plain': 'I’m glad you got to {who} at {customer}.',
  'well.first-talks': 'I’m glad you got to {n:word} decision makers for the first time.',
  'well.most-new': 'You opened {n} deals in 12 weeks. Thank you.',
  'well.second-new': 'You opened {n} deals in 12 weeks. Thank you.',
  'well.best-rate': 'You won {rate:of} in 12 months. Thank you.',
  'kept.steps': 'Of {all} next steps dated for last week, {done} are logged.',
  'kept.promise': 'You did what we agreed: {promise}.',
  'promised.missed': 'Last time we agreed on this: {promise}. Where does it stand?',

  'do.first-meetings':
    'I’d like us to leave the room with a plan for {n:word} first {n?meeting|meetings} with new customers by {by:action}.',
  'do.close-plan-on': 'Please agree a close plan to {due} with {who} at {customer} ({amount}) on {day:action}.',
  'why.nothing-since': 'Nothing new has come in since {day}, after {before:word} in the {weeks:word} weeks before.',
  'why.nothing-since-pace': 'Nothing new has come in since {day}; before that you opened about {pace:word} a week.',
  'why.missing-worth': '',
  'why.prospecting': 'You’ve logged {now} prospecting calls and emails since; before that it was {before} a week.',
  'why.effort': 'It isn’t for lack of work: {meetings} meetings on open deals in those weeks.',
  'why.lost-late': 'Of the {whole} that got to {stage}, {won} were won',
  'why.lost-at': 'Of the {whole} that got to {stage}, {won} were won',
  'why.due-dates': 'The deals may be good; I’m less sure of the dates.',

  'leave.meeting':
    '{deal} ({worth}) looks fine to me, with {who} in the next meeting on {day}, so let’s leave that one alone.',
  'leave.meeting-plain': '{deal} ({worth}) looks fine to me, with a next step on {day}, so let’s leave that one alone.',
  'number.goal': 'You’re at {won} of {goal} for {period}',
  'number.won-after': 'You’ve won {won} in {period} so far; {before} had {earlier} at this point',
  'number.won': 'You’ve won {won} in {period} so far',
  'number.wins': 'You’ve won {n} {n?deal|deals} in {period} so far',
  'clean.overdue': 'Please put a new date on {deals}.',
  'clean.step': 'Please add a next step with a date to {deals}.',
  'clean.amount': 'Please add an amount to {deals}.',
}

/** What is talked about first, as in “I’d like to start with …”: by what there is to do. */
export const topicWords: Readonly<Record<string, string>> = {
  'do.lost-at': 'the deals lost at {stage}',
  'do.lost': 'the last lost deals',
  'do.first-meetings': 'new business',
  'do.meet-signer': '{customer}',
  'do.name-signer': '{customer}',
  'do.close-plan-on': '{customer}',
  'do.close-plan': '{customer}',
  'do.signing-date': '{customer}',
  'do.signing-date-plain': '{customer}',
  'do.decide-on': '{customer}',
  'do.call': '{customer}',
  'do.call-plain': '{customer}',
  'do.dated-step': '{customer}',
  'do.dated-step-plain': '{customer}',
  'do.own-date': '{customer}',
  'do.own-date-plain': '{customer}',
  'do.own-dates': 'the due dates',
  'do.ask-about-reason': '{reason}',
  'do.move-up': '{customer}',
}

/** What holds the letter together. */
export const letterTemplates = {
  'letter.greeting': 'Hi {rep:first},',
  'letter.all-kept': 'All {all} next steps dated for last week are logged, too.',
  'letter.start': 'I’d like to start on {meeting:action} with {topic}.',
  'letter.start-plain': 'I’d like to start on {meeting:action} with this.',
  'letter.nothing': 'There’s nothing you need to prepare for {meeting:action}.',
  'letter.think': 'Please think about this one before we talk:',
  'letter.ask': 'One question I’d like your view on:',
  'letter.deals': 'Then {n:word} {n?deal|deals}:',
  'letter.deals-only': 'I’d like to hear about {n:word} {n?deal|deals}:',
  'letter.due': ', with {due} due by {to}',
  'letter.end': '.',
  'letter.before': '{n:Word} small {n?thing|things} before {meeting:action}.',
  'letter.close': 'And what do you need from me?',
  'letter.from': '{from:first}',
  'letter.subject': 'For {meeting:action}: {topic} first, then {deals}',
  'letter.subject-topic': 'For {meeting:action}: {topic}',
  'letter.subject-deals': 'For {meeting:action}: {deals}',
  'letter.subject-nothing': 'For {meeting:action}: well done, and one question',
} as const

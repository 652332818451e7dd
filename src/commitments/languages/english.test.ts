import { expect, test } from 'vitest';
import { readEnglish } from './en/read-sentence.ts';

const alone = { opensItem: false, governor: null };
const governed = { opensItem: false, governor: { id: 'agree', kind: 'commitment', complement: 'action' } as const };

function found(text: string, place: Parameters<typeof readEnglish>[1] = alone): string[] {
  return readEnglish(text, place).units.map(
    (unit) => `${unit.kind} ${unit.strength} | ${text.slice(unit.start, unit.end)}`,
  );
}

test('coordinated actions under one introduction are units of their own', () => {
  expect(
    found('Both sides agreed to deepen trust, establish a hotline between their ports and study a joint fund.'),
  ).toEqual([
    'commitment promote | deepen trust',
    'commitment deliver | establish a hotline between their ports',
    'commitment study | study a joint fund',
  ]);
});

test('a state whose name ends as a thing does is a subject, and members whom a council encourages are told', () => {
  for (const state of ['France', 'Nepal', 'Portugal', 'Senegal'])
    expect(found(`${state} will open a school.`)).toEqual(['commitment deliver | open a school']);
  expect(found('The Council encourages the Member States to ratify the Convention on Tea.')).toEqual([
    'commitment deliver | ratify the Convention on Tea',
  ]);
});

test('a bare list of verbs that share one object is one unit', () => {
  expect(found('The Parties will maintain and further strengthen the tradition of friendship.')).toEqual([
    'commitment implement | maintain and further strengthen the tradition of friendship',
  ]);
});

test('purpose, means and result stay with their action', () => {
  expect(
    found('Aldoria will open a trade office in Selvik in order to help exporters, thereby creating jobs.'),
  ).toEqual(['commitment deliver | open a trade office in Selvik in order to help exporters, thereby creating jobs']);
});

test('readiness, welcome and encouragement of firms are support', () => {
  expect(found('Marenne stands ready to share its experience.')).toEqual(['support support | share its experience']);
  expect(found('Both sides encouraged their companies to invest in ports.')).toEqual([
    'support support | encouraged their companies to invest in ports',
  ]);
});

test('what is agreed is a commitment even where the verb is mild', () => {
  expect(found("They agreed to support each other's candidatures.")[0]).toMatch(/^commitment/);
});

test('a subjectless sentence is governed by the one before it, and undertakes nothing alone', () => {
  expect(found('Strengthen exchanges between museums.', governed)).toEqual([
    'commitment promote | Strengthen exchanges between museums',
  ]);
  expect(found('Strengthen exchanges between museums.')).toEqual([]);
});

test('a participle before the subject and a thing as subject undertake nothing', () => {
  expect(
    found('Recognizing the urgency of action, the leaders noted the report.').filter((line) =>
      line.startsWith('commitment'),
    ),
  ).toEqual([]);
  expect(found('The Agreement will contribute to peace.')).toEqual([]);
});

test('a noun that looks like a verb does not open a unit within an enumeration', () => {
  expect(
    found('We will cooperate in fields such as research, exchange programmes and support for teachers.'),
  ).toHaveLength(1);
});

test('an invitation to visit is a commitment, who is told to act is the subject', () => {
  expect(found('The King invited the President to visit Marenne.')).toEqual([
    'commitment deliver | invited the President to visit Marenne',
  ]);
  const text = 'The leaders tasked the Joint Committee to finalise the map.';
  const unit = readEnglish(text, alone).units[0];
  expect(unit?.subject?.text).toBe('the Joint Committee');
});

test('what is built decides whether building is delivered or promoted', () => {
  expect(found('The two countries will build a bridge over the Lume.')[0]).toMatch(/deliver/);
  expect(found('The two countries will build mutual trust.')[0]).toMatch(/promote/);
});

test('a verb the lexicon does not know is still found, with less confidence', () => {
  const unit = readEnglish('Both sides agreed to frobnicate the tariff tables.', alone).units[0];
  expect(unit?.confidence).toBeLessThan(0.6);
});

test('every summit undertaking in the first person is found', () => {
  expect(found('We commit to end hunger, and will not resort to new tariffs.')).toHaveLength(2);
  expect(found('We launch the Halvard Compact.')).toHaveLength(1);
});

test('what a party says that it will do is its own undertaking', () => {
  expect(found('Kestria announced that it will grant twenty scholarships.')).toEqual([
    'commitment deliver | grant twenty scholarships',
  ]);
  expect(found('Kestria assured the firms that it would keep the market open and establish a help desk.')).toEqual([
    'commitment implement | keep the market open',
    'commitment deliver | establish a help desk',
  ]);
});

test('a wish or belief about somebody else undertakes nothing, however it is put', () => {
  for (const text of [
    'The leaders noted with satisfaction that trade has grown and that universities continue to expand exchanges.',
    'Kestria wishes and believes that, with firm resolve, the people of Tamarang will complete the reform.',
    'Kestria expressed its wishes and confidence that the people of Tamarang will complete the reform.',
  ])
    expect(found(text).filter((line) => !line.startsWith('position'))).toEqual([]);
});

test('who is tasked with something acts, one act a unit', () => {
  expect(found('The leaders tasked the ministers with monitoring the plan and reporting to the next summit.')).toEqual([
    'commitment implement | monitoring the plan',
    'commitment implement | reporting to the next summit',
  ]);
});

test('what is agreed to be done is a unit with its subject, also where the doer is not named', () => {
  expect(found('It was further agreed that differences would be resolved by consultation.')).toEqual([
    'commitment implement | differences would be resolved by consultation',
  ]);
});

test('an objective set is a promise to work for it', () => {
  expect(found('The leaders set the objective of raising trade to 40 billion crowns by 2030.')).toHaveLength(1);
});

test('a list of actions goes on over words that could be nouns, and over asides', () => {
  expect(
    found('They decided to convene a dialogue, exchange evaluation methods and, where needed, coordinate their views.'),
  ).toEqual([
    'commitment deliver | convene a dialogue',
    'commitment implement | exchange evaluation methods',
    'commitment implement | coordinate their views',
  ]);
  expect(found('Kestria will build a school; Tamarang, for its part, undertook to train its teachers.')).toEqual([
    'commitment deliver | build a school',
    'commitment implement | train its teachers',
  ]);
});

test('two adjectives before a noun are no list of actions', () => {
  expect(found('They agreed to protect cables against accidental and deliberate damage.')).toHaveLength(1);
});

test('an offer to act is support', () => {
  expect(found('Kestria offered to host the next forum.')).toEqual(['support support | host the next forum']);
});

test('items under "the following" are units, labelled or not', () => {
  const acts = ['set up a network', 'share warnings in real time', 'hold a joint exercise once a year'];
  for (const text of [
    'We also agreed on the following: (a) to set up a network; (b) to share warnings in real time; (c) to hold a joint exercise once a year.',
    'They agreed on the following measures: set up a network, share warnings in real time and hold a joint exercise once a year.',
  ])
    expect(found(text).map((line) => line.split(' | ')[1])).toEqual(acts);
});

test('a clause agreed with "that" is read for its own acts', () => {
  expect(found('They agreed that the three Governments would inform the public and carry out a joint drill.')).toEqual([
    'commitment implement | inform the public',
    'commitment implement | carry out a joint drill',
  ]);
});

test('a date after "by" and a basis do not swallow the next act', () => {
  expect(found('We commit to phasing out subsidies by 2030 and mobilising private finance.')).toHaveLength(2);
  expect(found('The authorities will set limits on the basis of advice and refrain from issuing licences.')).toEqual([
    'commitment deliver | set limits on the basis of advice',
    'commitment implement | refrain from issuing licences',
  ]);
});

test('a noun that looks like an introducing verb introduces nothing', () => {
  expect(found('They shared the view that the body needs a stronger mandate and agreed to explore options.')).toContain(
    'commitment study | explore options',
  );
  expect(found('We welcome the offer of Halden to host the meeting.')[0]).toMatch(/^support/);
});

test('an appeal to others is support', () => {
  expect(found('They appealed to the parties to the conflict to agree on a truce.')[0]).toMatch(/^support/);
});

test('what is told, looked to and announced is found, also after "and" and over several "to"', () => {
  expect(
    found(
      'We instruct our finance ministers to finalise the roadmap by the end of 2026 and to report to us at our next Summit.',
    ),
  ).toHaveLength(2);
  expect(found('We look to the Lake Bank to play a leading role.')[0]).toMatch(/^support/);
  expect(found('Prime Minister Venn announced a concessional loan of EUR 20 million.')[0]).toMatch(/^commitment/);
  expect(
    found('Both sides will continue to facilitate visas, to encourage flights and to support small ports.'),
  ).toHaveLength(3);
  expect(found('The two sides agreed on a canal and tasked their river ministries with its early opening.')[1]).toBe(
    'commitment implement | tasked their river ministries with its early opening',
  );
});

test('in declarations the party that speaks is known after "and", in aims and in calls', () => {
  expect(found('We remain committed to the Ocean Pact and intend to designate 30 per cent of our waters.')).toEqual([
    'commitment implement | remain committed to the Ocean Pact',
    'commitment deliver | designate 30 per cent of our waters',
  ]);
  expect(found('It is our shared objective to halve the number of pupils out of school by 2032.')).toHaveLength(1);
  expect(found('We place women at the centre and will increase their participation in decisions.')).toHaveLength(1);
  expect(found('We reiterate our call on all states to ratify the Convention.')[0]).toMatch(/^support/);
  expect(found('We look forward to working with the incoming Presidency.')[0]).toMatch(/^support/);
});

test('an office is bound by what it must do, a state is not', () => {
  expect(found('All regional offices must inspect ferries twice a year.')[0]).toMatch(/^commitment/);
  expect(found('All countries must respect the charter.').join()).not.toMatch(/commitment/);
});

test('appeals to oneself, effort spared to nothing and what was reached are undertakings; a trend is none', () => {
  expect(found('Let us conclude the talks on fishing subsidies this year.')).toEqual([
    'commitment deliver | conclude the talks on fishing subsidies this year',
  ]);
  expect(found('No effort will be spared to restore the wetlands.')).toEqual([
    'commitment implement | No effort will be spared to restore the wetlands',
  ]);
  expect(found('Agreement was reached to reopen the consulate in Selvik.')).toEqual([
    'commitment deliver | reopen the consulate in Selvik',
  ]);
  expect(found('Member economies are urged to ratify the convention.')).toEqual([
    'support support | ratify the convention',
  ]);
  expect(found('Growth is slowing.')).toEqual([]);
});

test('the last of several acts may be a verb that is also a noun', () => {
  expect(found('They will restore the canal, open a laboratory and exchange young scientists.')).toHaveLength(3);
  expect(found('They will strengthen the canal, port and supply chain between the two countries.')).toHaveLength(1);
});

test('who speaks goes on with plans, attitudes and tasks after "and", and before a list', () => {
  expect(found('We stand ready to take further action, and ask the Forum to finalise its report.')).toEqual([
    'support support | take further action',
    'commitment deliver | finalise its report',
  ]);
  expect(found('We are working to close the gap and plan to announce a new package.')).toHaveLength(2);
  expect(found('We express our support for the Initiative and our intention to contribute to its fund.')).toHaveLength(
    2,
  );
  expect(found('Not only will we honour our pledges, but we will also double our aid.')[0]).toMatch(
    /honour our pledges$/,
  );
  const listed = readEnglish('Recognising its urgency, we:', governed);
  expect([listed.units, listed.names?.text]).toEqual([[], 'we']);
  expect(readEnglish('We welcome the progress made and:', alone).names?.text).toBe('We');
});

test('a list is announced by no act, and what is said of others, or of oneself, is none either', () => {
  expect(found('We are determined to work together and with others to:')).toEqual([]);
  expect(readEnglish('We are determined to work together and with others to:', alone).governor).not.toBeNull();
  expect(found('Together we represent nearly two billion people.')).toEqual([]);
  expect(
    found('They will strengthen cooperation at the UN, OIC, and the Forum, through mutual support for initiatives.'),
  ).toHaveLength(1);
  expect(found('We will protect the vulnerable, and put our economies back on a path to growth.').at(-1)).toBe(
    'commitment implement | put our economies back on a path to growth',
  );
});

test('a commitment towards a thing goes on with acts, and an invitation said again invites', () => {
  expect(
    found(
      'We reaffirmed our commitment towards the full implementation of the Vision as well as to develop a roadmap.',
    ).at(-1),
  ).toMatch(/develop a roadmap$/);
  expect(found('The President reiterated his invitation to Prime Minister Venn to visit Kestria.')[0]).toMatch(
    /^commitment deliver/,
  );
});

test('undertakings beside the main verb are read: after "while", as a participle, behind an aside or a quotation mark', () => {
  expect(
    found('The ministers welcomed the survey, while committing to publish the maps and to open the archive.').slice(1),
  ).toEqual(['commitment deliver | publish the maps', 'commitment deliver | open the archive']);
  expect(found('Both sides reviewed the talks, pledging to conclude the accord.').at(-1)).toMatch(
    /^commitment.*conclude/,
  );
  expect(found('The two leaders concurred that, as prices rise, they would reopen the grain corridor.')).toEqual([
    'commitment deliver | reopen the grain corridor',
  ]);
  expect(found('Both sides agreed to "discuss the terms" of the lease.')).toHaveLength(1);
  expect(found('The sides will be developing the dialogue and continue to repair the bridge.')).toHaveLength(2);
  expect(found('We reiterate our will to strengthen the union.')).toEqual([
    'commitment promote | strengthen the union',
  ]);
});

test('words that only look like verbs open nothing, and who reports a sentence is no part of it', () => {
  expect(found('We commended the work on the Harbour Plan and the Master Plan on Roads.')).toHaveLength(1);
  expect(
    found('We reaffirmed our commitment to build lasting peace, sustained growth, shared prosperity and hope.'),
  ).toHaveLength(1);
  expect(found('Advanced economies are recovering, but more must follow.')).toEqual([]);
  expect(found('They urge all allies and partners to continue to do the same.')).toHaveLength(1);
  expect(found('Both sides agreed to build a bridge, according to the joint statement.')).toEqual([
    'commitment deliver | build a bridge',
  ]);
  expect(
    found('The Ministry shall assume responsibility for, and coordinate with others in, reviewing the fees.'),
  ).toEqual(['commitment implement | assume responsibility for, and coordinate with others in, reviewing the fees']);
});

test('joined introductions, confirmed acts and items that begin with a phrase are read; a participle before a noun is not', () => {
  expect(found('The Government agreed and determined to build a port.')).toEqual(['commitment deliver | build a port']);
  expect(found('We confirm to work towards improving our ties.')[0]).toMatch(/^commitment .* work towards/);
  expect(found('We reaffirm our commitment to equality, openness and strengthened collaboration.')).toHaveLength(1);
  expect(found('They agreed to deepen ties based on principles and values of freedom.')).toHaveLength(1);
  expect(found('Based on the Accord we will open a school.')).toEqual(['commitment deliver | open a school']);
  const item = { ...governed, opensItem: true };
  expect(found('Focus on health services, as well as continue progress on schools.', item)[0]).toMatch(
    /Focus on health/,
  );
  expect(found('Our work is firmly grounded in our commitment to repair the harbours.')).toEqual([
    'commitment promote | repair the harbours',
  ]);
});

test('what is done every so many days is carried on', () => {
  const [unit] = readEnglish('The Council requests the Secretary to submit a report every 90 days.', {
    opensItem: false,
    governor: null,
  }).units;
  expect(unit?.strength).toBe('implement');
});

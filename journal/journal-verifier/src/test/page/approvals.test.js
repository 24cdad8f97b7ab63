'use strict';

const assert = require('node:assert/strict');
const test = require('node:test');

const { verifier } = require('./page.js');
const { NAME, canonical, digest, entriesOf, journalOf, noteKey } = require('./writing.js');
const { ATTACKS, later, quorum, released, token } = require('./attacks.js');
const { DECISION, NOT_AFTER, attested, confirmation, dayWith, enrolled, happened, hold, people, revoked, rotated, vote } = require('./people.js');

const KEY = noteKey(NAME);

const verify = (list) => verifier.verifyJournal(journalOf(KEY, entriesOf(KEY, list)), { key: KEY.line });

async function assertVerdict(expected, list, reason) {
  const verdict = await verify(list);
  assert.equal(verdict.outcome, expected, verdict.sentence);
  if (reason) {
    assert.match(verdict.sentence, reason);
  }
  return verdict;
}


test('a day at a desk is valid, and names its founding key', async () => {
  const verdict = await assertVerdict('VALID', dayWith({}));
  assert.equal(verdict.counts.votes, 2);
  const founding = verdict.notes.filter((note) => note.includes('without a second person'));
  assert.deepEqual(founding, ['the key `k-alice` of `p-alice` was enrolled without a second person']);
});

for (const [name, [changes, reason]] of Object.entries(ATTACKS)) {
  test(`a bad approval: ${name}`, async () => {
    await assertVerdict('BAD_APPROVAL', dayWith(changes), reason);
  });
}

test('a signature with one bit changed is a bad approval, at its entry', async () => {
  const made = vote('bob', hold());
  const [signature] = made.body.envelope.signatures;
  const bytes = Buffer.from(signature.sig, 'base64');
  for (const bit of [0, 255, 256, 504, 511]) {
    const changed = Buffer.from(bytes);
    changed[bit >> 3] ^= 1 << (bit & 7);
    const envelope = { ...made.body.envelope, signatures: [{ ...signature, sig: changed.toString('base64') }] };
    const list = dayWith({ 'bob votes': { ...made, body: { ...made.body, envelope } } });
    const verdict = await assertVerdict('BAD_APPROVAL', list, /does not hold/);
    assert.equal(verdict.entry, 7);
  }
});

test('a refused vote is evidence of an attempt and counts for nothing', async () => {
  await assertVerdict('VALID', dayWith({ '> bob votes': happened('approval.vote.refused', { person: 'p-carol', why: 'REQUESTER' }) }));
  await assertVerdict('VALID', dayWith({ '> bob votes': happened('approval.vote.refused.late', {}) }));
  await assertVerdict('BAD_APPROVAL', dayWith({ '> bob votes': happened('approval.vote.refusedly', {}) }));
});

// ---- keys over time

const during = (time, ...entries) => entries.map((entry) => later(time, entry));

test('a rotated key votes, and the old one too until the overlap ends', async () => {
  const rotation = rotated('bob', 'bob2', 'alice', { overlapUntil: '2022-05-02T07:58:00Z' });
  const withNew = vote('bob', hold(), { with: 'bob2' });
  await assertVerdict('VALID', dayWith({ '> bob': rotation, 'bob votes': withNew }));
  await assertVerdict('VALID', dayWith({ '> bob': rotation }));
  const [late, release] = during('2022-05-02T07:58:00.000000001Z', vote('bob', hold()), released([['p-alice', 0], ['p-bob', 0]]));
  await assertVerdict('BAD_APPROVAL', dayWith({ '> bob': rotation, 'bob votes': late, release }), /replaced and retired/);
  const [atEnd] = during('2022-05-02T07:58:00.000000000Z', vote('bob', hold()));
  const rest = { release: later(atEnd.time, release), token: null, burned: null };
  await assertVerdict('VALID', dayWith({ '> bob': rotation, 'bob votes': atEnd, ...rest }));
});

const ROTATIONS = {
  'of the key of another person': rotated('bob', 'bob2', 'alice', { person: people.carol, confirmation: confirmation('bob2', people.carol, 'alice') }),
  'without consent': rotated('bob', 'bob2', 'alice', { consent: undefined }),
  'with consent to something else': rotated('bob', 'bob2', 'alice', { payload: { overlapUntil: '2022-05-20T00:00:00Z' } }),
  'with an overlap that is over': rotated('bob', 'bob2', 'alice', { overlapUntil: '2022-05-02T07:55:59Z' }),
  'with an overlap of more than 30 days': rotated('bob', 'bob2', 'alice', { overlapUntil: '2022-06-01T07:56:01Z' }),
  'without confirmation': rotated('bob', 'bob2', 'alice', { confirmation: undefined }),
  'of a key that was never enrolled': rotated('carol', 'bob2', 'alice'),
  'to a key that is enrolled': rotated('bob', 'alice', 'alice'),
};

for (const [name, rotation] of Object.entries(ROTATIONS)) {
  test(`a bad rotation: ${name}`, async () => {
    await assertVerdict('BAD_APPROVAL', dayWith({ '> bob': rotation }));
  });
}

test('a key is rotated once, and its successor can be rotated on', async () => {
  const first = rotated('bob', 'bob2', 'alice');
  await assertVerdict('BAD_APPROVAL', dayWith({ '> bob': [first, rotated('bob', 'bob3', 'alice')] }), /second time/);
  people.bob2 = people.bob;
  await assertVerdict('VALID', dayWith({ '> bob': [first, rotated('bob2', 'bob3', 'alice')] }));
});

test('a retired key can be revoked', async () => {
  await assertVerdict('VALID', dayWith({ '> burned': [rotated('bob', 'bob2', 'alice'), revoked('bob')] }));
});

test('a founder who is alone again may be followed by a key without confirmation', async () => {
  await assertVerdict('VALID', [enrolled('alice'), revoked('alice'), enrolled('bob')]);
});

// ---- persons

const committed = (person, commitment = digest('c')) => happened('person.committed', { person, commitment });
const erased = (person, commitment = digest('c')) => happened('person.erased', { person, commitment, by: 'p-dpo', reason: 'asked' });

test('people are committed once and erased after that, and the verdict counts them', async () => {
  const verdict = await assertVerdict('VALID', [committed('p-1'), committed('p-2'), erased('p-1')]);
  assert.match(verdict.notes.join('\n'), /2 people are committed and 1 of them erased/);
  await assertVerdict('TAMPERED', [committed('p-1'), committed('p-1')]);
  await assertVerdict('TAMPERED', [erased('p-1')]);
  await assertVerdict('TAMPERED', [committed('p-1'), erased('p-1', digest('d'))]);
  await assertVerdict('TAMPERED', [committed('p-1'), erased('p-1'), erased('p-1')]);
  await assertVerdict('ILL_FORMED', [committed('p-1', 'sha256:x')]);
  await assertVerdict('ILL_FORMED', [committed('')]);
});

// ---- petitions, packs and exceptional releases

const PURPOSE = { kind: 'activation', subject: digest('pack 2') };
const ASKED = { petition: 'P-1', purpose: PURPOSE, person: people.maker, about: digest('pack 2') };

/** A petition that people sign, up to what follows its release. */
function petition(asked, ...behind) {
  const begun = hold({
    decisionDigest: digest(canonical(asked)),
    hold: asked.petition,
    purpose: asked.purpose,
    submission: asked.submission,
    submissionDigest: asked.about,
  });
  const seats = [{ person: 'p-alice', quorum: 0 }, { person: 'p-bob', quorum: 0 }];
  return [
    enrolled('alice'),
    enrolled('bob', 'alice'),
    happened('decision.made', DECISION),
    happened('petition.asked', asked),
    happened('hold.begun', begun),
    quorum({ hold: asked.petition }),
    vote('alice', begun),
    vote('bob', begun),
    happened('hold.released', { hold: asked.petition, seats }),
    ...behind,
  ];
}

const activated = (others) => happened('pack.activated', { fingerprint: PURPOSE.subject, ...others });

test('a pack that people must sign is in force by their petition alone', async () => {
  await assertVerdict('VALID', petition(ASKED, activated({ changesSigned: true, signedBy: 'P-1' })));
  await assertVerdict('VALID', petition(ASKED, activated({ changesSigned: true, signedBy: 'P-1' }), activated({ changesSigned: true })));
  await assertVerdict('BAD_APPROVAL', petition(ASKED, activated({ changesSigned: true })), /without its signatures/);
  await assertVerdict('BAD_APPROVAL', petition(ASKED, activated({ fingerprint: digest('pack 3'), signedBy: 'P-1' })), /something else/);
  await assertVerdict('BAD_APPROVAL', petition(ASKED, activated({ signedBy: 'P-2' })), /did not begin before/);
  const unsigned = [activated({ changesSigned: true, signedBy: 'P-1' }), activated({ fingerprint: digest('pack 3') })];
  await assertVerdict('BAD_APPROVAL', petition(ASKED, ...unsigned), /without its signatures/);
});

test('the activations of a pack can be looked at', async () => {
  const { people: found } = await verify(petition(ASKED, activated({ changesSigned: true, signedBy: 'P-1' })));
  const [activation] = verifier.activations(found, PURPOSE.subject);
  assert.deepEqual([activation.index, activation.signedBy, activation.demanded], [10, 'P-1', true]);
});

test('a petition is held for what was asked, by whoever asked', async () => {
  const list = petition(ASKED);
  const swapped = list.map((entry) => (entry.type === 'petition.asked' ? happened('petition.asked', { ...ASKED, person: 'p-other' }) : entry));
  await assertVerdict('BAD_APPROVAL', swapped, /not in the journal before it/);
  const [, , , asked, begun] = list;
  const withdrawn = (by) => happened('petition.withdrawn', { petition: 'P-1', by });
  await assertVerdict('VALID', [asked, begun, withdrawn(people.maker)]);
  await assertVerdict('BAD_APPROVAL', [asked, begun, withdrawn('p-other')], /did not ask/);
  await assertVerdict('BAD_APPROVAL', [asked, begun, withdrawn(people.maker), withdrawn(people.maker)], /had ended/);
});

const EXCEPTION = { petition: 'P-1', purpose: { kind: 'exceptional-release', subject: '3-4' }, submission: 'S-1', person: people.maker, about: digest('S-1') };

test('an exceptional release gives one token, for its lines and its time', async () => {
  const exceptional = (others) => token({ petition: 'P-1', lines: '3-4', submissionDigest: digest('S-1'), notAfter: NOT_AFTER, ...others });
  await assertVerdict('VALID', petition(EXCEPTION, exceptional({})));
  await assertVerdict('BAD_APPROVAL', petition(EXCEPTION, exceptional({ lines: '3-5' })), /something else/);
  await assertVerdict('BAD_APPROVAL', petition(EXCEPTION, exceptional({ notAfter: '2022-05-02T08:06:00.000000001Z' })), /outlives/);
  await assertVerdict('BAD_APPROVAL', petition(EXCEPTION, exceptional({}), exceptional({ token: 'T-2' })), /second release token/);
  await assertVerdict('BAD_APPROVAL', petition(EXCEPTION, exceptional({ petition: 'P-2' })), /did not begin before/);
});

const RELETTING = { petition: 'P-1', purpose: { kind: 're-enabling', subject: 'X-1' }, person: people.maker, about: digest('X-1') };
const CLEARING = { ...RELETTING, purpose: { kind: 'switch-clearing', subject: 'KILL' } };

test('what was stopped goes on by itself or by the signatures for it, once', async () => {
  const resumed = (by, why = 're-enabled', stop = 'X-1') => happened('work.resumed', { stop, why, by });
  const cleared = (by) => happened('switch.cleared', { control: 'KILL', by });
  await assertVerdict('VALID', [resumed('', 'satisfied')]);
  await assertVerdict('VALID', petition(RELETTING, resumed('P-1')));
  await assertVerdict('VALID', petition(CLEARING, cleared('P-1')));
  await assertVerdict('BAD_APPROVAL', [resumed('')], /did not begin before/);
  await assertVerdict('BAD_APPROVAL', [resumed('P-1', 'satisfied')], /did not begin before/);
  await assertVerdict('BAD_APPROVAL', [cleared('')], /did not begin before/);
  await assertVerdict('BAD_APPROVAL', petition(RELETTING, resumed('P-1', 're-enabled', 'X-2')), /something else/);
  await assertVerdict('BAD_APPROVAL', petition(RELETTING, cleared('P-1')), /something else/);
  await assertVerdict('BAD_APPROVAL', petition(CLEARING, cleared('P-1'), cleared('P-1')), /second time/);
  await assertVerdict('BAD_APPROVAL', petition(RELETTING).slice(0, -1).concat(resumed('P-1')), /waits/);
});

test('what ends with a submission cannot be voted on any more', async () => {
  const ended = (why) => happened('submission.ended', { submission: 'S-1', why });
  await assertVerdict('BAD_APPROVAL', dayWith({ '> alice votes': ended('withdrawn') }), /had ended/);
  await assertVerdict('VALID', dayWith({ '> alice votes': ended('not-presented') }));
  await assertVerdict('BAD_APPROVAL', dayWith({ '> alice votes': happened('hold.expired', { hold: 'H-1' }) }), /had ended/);
});

test('an approval where people estimate needs an own estimate', async () => {
  const begun = hold({ estimate: { facts: 'the book' }, factsShownDigest: digest('the book') });
  const estimate = (person) => happened('approval.estimate.given', { hold: 'H-1', person });
  const both = [estimate('p-alice'), estimate('p-bob')];
  await assertVerdict('VALID', dayWith({ '> quorum': both }, begun));
  await assertVerdict('BAD_APPROVAL', dayWith({ '> quorum': both.slice(1) }, begun), /without an own estimate/);
  await assertVerdict('BAD_APPROVAL', dayWith({ '> quorum': [...both, estimate('p-bob')] }, begun), /a second time/);
  await assertVerdict('BAD_APPROVAL', dayWith({ '> quorum': both }), /does not ask for/);
  const wrong = hold({ estimate: { facts: 'the book' }, factsShownDigest: digest('another book') });
  await assertVerdict('BAD_APPROVAL', dayWith({ '> quorum': both }, wrong), /digest of the facts shown/);
});

// ---- details

test('an approval tells who voted, when, in which role, with which key and over which text', async () => {
  const { people: found } = await verify(dayWith({ '> burned': revoked('bob') }));
  const shown = verifier.approval(found, 'H-1');
  assert.equal(shown.phase, 'released');
  assert.equal(shown.text, '174 million USD in 1,047 orders');
  assert.deepEqual(shown.digests, [['text shown', digest(shown.text), digest(shown.text)]]);
  const [alice, bob] = shown.votes;
  assert.deepEqual([alice.person, alice.index, alice.roles, alice.keyId], ['p-alice', 6, ['head-of-desk'], 'k-alice']);
  assert.match(alice.keyHistory.join('; '), /enrolled in entry 1 .*without a second person/);
  assert.match(bob.keyHistory.join('; '), /confirmed by p-alice with the key k-alice; revoked later, in entry 11/);
  assert.equal(bob.payloadDigest, digest(bob.payload));
  assert.deepEqual(shown.events.map((event) => event.index), [4, 5, 6, 7, 8, 9, 10]);
  assert.equal(verifier.approval(found, 'H-9'), undefined);
});

const KEYS = [enrolled('alice'), enrolled('bob', 'alice'), enrolled('carol', 'alice')];
const drafted = attested('prepared', 'drafts', 'alice');
const audited = attested('reviewed', 'audits', 'bob');
const approved = attested('signed', 'approves', 'carol');

test('three people who draft, audit and approve make an attestation', async () => {
  await assertVerdict('VALID', [...KEYS, drafted, audited, approved]);
});

const REFUSED = [
  ['an approval without an audit', [drafted, approved], /once each/],
  ['an audit without a draft', [audited], /not drafted before/],
  ['two parts for one person', [drafted, attested('reviewed', 'audits', 'alice')], /has two parts in one attestation/],
  ['a second draft', [drafted, drafted], /drafted a second time/],
  ['a statement that was altered', [attested('prepared', 'drafts', 'alice', { statement: '{}' })], /not the one whose digest is signed/],
  ['another workbook', [drafted, attested('reviewed', 'audits', 'bob', { signed: { workbookDigest: digest('b') } })], /another workbook than the draft/],
  ['words that nobody signed', [drafted, attested('reviewed', 'audits', 'bob', { text: 'all is well' })], /`text` is not the one that was signed/],
  ['a role that was not signed', [drafted, attested('reviewed', 'approves', 'bob')], /signed is no act that audits/],
  ['a person whose key it is not', [drafted, attested('reviewed', 'audits', 'bob', { signed: { person: 'p-carol' } })], /is signed with the key of `p-bob`/],
  ['a revoked key', [drafted, revoked('bob'), audited], /was revoked before it/],
  ['a key that nobody enrolled', [drafted, attested('reviewed', 'audits', 'maker')], /is not enrolled before it/],
  ['an act of no known type', [attested('noted', 'notes', 'alice')], /is no act of an attestation/],
];

for (const [name, acts, reason] of REFUSED) {
  test(`an attestation with ${name} is refused`, () => assertVerdict('BAD_APPROVAL', [...KEYS, ...acts], reason));
}

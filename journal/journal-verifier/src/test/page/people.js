'use strict';

const { NAME, canonical, digest, keyOf, statement } = require('./writing.js');

/*
 * A day at a desk, as entries: two people are enrolled, a submission is held, both approve, it is released, and its token is
 * used. Each attack changes one of these.
 */

const NOT_BEFORE = '2022-05-02T07:56:00Z';
const NOT_AFTER = '2022-05-02T08:06:00Z';

const people = { alice: 'p-alice', bob: 'p-bob', carol: 'p-carol', maker: 'p-maker' };
const secret = (name) => keyOf(name);
const keyId = (name) => `k-${name}`;
const publicKey = (name) => secret(name).publicKey.toString('base64');

const TYPES = {
  approval: 'application/vnd.portcullis.approval+json',
  attestation: 'application/vnd.portcullis.attestation+json',
  confirmation: 'application/vnd.portcullis.key-confirmation+json',
  enrolment: 'application/vnd.portcullis.key-enrolment+json',
  rotation: 'application/vnd.portcullis.key-rotation+json',
  token: 'application/vnd.portcullis.release-token+json',
};

function confirmation(name, person, by, payload = {}) {
  const said = { action: 'confirm key', confirmedBy: people[by], keyId: keyId(name), person, publicKey: publicKey(name), ...payload };
  return statement(secret(by), keyId(by), said, TYPES.confirmation);
}

/** An enrolment; `by` confirms it, or nobody. */
function enrolled(name, by, others = {}) {
  const person = people[name];
  const proof = { action: 'enrol key', keyId: keyId(name), person, publicKey: publicKey(name) };
  const body = {
    keyId: keyId(name),
    person,
    publicKey: publicKey(name),
    proof: statement(secret(name), keyId(name), proof, TYPES.enrolment),
    ...(by ? { confirmedBy: people[by], confirmation: confirmation(name, person, by) } : {}),
    ...others,
  };
  return { type: 'key.enrolled', body };
}

/** The rotation of a person's key to the key of another name. */
function rotated(name, to, by, { overlapUntil = NOT_AFTER, payload = {}, ...others } = {}) {
  const person = people[name];
  const said = { action: 'rotate key', keyId: keyId(to), overlapUntil, person, publicKey: publicKey(to), replaces: keyId(name), ...payload };
  const body = {
    keyId: keyId(to),
    person,
    publicKey: publicKey(to),
    replaces: keyId(name),
    overlapUntil,
    proof: statement(secret(to), keyId(to), said, TYPES.rotation),
    consent: statement(secret(name), keyId(name), said, TYPES.rotation),
    confirmedBy: people[by],
    confirmation: confirmation(to, person, by),
    ...others,
  };
  return { type: 'key.rotated', body };
}

const revoked = (name) => ({ type: 'key.revoked', body: { keyId: keyId(name) } });

const DECISION = { outcome: 'held', submission: 'S-1', submissionDigest: digest('S-1') };
const TEXT = '174 million USD in 1,047 orders';

const hold = (others = {}) => ({
  decisionDigest: digest(canonical(DECISION)),
  hold: 'H-1',
  nonce: 'n-1',
  notAfter: NOT_AFTER,
  notBefore: NOT_BEFORE,
  policy: digest('policy'),
  quorums: 1,
  requester: people.maker,
  submission: 'S-1',
  submissionDigest: digest('S-1'),
  text: TEXT,
  textShownDigest: digest(others.text ?? TEXT),
  ...others,
});

const BINDING = ['hold', 'submissionDigest', 'decisionDigest', 'textShownDigest', 'factsShownDigest', 'policy', 'nonce', 'notBefore', 'notAfter'];
const ROLES = { alice: ['head-of-desk'], bob: ['risk-officer'] };

/** What somebody signs for a hold. */
function said(name, begun, others = {}) {
  const bound = Object.fromEntries(BINDING.filter((member) => begun[member] !== undefined).map((member) => [member, begun[member]]));
  return { action: 'approve', approver: people[name], roles: ROLES[name] ?? [], ...bound, ...others };
}

/** A vote of a person, signed with the key of a name. */
function vote(name, begun, { with: signer = name, payload = {}, ...others } = {}) {
  const signed = said(name, begun, payload);
  const body = {
    action: signed.action,
    approver: signed.approver,
    envelope: statement(secret(signer), keyId(signer), signed),
    hold: begun.hold,
    keyId: keyId(signer),
    roles: signed.roles,
    ...others,
  };
  return { type: 'approval.vote.accepted', body };
}

const happened = (type, body) => ({ type, body });

/** A release token; `signed` is what its envelope says otherwise, `by` whose key signs it. */
function issued(others = {}, { signed = {}, by = 'engine', ...members } = {}) {
  const said = {
    decisionDigest: digest(canonical(DECISION)), lines: '0-1046', notAfter: '2022-05-02T07:57:00Z', submission: 'S-1',
    submissionDigest: digest('S-1'), token: 'T-1', ...others,
  };
  const { petition } = said;
  delete said.petition;
  const envelope = statement(secret(by), keyId(by), { ...said, ...signed }, TYPES.token);
  return happened('token.issued', { ...said, ...(petition ? { petition } : {}), envelope, publicKey: publicKey(by), ...members });
}

/** The day, as a map of names to entries in their order, so that a test can change one. */
function day(begun = hold()) {
  return new Map([
    ['alice', enrolled('alice')],
    ['bob', enrolled('bob', 'alice')],
    ['decision', happened('decision.made', DECISION)],
    ['hold', happened('hold.begun', begun)],
    ['quorum', happened('hold.quorum', { eligible: { 'p-alice': ROLES.alice, 'p-bob': ROLES.bob }, hold: begun.hold, index: 0, needed: 2 })],
    ['alice votes', vote('alice', begun)],
    ['bob votes', vote('bob', begun)],
    ['release', happened('hold.released', { hold: begun.hold, seats: [{ person: 'p-alice', quorum: 0 }, { person: 'p-bob', quorum: 0 }] })],
    ['token', issued({ decisionDigest: begun.decisionDigest })],
    ['burned', happened('token.burned', { lines: '0-1046', submission: 'S-1', token: 'T-1' })],
  ]);
}

const WORKBOOK = digest('a workbook');
const STATEMENT = canonical({ format: 'portcullis-attestation/1', workbook: WORKBOOK });

/** An act on a statement, signed with a person's key; `others` change the entry and not what is signed. */
function attested(type, role, name, { signed = {}, ...others } = {}) {
  const payload = {
    function: 'a function',
    keyId: keyId(name),
    person: people[name],
    role,
    statementDigest: digest(STATEMENT),
    text: '',
    workbookDigest: WORKBOOK,
    ...signed,
  };
  const body = {
    ...payload,
    ...(role === 'drafts' ? { statement: STATEMENT } : {}),
    envelope: statement(secret(name), keyId(name), payload, TYPES.attestation),
    ...others,
  };
  return { type: `attestation.${type}`, body };
}

/** The day with some entries replaced, taken out (by nothing) or put behind others (by `> name`). */
function dayWith(changes, begun) {
  const list = [];
  for (const [name, entry] of day(begun)) {
    const changed = name in changes ? changes[name] : entry;
    if (changed) {
      list.push(changed);
    }
    list.push(...[changes[`> ${name}`] ?? []].flat());
  }
  return list;
}

module.exports = { DECISION, NAME, NOT_AFTER, NOT_BEFORE, attested, confirmation, day, dayWith, enrolled, happened, hold, issued, keyId, people, publicKey, revoked, rotated, said, secret, vote };

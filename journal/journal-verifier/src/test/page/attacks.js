'use strict';

const { canonical, digest, statement } = require('./writing.js');
const {
  confirmation, enrolled, happened, hold, issued, keyId, people, publicKey, revoked, said, secret, vote,
} = require('./people.js');

const later = (time, entry) => ({ ...entry, time });
const other = hold({ hold: 'H-2', nonce: 'n-2', submission: 'S-2', submissionDigest: digest('S-2') });

/** Attacks on approvals: what changes in the day, and the sentence that must say so. */
const ATTACKS = {
  'an approver is forged by a key of the attacker': [
    { 'bob votes': vote('bob', hold(), { with: 'mallory' }) }, /not enrolled before it/],
  'an approver is forged by the key of somebody else': [
    { 'bob votes': vote('bob', hold(), { with: 'alice' }) }, /signed with the key of/],
  'an approval is attributed to somebody else': [
    { 'bob votes': vote('bob', hold(), { approver: people.carol }) }, /`approver` is not the one that was signed/],
  'an approval is replayed': [
    { '> alice votes': vote('alice', hold()) }, /counted before/],
  'a person votes twice with two statements': [
    { '> alice votes': vote('alice', hold(), { payload: { reason: 'again' } }) }, /a second time/],
  'an approval is for another submission': [
    { 'bob votes': vote('bob', hold(), { payload: { submissionDigest: digest('S-2') } }) }, /`submissionDigest` is not the hold's/],
  'an approval is for another text': [
    { 'bob votes': vote('bob', hold(), { payload: { textShownDigest: digest('1 USD') } }) }, /`textShownDigest` is not the hold's/],
  'an approval is for another policy': [
    { 'bob votes': vote('bob', hold(), { payload: { policy: digest('other') } }) }, /`policy` is not the hold's/],
  'an approval has another nonce': [
    { 'bob votes': vote('bob', hold(), { payload: { nonce: 'n-0' } }) }, /`nonce` is not the hold's/],
  'an approval binds facts that the hold does not show': [
    { 'bob votes': vote('bob', hold(), { payload: { factsShownDigest: digest('x') } }) }, /`factsShownDigest` is not the hold's/],
  'an approval is for a hold that never began': [
    { 'bob votes': vote('bob', other) }, /did not begin before/],
  'the action is turned round': [
    { 'bob votes': vote('bob', hold(), { payload: { action: 'reject' }, action: 'approve' }) }, /`action` is not the one that was signed/],
  'a reason is put into somebody\'s mouth': [
    { 'bob votes': vote('bob', hold(), { reason: 'looks fine' }) }, /`reason` is not the one that was signed/],
  'a role is claimed that was not signed': [
    { 'bob votes': vote('bob', hold(), { roles: ['head-of-desk'] }) }, /`roles` is not the one that was signed/],
  'a vote names another key than signed': [
    { 'bob votes': vote('bob', hold(), { keyId: 'k-alice' }) }, /`keyId` is not the one that signed/],
  'a vote has no envelope': [
    { 'bob votes': vote('bob', hold(), { envelope: undefined }) }, /no signed envelope/],
  'a vote has two signatures': [
    { 'bob votes': twoSignatures() }, /carries 2 signatures/],
  'what was signed is not canonical': [
    { 'bob votes': loosely() }, /not canonical JSON/],
  'the requester approves': [
    { '> quorum': [enrolled('maker', 'alice'), vote('maker', hold())] }, /own submission/],
  'a vote comes after its time': [
    { 'bob votes': later('2022-05-02T08:06:00.000000001Z', vote('bob', hold())) }, /outside the time/],
  'a vote comes after the release': [
    { '> bob': enrolled('carol', 'alice'), '> release': vote('carol', hold()) }, /had ended/],
  'a key was revoked before the vote': [
    { '> hold': revoked('bob') }, /revoked before it/],
  'a key is enrolled after its vote': [
    { bob: null, '> bob votes': enrolled('bob', 'alice') }, /not enrolled before it/],
  'a release lacks an approval': [
    { 'bob votes': null }, /without an approval/],
  'a release ignores a rejection': [
    { 'bob votes': vote('bob', hold(), { payload: { action: 'reject' } }) }, /voted against it/],
  'a release seats a person twice': [
    { release: released([['p-alice', 0], ['p-alice', 0]]) }, /two seats/],
  'a release seats too few': [
    { release: released([['p-alice', 0]]) }, /needs 2 people and has 1/],
  'a release seats somebody for a role that was not voted in': [
    { 'bob votes': vote('bob', hold(), { payload: { roles: ['auditor'] } }) }, /may not fill a seat/],
  'a release seats somebody by the wrong act': [
    { quorum: quorum({ act: 'verify' }) }, /may not fill a seat/],
  'a release misses a quorum': [
    { quorum: null }, /not all in the journal/],
  'a quorum is lowered after a vote': [
    { '> alice votes': quorum({ index: 1, needed: 0 }) }, /is changed/],
  'a hold is for a decision that was not made': [
    { decision: null }, /not in the journal before it/],
  'a hold shows another text than its digest': [
    { hold: happened('hold.begun', { ...hold(), text: '1 USD' }) }, /digest of the text shown/],
  'a hold begins twice': [
    { '> hold': happened('hold.begun', hold()) }, /second time/],
  'a release comes twice': [
    { '> release': released([['p-alice', 0], ['p-bob', 0]]) }, /had ended/],
  'a token is issued while the submission is held': [
    { release: null }, /while the submission is held/],
  'a token is issued twice': [
    { '> token': token() }, /second time/],
  'a token is for a decision that was not made': [
    { token: token({ decisionDigest: digest('x') }) }, /not in the journal before it/],
  'a token is used twice': [
    { '> burned': happened('token.burned', { lines: '0-1046', submission: 'S-1', token: 'T-1' }) }, /second time/],
  'a token is used that was not issued': [
    { token: null }, /not issued before/],
  'a token is used for other lines': [
    { burned: happened('token.burned', { lines: '0-9999', submission: 'S-1', token: 'T-1' }) }, /`lines`/],
  'a token is used without saying for which lines': [
    { burned: happened('token.burned', { submission: 'S-1', token: 'T-1' }) }, /`lines`/],
  'a token has no id': [
    { token: token({ token: undefined }), burned: null }, /no id/],
  'a vote names a key that is no text': [
    { 'bob votes': vote('bob', hold(), { keyId: 1 }) }, /`keyId` is not the one that signed/],
  'a signature is spelled in a second way': [
    { 'bob votes': spelledOtherwise() }, /does not hold/],
  'a token is signed for other lines': [
    { token: issued({}, { signed: { lines: '0-1047' } }) }, /not the one that the entry says/],
  'a token is signed for something else': [
    { token: issued({}, { signed: { more: 1 } }) }, /not the one that the entry says/],
  'a token is signed by somebody else': [
    { token: issued({}, { publicKey: publicKey('carol') }) }, /does not hold/],
  'a token is signed by a person': [
    { token: issued({}, { by: 'alice' }) }, /key of a person/],
  'a token does not name its key': [
    { token: issued({}, { publicKey: undefined }) }, /does not name the key/],
  'a token is not signed': [
    { token: issued({}, { envelope: undefined }) }, /no signed envelope/],
  'a token is used after its time': [
    { burned: later('2022-05-02T07:57:00.000000001Z', happened('token.burned', { lines: '0-1046', submission: 'S-1', token: 'T-1' })) }, /after its time/],
  'a key is enrolled without a second person': [
    { bob: enrolled('bob') }, /not confirmed/],
  'a person confirms the own key': [
    { bob: enrolled('bob', 'alice', { confirmedBy: people.bob }) }, /confirmed by somebody who may not/],
  'a confirmation is for another key': [
    { bob: enrolled('bob', 'alice', { confirmation: confirmation('carol', people.bob, 'alice') }) }, /not what the entry says/],
  'a confirmation is by a key that is revoked': [
    { '> alice': [enrolled('maker', 'alice'), revoked('alice')] }, /revoked before it/],
  'a confirmation is signed for something else': [
    { bob: enrolled('bob', 'alice', { confirmation: confirmation('bob', people.bob, 'alice', { action: 'rotate key' }) }) }, /not what the entry says/],
  'a key is enrolled without proof that its holder has it': [
    { bob: enrolled('bob', 'alice', { proof: undefined }) }, /is missing/],
  'a key is enrolled with the proof of another': [
    { bob: enrolled('bob', 'alice', { proof: enrolled('carol').body.proof }) }, /does not hold/],
  'a key id is enrolled twice': [
    { '> bob': enrolled('bob', 'alice') }, /second time/],
  'a key is revoked that was never enrolled': [
    { '> bob': revoked('carol') }, /not enrolled before/],
};

function twoSignatures() {
  const made = vote('bob', hold());
  const { signatures } = made.body.envelope;
  return { ...made, body: { ...made.body, envelope: { ...made.body.envelope, signatures: [...signatures, ...signatures] } } };
}

/** The last letter before the padding has bits that say nothing; only zeros are canonical. */
function spelledOtherwise() {
  const made = vote('bob', hold());
  const [{ keyid, sig }] = made.body.envelope.signatures;
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const other = letters[letters.indexOf(sig.at(-3)) + 1];
  const signatures = [{ keyid, sig: `${sig.slice(0, -3)}${other}==` }];
  return { ...made, body: { ...made.body, envelope: { ...made.body.envelope, signatures } } };
}

function loosely() {
  const made = vote('bob', hold());
  const text = `${canonical(said('bob', hold()))} `;
  return { ...made, body: { ...made.body, envelope: statement(secret('bob'), keyId('bob'), text) } };
}

function released(seats) {
  return happened('hold.released', { hold: 'H-1', seats: seats.map(([person, index]) => ({ person, quorum: index })) });
}

function quorum(others) {
  const eligible = { 'p-alice': ['head-of-desk'], 'p-bob': ['risk-officer'] };
  return happened('hold.quorum', { eligible, hold: 'H-1', index: 0, needed: 2, ...others });
}

function token(others = {}) {
  return issued(others);
}

module.exports = { ATTACKS, later, quorum, released, token };

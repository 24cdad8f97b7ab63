'use strict';

const assert = require('node:assert/strict');
const test = require('node:test');

const { random, verifier } = require('./page.js');
const { closed, exported, linesOf } = require('./exporting.js');
const { NAME, consistency, cosignature, digest, entriesOf, leafHash, note, noteKey, pathOf, rootOf } = require('./writing.js');
const { dayWith, day, happened, issued } = require('./people.js');

const KEY = noteKey(NAME);
const WITNESS = noteKey('w.example', 4);
const reported = (number) => happened('work.reported', { number });

async function assertVerdict(expected, bytes, given = { key: KEY.line }, reason = undefined) {
  const verdict = await verifier.verifyExport(bytes, given, 'export.jsonl');
  assert.equal(verdict.outcome, expected, verdict.sentence);
  if (reason) {
    assert.match(verdict.sentence, reason);
  }
  return verdict;
}

const base64 = (hashes) => hashes.map((hash) => hash.toString('base64'));

const DAY = entriesOf(KEY, dayWith({}));
const PLAIN = entriesOf(KEY, Array.from({ length: 41 }, (none, index) => reported(index)));

test('an export of everything is valid, and shows its approvals', async () => {
  const verdict = await assertVerdict('VALID', exported(DAY));
  assert.equal(verdict.counts.votes, 2);
  assert.equal(verifier.approval(verdict.people, 'H-1').phase, 'released');
});

test('every range of a journal of 42 entries is valid', async () => {
  for (let from = 0; from <= PLAIN.length; from += 3) {
    for (let to = from; to <= PLAIN.length; to += 4) {
      const withheld = [from + 1, from + 2].filter((index) => index < to);
      await assertVerdict('VALID', exported(PLAIN, { from, to, withheld }));
    }
  }
});

test('an export without a trusted key shows integrity and not origin, and one of another key is told apart', async () => {
  const verdict = await assertVerdict('VALID', exported(DAY), {});
  assert.match(verdict.notes.join('\n'), /integrity, not origin/);
  await assertVerdict('UNTRUSTED_KEY', exported(DAY), { key: noteKey('example.org/other').line });
});

test('what a vote needs must be shown', async () => {
  const names = [...day().keys()];
  const at = (name) => names.indexOf(name) + 1;
  const range = { from: at('alice votes'), to: DAY.length };
  const context = ['alice', 'bob', 'decision', 'hold', 'quorum'].map(at);
  await assertVerdict('VALID', exported(DAY, { ...range, context }));
  await assertVerdict('BAD_APPROVAL', exported(DAY, { ...range, context: context.slice(1) }));
  await assertVerdict('BAD_APPROVAL', exported(DAY, { withheld: [at('bob votes')] }));
});

test('an entry that is left out, neither shown nor withheld, shows', async () => {
  const lines = linesOf(PLAIN, { from: 8, to: 20 });
  lines.splice(5, 1);
  await assertVerdict('TRUNCATED', closed(lines));
  await assertVerdict('TRUNCATED', closed(linesOf(PLAIN, { from: 8, to: 20 }).slice(0, -1)));
  const front = linesOf(PLAIN, { from: 8, to: 20 });
  front.splice(1, 1);
  await assertVerdict('TRUNCATED', closed(front));
});

test('an export that is cut off anywhere shows', async () => {
  const bytes = exported(PLAIN, { from: 30, to: 36, withheld: [33] });
  for (let length = 0; length < bytes.length; length += 13) {
    const verdict = await verifier.verifyExport(bytes.subarray(0, length), { key: KEY.line });
    assert.ok(['TRUNCATED', 'ILL_FORMED'].includes(verdict.outcome), `${length}: ${verdict.sentence}`);
  }
});

test('no flipped bit of an export goes unseen', async () => {
  const bytes = exported(DAY, { withheld: [9, 10], context: [] });
  const next = random(17);
  for (let i = 0; i < 400; i++) {
    const changed = Buffer.from(bytes);
    changed[next(bytes.length)] ^= 1 << next(8);
    const verdict = await verifier.verifyExport(changed, { key: KEY.line });
    assert.notEqual(verdict.outcome, 'VALID', `flip ${i}`);
  }
});

const changedLine = (lines, at, change) => lines.map((line, index) => (index === at ? { ...line, ...change } : line));

test('an entry, a leaf or a subtree that is exchanged shows', async () => {
  const lines = linesOf(PLAIN, { from: 8, to: 20, withheld: [12] });
  const other = rootOf([]).toString('base64');
  await assertVerdict('TAMPERED', closed(changedLine(lines, 1, { entry: PLAIN[8].toString().replace('"number":7', '"number":8') })));
  await assertVerdict('TAMPERED', closed(changedLine(lines, 5, { leaf: other })));
  await assertVerdict('TAMPERED', closed(changedLine(lines, 0, { left: [other] })));
  await assertVerdict('TAMPERED', closed(changedLine(lines, 3, { proof: lines[4].proof })));
  await assertVerdict('ILL_FORMED', closed(changedLine(lines, 0, { left: [] })));
  await assertVerdict('TRUNCATED', closed(changedLine(lines, 3, { index: 11 })));
  await assertVerdict('TAMPERED', closed(changedLine(lines, 3, { index: 9 })));
  await assertVerdict('ILL_FORMED', closed(changedLine(lines, 3, { context: true })));
});

test('a head that is none, of another format or with other members is ill-formed', async () => {
  for (const head of [{ format: 'portcullis-export/2' }, { more: 1 }, { from: 9 }, { journal: 'other' }, { left: 'x' }, { checkpoint: 'x' }]) {
    await assertVerdict('ILL_FORMED', exported(PLAIN, { to: 8, head }));
  }
  await assertVerdict('ILL_FORMED', Buffer.from('{}\n'));
  await assertVerdict('TRUNCATED', Buffer.alloc(0));
  await assertVerdict('ILL_FORMED', Buffer.from('\u0000\n'));
});

test('the last line counts and digests what stands before it', async () => {
  const lines = linesOf(PLAIN, { from: 8, to: 20, withheld: [12] });
  await assertVerdict('TAMPERED', closed(lines, { shown: 99 }));
  await assertVerdict('TAMPERED', closed(lines, { digest: digest('other') }));
  await assertVerdict('ILL_FORMED', closed(lines, { more: 1 }));
  await assertVerdict('ILL_FORMED', Buffer.concat([closed(lines), Buffer.from('{}\n')]));
});

test('an export continues the one before it', async () => {
  const leaves = PLAIN.map(leafHash);
  const previous = (size, proofOf = leaves) => ({
    checkpoint: note(KEY, size, rootOf(leaves.slice(0, size))),
    proof: base64(consistency(size, proofOf)),
  });
  for (const size of [1, 5, 16, 41, 42]) {
    await assertVerdict('VALID', exported(PLAIN, { from: 20, head: { previous: previous(size) } }));
  }
  const forked = { ...previous(16), checkpoint: note(KEY, 16, rootOf(leaves.slice(1, 17))) };
  await assertVerdict('FORKED', exported(PLAIN, { from: 20, head: { previous: forked } }));
  await assertVerdict('ILL_FORMED', exported(PLAIN, { head: { previous: {} } }));
});

test('an earlier checkpoint is compared where the export knows the tree at its size, and missed elsewhere', async () => {
  const leaves = PLAIN.map(leafHash);
  const of = (size, from = 0) => Buffer.from(note(KEY, size, rootOf(leaves.slice(from, from + size))));
  const range = exported(PLAIN, { from: 8, to: 20 });
  for (const size of [8, 9, 15, 20, 24, 32, 42]) {
    await assertVerdict('VALID', range, { key: KEY.line, earlier: [of(size)] });
  }
  await assertVerdict('FORKED', range, { key: KEY.line, earlier: [of(15, 1)] });
  await assertVerdict('FORKED', exported(PLAIN), { key: KEY.line, earlier: [Buffer.from(note(KEY, 42, rootOf(leaves.slice(1))))] });
  await assertVerdict('TRUNCATED', range, { key: KEY.line, earlier: [of(5)] });
  await assertVerdict('TRUNCATED', exported(PLAIN.slice(0, 20)), { key: KEY.line, earlier: [of(21)] });
  await assertVerdict('VALID', range, { key: KEY.line, earlier: [exported(PLAIN.slice(0, 12))] });
});

const timed = entriesOf(KEY, ['07:57', '07:58', '07:59', '08:00'].map((time, index) => ({ ...reported(index), time: `2022-05-02T${time}:00.000000000Z` })));
const period = (from, to) => ({ scope: { kind: 'period', ...(from ? { from: `2022-05-02T${from}Z` } : {}), ...(to ? { to: `2022-05-02T${to}Z` } : {}) } });

test('an export of everything withholds nothing', async () => {
  await assertVerdict('TRUNCATED', exported(PLAIN, { withheld: [4], head: { scope: { kind: 'all' } } }));
  await assertVerdict('TRUNCATED', exported(PLAIN, { to: 41, head: { scope: { kind: 'all' } } }));
  await assertVerdict('ILL_FORMED', exported(PLAIN, { head: { scope: { kind: 'some' } } }));
});

test('a period is shown to be whole by its neighbours', async () => {
  const range = { from: 2, to: 4, context: [1, 4] };
  await assertVerdict('VALID', exported(timed, { ...range, head: period('07:57:01.000000001', '07:59:59') }));
  await assertVerdict('VALID', exported(timed, { head: period() }));
  await assertVerdict('TRUNCATED', exported(timed, { ...range, head: period('07:57:00', '07:59:00') }));
  await assertVerdict('TRUNCATED', exported(timed, { ...range, head: period('07:57:30', '07:59:59.000000001') }));
  await assertVerdict('TRUNCATED', exported(timed, { ...range, context: [1], head: period('07:57:30', '07:59:00') }));
  await assertVerdict('TRUNCATED', exported(timed, { ...range, withheld: [3], head: period('07:57:30', '07:59:00') }));
  await assertVerdict('ILL_FORMED', exported(timed, { ...range, head: { scope: { kind: 'period', from: 'then' } } }));
});

test('the words of witnesses on an export are too few, broken or too old', async () => {
  const policy = `witness w ${WITNESS.line}\nquorum w`;
  const time = 1_651_480_000;
  const checkpoint = note(KEY, PLAIN.length, rootOf(PLAIN.map(leafHash)));
  const of = (line) => exported(PLAIN, { from: 4, to: 9, head: { checkpoint: checkpoint + line } });
  const good = of(cosignature(WITNESS, checkpoint, time));
  await assertVerdict('UNWITNESSED', of(cosignature(noteKey('other.example', 4), checkpoint, time)), { key: KEY.line, policy });
  await assertVerdict('TAMPERED', of(cosignature(WITNESS, checkpoint.replace('\n42\n', '\n41\n'), time)), { key: KEY.line, policy });
  const terms = { key: KEY.line, policy, maxAge: 'PT1H' };
  await assertVerdict('VALID', good, { ...terms, at: verifier.instantOfSeconds(time + 3_600) });
  await assertVerdict('STALE', good, { ...terms, at: verifier.instantOfSeconds(time + 3_601) });
  await assertVerdict('STALE', exported(PLAIN), { key: KEY.line, maxAge: 'PT1H', at: verifier.instantOfSeconds(time) });
});

test('a release token of an export is signed as it says, used once and in its time', async () => {
  const of = (changes) => exported(entriesOf(KEY, dayWith(changes)));
  const burned = happened('token.burned', { lines: '0-1046', submission: 'S-1', token: 'T-1' });
  await assertVerdict('BAD_APPROVAL', of({ '> burned': burned }), undefined, /second time/);
  await assertVerdict('BAD_APPROVAL', of({ burned: { ...burned, time: '2022-05-02T07:57:00.000000001Z' } }), undefined, /after its time/);
  await assertVerdict('BAD_APPROVAL', of({ token: issued({}, { signed: { lines: '0-9999' } }) }), undefined, /not the one that the entry says/);
  const at = [...day().keys()].indexOf('token') + 1;
  await assertVerdict('BAD_APPROVAL', exported(DAY, { withheld: [at] }), undefined, /not issued before/);
});

test('the checkpoint of an export carries the words of witnesses', async () => {
  const policy = `witness w ${WITNESS.line}\nquorum w`;
  const checkpoint = note(KEY, PLAIN.length, rootOf(PLAIN.map(leafHash)));
  const cosigned = checkpoint + cosignature(WITNESS, checkpoint, 1_651_480_000);
  await assertVerdict('UNWITNESSED', exported(PLAIN), { key: KEY.line, policy });
  const bytes = exported(PLAIN, { from: 4, to: 9, head: { checkpoint: cosigned } });
  const { wanted } = await assertVerdict('VALID', bytes, { key: KEY.line, policy, entry: 5 });
  assert.equal(wanted.witnessedSince, 1_651_480_000);
});

// ---- one entry with its proof

function proofOf(index, entries = PLAIN, key = KEY) {
  const leaves = entries.map(leafHash);
  const path = pathOf(index, leaves).map((hash) => `${hash.toString('base64')}\n`);
  return Buffer.from(`c2sp.org/tlog-proof@v1\nindex ${index}\n${path.join('')}\n${note(key, leaves.length, rootOf(leaves))}`);
}

async function assertProof(expected, entry, proof, given = { key: KEY.line }) {
  const verdict = await verifier.verifyProof(entry, proof, given);
  assert.equal(verdict.outcome, expected, verdict.sentence);
}

test('every entry is proved by its own proof and by no other', async () => {
  for (let index = 0; index < PLAIN.length; index++) {
    await assertProof('VALID', PLAIN[index], proofOf(index));
    await assertProof('TAMPERED', PLAIN[(index + 1) % PLAIN.length], proofOf(index));
  }
});

test('a proof needs a trusted key, and that of its journal', async () => {
  await assert.rejects(verifier.verifyProof(PLAIN[3], proofOf(3), {}), verifier.Unreadable);
  await assertProof('UNTRUSTED_KEY', PLAIN[3], proofOf(3), { key: noteKey('example.org/other').line });
  await assertProof('UNTRUSTED_KEY', PLAIN[3], proofOf(3, PLAIN, noteKey(NAME, 1, 'other')));
  await assertProof('VALID', PLAIN[3], proofOf(3), { policy: `log ${KEY.line}\nquorum none` });
});

test('a proof that is none is ill-formed', async () => {
  const text = proofOf(3).toString();
  for (const other of ['', text.replace('@v1', '@v2'), text.replace('index 3', 'index 03'), text.slice(0, -1), `${text}\n`]) {
    await assertProof('ILL_FORMED', PLAIN[3], Buffer.from(other));
  }
  await assertProof('TAMPERED', PLAIN[3], Buffer.from(text.replace('index 3', 'index 2')));
});

test('no flipped bit of a proof goes unseen', async () => {
  const bytes = proofOf(3);
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes);
    changed[at] ^= 1 << (at % 8);
    const verdict = await verifier.verifyProof(PLAIN[3], changed, { key: KEY.line });
    assert.notEqual(verdict.outcome, 'VALID', `byte ${at}`);
  }
});

test('an entry that relabels itself is not the one that its proof says', async () => {
  const relabelled = entriesOf(KEY, [{ ...reported(1), seq: 5 }]);
  await assertProof('TAMPERED', relabelled[1], proofOf(1, relabelled));
});

'use strict';

const assert = require('node:assert/strict');
const path = require('node:path');
const test = require('node:test');

const { GOLDEN, filesIn, verifier } = require('./page.js');
const { cosignature, entriesOf, journalOf, leafHash, note, noteKey, rootOf } = require('./writing.js');
const { day, happened, enrolled, hold, vote } = require('./people.js');

const MONTHS = ['2022-05', '2022-06', '2022-07'];
const KEYS = MONTHS.map((month) => noteKey(`example.org/desk/${month}`));
const start = (month) => `${month}-02T07:56:00.000000000Z`;
const reported = (number) => happened('work.reported', { number });

/** A series of shards; `spoil` may change the happenings, the genesis and the files of each. */
function series(spoil = {}, count = MONTHS.length) {
  const all = new Map();
  let before;
  const shards = [];
  for (let i = 0; i < count; i++) {
    const key = (spoil.keys ?? KEYS)[i];
    const list = [reported(1), reported(2)];
    if (i + 1 < count) {
      list.push(happened('journal.continued', { key: (spoil.keys ?? KEYS)[i + 1].line }));
    }
    const opened = before ? { previous: { checkpoint: before.checkpoint, key: before.key.line } } : {};
    const happened2 = spoil.list?.(i, list) ?? list;
    const entries = entriesOf(key, happened2, { opened: spoil.opened?.(i, opened) ?? opened, start: spoil.start?.(i) ?? start(MONTHS[i]) });
    const files = journalOf(key, entries);
    before = { checkpoint: note(key, entries.length, rootOf(entries.map(leafHash))), key };
    files.forEach((bytes, name) => all.set(`${MONTHS[i]}/${name}`, bytes));
    shards.push({ entries, files, checkpoint: before.checkpoint });
  }
  return { files: all, shards };
}

const trusting = (index) => ({ key: KEYS[index].line });

async function assertVerdict(expected, files, given = trusting(0), reason = undefined) {
  const verdict = await verifier.verifyJournal(files, given);
  assert.equal(verdict.outcome, expected, verdict.sentence);
  if (reason) {
    assert.match(verdict.sentence, reason);
  }
  return verdict;
}

test('a series is valid under the key of any of its shards', async () => {
  const { files } = series();
  for (const index of [0, 1, 2]) {
    const verdict = await assertVerdict('VALID', files, trusting(index));
    assert.equal(verdict.counts.entries, 11);
    assert.equal(verdict.journals.length, 3);
  }
  await assertVerdict('UNTRUSTED_KEY', files, { key: noteKey('example.org/other/2022-05').line });
});

const without = (files, month) => new Map([...files].filter(([name]) => !name.startsWith(month)));

test('a missing shard shows: the first, one between, and the last', async () => {
  const { files } = series();
  await assertVerdict('TRUNCATED', without(files, '2022-05'), trusting(1), /continues is missing/);
  await assertVerdict('TRUNCATED', without(files, '2022-06'), trusting(0), /2022-06` is missing/);
  await assertVerdict('TRUNCATED', without(files, '2022-07'), trusting(0), /2022-07` that continues this one is missing/);
});

test('a shard that was not continued has nothing behind it', async () => {
  const list = (i, happenings) => (i === 0 ? happenings.slice(0, 2) : happenings);
  await assertVerdict('TRUNCATED', series({ list }).files, trusting(0), /does not end with/);
});

test('nothing stands behind the end of a shard', async () => {
  const list = (i, happenings) => (i === 0 ? [...happenings, reported(3)] : happenings);
  await assertVerdict('TAMPERED', series({ list }).files, trusting(0), /behind `journal.continued`/);
});

test('a genesis that names another checkpoint or key is a fork', async () => {
  const other = note(KEYS[0], 1, rootOf([]));
  const named = (change) => (i, opened) => (i === 1 ? { previous: { ...opened.previous, ...change } } : opened);
  await assertVerdict('FORKED', series({ opened: named({ checkpoint: other }) }).files);
  await assertVerdict('FORKED', series({ opened: named({ key: KEYS[2].line }) }).files);
  await assertVerdict('FORKED', series({ opened: (i, opened) => (i === 1 ? {} : opened) }).files);
});

test('a shard whose name is not its month shows', async () => {
  const keys = [KEYS[0], noteKey('example.org/desk/2022-08'), KEYS[2]];
  await assertVerdict('TAMPERED', series({ keys }).files, trusting(0), /calls itself/);
});

test('times go on from shard to shard', async () => {
  const back = (i) => (i === 1 ? '2022-05-02T07:55:58.000000000Z' : start(MONTHS[i]));
  await assertVerdict('TAMPERED', series({ start: back }).files, trusting(0), /before/);
});

test('people, holds and votes go on from shard to shard', async () => {
  const lasting = hold({ notAfter: '2022-06-30T00:00:00Z' });
  const list = (i, happenings) => {
    if (i === 0) {
      const early = [...day(lasting)].filter(([name]) => ['alice', 'bob', 'decision', 'hold', 'quorum'].includes(name));
      return [...early.map(([, entry]) => entry), happenings.at(-1)];
    }
    const late = [...day(lasting)].filter(([name]) => ['alice votes', 'bob votes', 'release'].includes(name));
    return i === 1 ? [...late.map(([, entry]) => entry), happenings.at(-1)] : happenings;
  };
  const verdict = await assertVerdict('VALID', series({ list }).files);
  assert.equal(verdict.counts.votes, 2);
  assert.equal(verifier.approval(verdict.people, 'H-1').phase, 'released');
  const twice = (i, happenings) => (i === 1 ? [vote('alice', lasting), happenings.at(-1)] : i === 0 ? [...list(0, happenings).slice(0, -1), vote('alice', lasting), happenings.at(-1)] : happenings);
  await assertVerdict('BAD_APPROVAL', series({ list: twice }).files, trusting(0), /counted before/);
  const unconfirmed = (i, happenings) => (i === 0 ? [enrolled('alice'), happenings.at(-1)] : i === 1 ? [enrolled('bob'), happenings.at(-1)] : happenings);
  await assertVerdict('BAD_APPROVAL', series({ list: unconfirmed }).files, trusting(0), /not confirmed/);
});

test('an earlier checkpoint holds its own shard, and misses one that is gone', async () => {
  const { files, shards } = series();
  const earlier = [shards[1].checkpoint, shards[2].checkpoint].map((text) => Buffer.from(text));
  await assertVerdict('VALID', files, { ...trusting(0), earlier });
  const cut = series({}, 2);
  await assertVerdict('TRUNCATED', cut.files, { ...trusting(0), earlier: [earlier[1]] }, /no shard of this series/);
});

test('each shard needs its witnesses', async () => {
  const witness = noteKey('w.example', 4);
  const policy = `witness w ${witness.line}\nquorum w`;
  const { files, shards } = series();
  await assertVerdict('UNWITNESSED', files, { ...trusting(0), policy });
  shards.forEach(({ checkpoint }, index) => {
    const name = `${MONTHS[index]}/checkpoint`;
    files.set(name, Buffer.from(checkpoint + cosignature(witness, checkpoint, 1_651_480_000 + index)));
  });
  const verdict = await assertVerdict('VALID', files, { ...trusting(0), policy });
  assert.deepEqual(verdict.journals.map((journal) => journal.vouched[0].since), [1_651_480_000, 1_651_480_001, 1_651_480_002]);
});

test('an entry of a shard can be looked at', async () => {
  const { wanted } = await verifier.verifyJournal(series().files, { ...trusting(0), entry: 1, shard: '2022-06' });
  assert.equal(wanted.journal, 'example.org/desk/2022-06');
  assert.equal(wanted.entry.index, 1);
});

// ---- what the writer wrote: a series of three months that it is held to byte for byte

const written = () => filesIn(path.join(GOLDEN, '../series'));
const swapped = (files, one, other) => new Map([...files].map(([name, bytes]) => {
  const month = name.slice(0, one.length);
  return [({ [one]: other, [other]: one }[month] ?? month) + name.slice(one.length), bytes];
}));

test('a series that the writer wrote is valid under the key of each shard', async () => {
  for (const month of MONTHS) {
    const key = Buffer.from(written().get(`${month}/journal.vkey`)).toString().trim();
    const verdict = await assertVerdict('VALID', written(), { key });
    assert.equal(verdict.counts.entries, 15);
    assert.equal(verdict.counts.votes, 2);
  }
});

test('a series that the writer wrote and somebody took apart is not valid', async () => {
  for (const month of MONTHS) {
    await assertVerdict('TRUNCATED', without(written(), month), {});
  }
  await assertVerdict('TAMPERED', swapped(written(), MONTHS[0], MONTHS[1]), {}, /calls itself/);
  await assertVerdict('TAMPERED', swapped(written(), MONTHS[1], MONTHS[2]), {}, /calls itself/);
});

test('a shard that begins in another month shows; only the first may', async () => {
  const early = (i) => (i === 0 ? '2022-04-30T23:59:59.000000000Z' : start(MONTHS[i]));
  await assertVerdict('VALID', series({ start: early }).files);
  const late = (i) => (i === 1 ? '2022-07-01T00:00:00.000000000Z' : start(MONTHS[i]));
  await assertVerdict('TAMPERED', series({ start: late }).files, trusting(0), /in another month/);
});

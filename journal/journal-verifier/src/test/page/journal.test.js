'use strict';

const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const test = require('node:test');

const { GOLDEN, MODULE, filesIn, verifier } = require('./page.js');
const {
  NAME,
  canonical,
  cosignature,
  digest,
  entriesOf,
  frame,
  framesOf,
  journalOf,
  leafHash,
  note,
  noteKey,
  published,
  rootOf,
  segmentHead,
  tileName,
  zip,
} = require('./writing.js');

const KEY = noteKey(NAME);
const SEGMENT = 'segments/0000000000000000.seg';
const golden = () => filesIn(GOLDEN);
const goldenKey = Buffer.from(golden().get('journal.vkey')).toString();

const verify = (files, given = { key: KEY.line }) => verifier.verifyJournal(files, given);

async function assertVerdict(expected, files, given) {
  const verdict = await verify(files, given);
  assert.equal(verdict.outcome, expected, verdict.sentence);
  return verdict;
}

const said = (type, body = {}, others = {}) => ({ type, body, ...others });
const plain = (count) => Array.from({ length: count }, (none, index) => said('work.reported', { number: index }));
const journal = (happened, options) => journalOf(KEY, entriesOf(KEY, happened, options));

test('the golden journal is valid', async () => {
  const verdict = await assertVerdict('VALID', golden(), { key: goldenKey });
  assert.equal(verdict.counts.entries, 12);
  assert.equal(verdict.counts.votes, 2);
  assert.equal(verdict.trustedKey, true);
});

test('without a key the verdict says that origin is not shown', async () => {
  const verdict = await assertVerdict('VALID', golden(), {});
  assert.equal(verdict.trustedKey, false);
  assert.match(verdict.notes.join('\n'), /integrity, not origin/);
});

test('another key than the trusted one is told apart', async () => {
  await assertVerdict('UNTRUSTED_KEY', golden(), { key: KEY.line });
});

test('what is not a key, a policy, a checkpoint or a folder of a journal is no verdict', async () => {
  await assert.rejects(verify(golden(), { key: 'nobody' }), verifier.Unreadable);
  await assert.rejects(verify(golden(), { policy: 'log x' }), verifier.Unreadable);
  await assert.rejects(verify(golden(), { earlier: [Buffer.from('x')] }), verifier.Unreadable);
  await assert.rejects(verify(new Map([['a/b', Buffer.alloc(0)]])), verifier.Unreadable);
  await assert.rejects(verify(new Map()), verifier.Unreadable);
});

test('every single byte of the golden journal counts', async () => {
  for (const [name, bytes] of golden()) {
    for (let at = 0; at < bytes.length; at += name === SEGMENT ? 7 : 1) {
      const files = golden();
      const changed = Uint8Array.from(bytes);
      changed[at] ^= 1 << (at % 8);
      files.set(name, changed);
      const verdict = await verify(files, { key: goldenKey });
      assert.notEqual(verdict.outcome, 'VALID', `${name} at byte ${at}`);
    }
  }
});

test('every cut of the golden journal shows', async () => {
  for (const [name, bytes] of golden()) {
    for (let length = 0; length < bytes.length; length += name === SEGMENT ? 11 : 1) {
      const verdict = await verify(golden().set(name, bytes.slice(0, length)), { key: goldenKey });
      assert.notEqual(verdict.outcome, 'VALID', `${name} cut to ${length} bytes`);
    }
  }
});

test('a missing file shows', async () => {
  for (const name of golden().keys()) {
    const files = golden();
    files.delete(name);
    if (name === 'journal.lock') {
      await assertVerdict('VALID', files, { key: goldenKey });
    } else {
      await assertVerdict('TRUNCATED', files, { key: goldenKey });
    }
  }
});

test('a flipped bit in an entry names the entry, the file and the offset', async () => {
  const files = golden();
  const { at } = framesOf(files.get(SEGMENT)).filter((each) => each.type === 1)[5];
  files.get(SEGMENT)[at + 40] ^= 1;
  const verdict = await assertVerdict('TAMPERED', files, { key: goldenKey });
  assert.deepEqual([verdict.entry, verdict.file, verdict.offset], [5, SEGMENT, at]);
});

test('an entry that was changed with its checksum does not match what was signed', async () => {
  const files = golden();
  const frames = framesOf(files.get(SEGMENT));
  const entries = frames.filter((each) => each.type === 1).map((each) => each.payload);
  const changed = Buffer.from(entries[11].toString().replace('"0-1046"', '"0-9999"'));
  const cut = frames.filter((each) => each.type === 1)[11].at;
  const rest = frames.filter((each) => each.at > cut).map((each) => frame(each.type, each.payload));
  files.set(SEGMENT, Buffer.concat([files.get(SEGMENT).subarray(0, cut), frame(1, changed), ...rest]));
  const verdict = await verify(files, { key: goldenKey });
  assert.ok(['TAMPERED', 'BAD_APPROVAL'].includes(verdict.outcome), verdict.sentence);
});

test('a relabelled sequence number shows, even signed by the holder of the key', async () => {
  const verdict = await assertVerdict('TAMPERED', journal([...plain(2), said('work.reported', {}, { seq: 7 })]));
  assert.equal(verdict.entry, 3);
});

test('an entry that does not follow the one before it shows', async () => {
  await assertVerdict('TAMPERED', journal([...plain(2), said('work.reported', {}, { prev: digest('other') })]));
});

test('an entry that was taken out shows, with the tree rebuilt and all signed anew', async () => {
  const entries = entriesOf(KEY, plain(5));
  entries.splice(3, 1);
  await assertVerdict('TAMPERED', journalOf(KEY, entries));
});

test('a tail that was dropped and signed anew shows beside an earlier checkpoint', async () => {
  const entries = entriesOf(KEY, plain(5));
  const earlier = [journalOf(KEY, entries).get('checkpoint')];
  const cut = journalOf(KEY, entries.slice(0, 4));
  await assertVerdict('VALID', cut);
  await assertVerdict('TRUNCATED', cut, { key: KEY.line, earlier });
});

test('a checkpoint that was rolled back shows, with the entries behind it and without', async () => {
  const entries = entriesOf(KEY, plain(5));
  const now = journalOf(KEY, entries);
  const before = journalOf(KEY, entries.slice(0, 3));
  const earlier = [now.get('checkpoint')];
  const behind = new Map([...before, ...now]).set('checkpoint', before.get('checkpoint'));
  await assertVerdict('UNSEALED', behind);
  await assertVerdict('TRUNCATED', before, { key: KEY.line, earlier });
  behind.delete('tile/0/000.p/3');
  await assertVerdict('TRUNCATED', behind);
});

test('a view that was split shows to whoever has the checkpoint of the other one', async () => {
  const one = journal([...plain(3), said('work.reported', { told: 'one' })]);
  const other = journal([...plain(3), said('work.reported', { told: 'other' })]);
  await assertVerdict('VALID', one);
  await assertVerdict('VALID', other);
  await assertVerdict('FORKED', one, { key: KEY.line, earlier: [other.get('checkpoint')] });
});

test('a checkpoint over other entries is a fork', async () => {
  const files = journal(plain(3));
  files.set('checkpoint', journal([...plain(2), said('work.reported', { told: 'other' })]).get('checkpoint'));
  await assertVerdict('FORKED', files);
});

test('a first entry that is not the genesis shows', async () => {
  const [, ...others] = entriesOf(KEY, plain(3));
  await assertVerdict('TAMPERED', journalOf(KEY, others));
  const first = JSON.parse(others[0].toString());
  const relabelled = Buffer.from(canonical({ ...first, seq: 0, prev: `sha256:${'0'.repeat(64)}` }));
  await assertVerdict('TAMPERED', journalOf(KEY, [relabelled]));
});

test('a second genesis shows', async () => {
  const genesis = said('journal.opened', { format: 'portcullis-journal/1', key: KEY.line });
  await assertVerdict('TAMPERED', journal([...plain(1), genesis]));
});

test('a future format is ill-formed', async () => {
  await assertVerdict('ILL_FORMED', journal([], { opened: { format: 'portcullis-journal/2' } }));
});

test('a back-dated entry shows, and one within a second does not', async () => {
  const at = (time) => said('work.reported', {}, { time });
  const late = '2022-05-02T08:00:00.000000000Z';
  await assertVerdict('VALID', journal([at(late), at('2022-05-02T07:59:59.000000000Z')]));
  const verdict = await assertVerdict('TAMPERED', journal([at(late), at('2022-05-02T07:59:58.999999999Z')]));
  assert.equal(verdict.entry, 2);
  await assertVerdict('TAMPERED', journal([at(late), at('2022-05-02T07:59:59.000000000Z'), at('2022-05-02T07:59:58.500000000Z')]));
});

test('a time that is none is ill-formed', async () => {
  for (const time of ['2022-05-02T08:00:00Z', '2022-02-30T08:00:00.000000000Z', '2022-05-02T24:00:00.000000000Z', '2022-05-02T08:00:60.000000000Z', 'now']) {
    await assertVerdict('ILL_FORMED', journal([said('work.reported', {}, { time })]));
  }
});

test('an entry with an unknown, a missing or a wrong member of its envelope is ill-formed', async () => {
  for (const others of [{ more: 1 }, { pack: undefined }, { v: 2 }, { type: 'Work' }, { type: 'a..b' }, { correlation: 1 }, { seq: '1' }, { body: [] }]) {
    await assertVerdict('ILL_FORMED', journal([said('work.reported', {}, others)]));
  }
});

test('an entry that names another writer shows', async () => {
  await assertVerdict('TAMPERED', journal([said('work.reported', {}, { writer: 'example.org/other' })]));
});

const SPOILT = {
  'duplicate keys': (text) => text.replace('{"body":{', '{"body":{"a":1,"a":1,').replace(',}', '}'),
  'a lone surrogate': (text) => text.replace('"number":0', '"number":"\\ud800"'),
  'a noncharacter': (text) => text.replace('"number":0', '"number":"\ufffe"'),
  'white space': (text) => text.replace('"number":0', '"number": 0'),
  'a fraction': (text) => text.replace('"number":0', '"number":0.5'),
  'a null': (text) => text.replace('"number":0', '"number":null'),
  'nesting too deep': (text) => text.replace('"number":0', `"number":${'['.repeat(7)}${']'.repeat(7)}`),
  'a line feed behind it': (text) => `${text}\n`,
  'over 60,000 bytes': (text) => text.replace('"number":0', `"number":"${'x'.repeat(60_000)}"`),
};

for (const [name, raw] of Object.entries(SPOILT)) {
  test(`an entry with ${name} is ill-formed or refused, whoever signed it`, async () => {
    const files = journal([{ ...plain(1)[0], raw }]);
    const verdict = await verify(files);
    assert.equal(verdict.outcome, name === 'over 60,000 bytes' ? 'TAMPERED' : 'ILL_FORMED', verdict.sentence);
    assert.equal(verdict.entry, 1);
  });
}

test('a swapped key shows: in the genesis, in the key file and in the checkpoint', async () => {
  const other = noteKey(NAME, 1, 'somebody else');
  await assertVerdict('UNTRUSTED_KEY', journalOf(other, entriesOf(other, plain(2))));
  await assertVerdict('TAMPERED', journal(plain(2)).set('journal.vkey', Buffer.from(`${other.line}\n`)));
  const entries = entriesOf(KEY, plain(2));
  await assertVerdict('UNTRUSTED_KEY', journalOf(KEY, entries).set('checkpoint', journalOf(other, entries).get('checkpoint')));
});

test('a root that another key signed shows', async () => {
  const entries = entriesOf(KEY, plain(1));
  const other = noteKey(NAME, 1, 'somebody else');
  const files = journalOf(KEY, entries);
  const root = frame(2, Buffer.from(note(other, 2, rootOf(entries.map(leafHash)))));
  files.set(SEGMENT, Buffer.concat([segmentHead(0), ...entries.map((entry) => frame(1, entry)), root]));
  await assertVerdict('UNTRUSTED_KEY', files);
});

test('a signature that does not hold is found although later things are refused at once', async () => {
  const files = journal(plain(3));
  const segment = Buffer.from(files.get(SEGMENT));
  const [, root] = framesOf(segment);
  const text = root.payload.toString();
  const last = text.trimEnd().at(-3);
  const spoilt = Buffer.from(text.slice(0, -4) + (last === 'A' ? 'B' : 'A') + text.slice(-3));
  const rest = segment.subarray(root.at + 9 + root.payload.length);
  rest[rest.length - 5] ^= 1;
  files.set(SEGMENT, Buffer.concat([segment.subarray(0, root.at), frame(2, spoilt), rest]));
  const verdict = await assertVerdict('TAMPERED', files);
  assert.equal(verdict.offset, root.at);
});

test('entries behind the last signed root are missing their signature', async () => {
  const entries = entriesOf(KEY, plain(4));
  const files = journalOf(KEY, entries, { batches: [1, 3] });
  files.set('checkpoint', Buffer.from(note(KEY, 3, rootOf(entries.slice(0, 3).map(leafHash)))));
  await assertVerdict('TRUNCATED', files);
});

test('zeros behind the last frame are those of a journal that is open', async () => {
  const files = journal(plain(3));
  const padded = Buffer.concat([files.get(SEGMENT), Buffer.alloc(100)]);
  await assertVerdict('UNSEALED', new Map(files).set(SEGMENT, padded));
  padded[padded.length - 1] = 1;
  await assertVerdict('TAMPERED', new Map(files).set(SEGMENT, padded));
});

test('a journal of several segments holds, and misses one that is gone', async () => {
  const files = journalOf(KEY, entriesOf(KEY, plain(9)), { batches: [1, 4, 10], segments: [0, 4] });
  await assertVerdict('VALID', files);
  files.delete(SEGMENT);
  await assertVerdict('TRUNCATED', files);
});

test('a file below `segments` or `tile` that is none of theirs is ill-formed', async () => {
  await assertVerdict('ILL_FORMED', journal(plain(2)).set('segments/other', Buffer.alloc(0)));
  await assertVerdict('ILL_FORMED', journal(plain(2)).set('tile/0/001', Buffer.alloc(0)));
  await assertVerdict('ILL_FORMED', journal(plain(2)).set('tile/0/000.p/4', Buffer.alloc(0)));
  await assertVerdict('VALID', journal(plain(2)).set('notes.txt', Buffer.alloc(0)));
});

test('an earlier checkpoint holds where the journal grew from it', async () => {
  const entries = entriesOf(KEY, plain(5));
  const earlier = [2, 4].map((size) => journalOf(KEY, entries.slice(0, size)).get('checkpoint'));
  await assertVerdict('VALID', journalOf(KEY, entries), { key: KEY.line, earlier });
});

// ---- tiles, bundles and packs

const many = entriesOf(KEY, plain(699));
const ofMany = () => journalOf(KEY, many, { batches: [1, 300, 700] });

test('whole and partial tiles and bundles hold', async () => {
  const verdict = await assertVerdict('VALID', ofMany());
  assert.equal(verdict.counts.publishedFiles, 7);
});

test('an altered tile or bundle names the entry it is about', async () => {
  for (const [name, at, entry] of [['tile/0/001', 64, 258], ['tile/1/000.p/2', 32, 256], ['tile/entries/000', 0, 0], ['tile/entries/002.p/188', 1, 512]]) {
    const files = ofMany();
    const bytes = Buffer.from(files.get(name));
    bytes[at] ^= 1;
    const verdict = await assertVerdict('TAMPERED', files.set(name, bytes));
    assert.deepEqual([verdict.file, verdict.offset, verdict.entry], [name, at, entry]);
  }
});

test('a missing tile or bundle shows', async () => {
  for (const name of [...ofMany().keys()].filter((each) => each.startsWith('tile/'))) {
    const files = ofMany();
    files.delete(name);
    await assertVerdict('TRUNCATED', files);
  }
});

test('partial tiles of earlier publications are examined too', async () => {
  const early = published(many.slice(0, 300));
  const files = ofMany();
  early.forEach((bytes, name) => files.set(name, bytes));
  await assertVerdict('VALID', files);
  files.set('tile/0/001.p/44', Buffer.alloc(44 * 32));
  await assertVerdict('TAMPERED', files);
});

let packed;

/** A journal of 65,800 entries whose first 65,536 are in a pack. */
function withPack() {
  if (!packed) {
    const entries = entriesOf(KEY, plain(65_799));
    const files = journalOf(KEY, entries, { batches: [1, 65_800] });
    const inside = new Map();
    for (const [name, bytes] of files) {
      if (/^tile\/(0|1|entries)\/[0-9]{3}$/.test(name) && (name === 'tile/1/000' || Number(name.slice(-3)) < 256)) {
        inside.set(name, bytes);
        files.delete(name);
      }
    }
    packed = { files, inside };
  }
  return { files: new Map(packed.files), inside: new Map(packed.inside) };
}

const PACK = `${tileName('packs', 0)}.zip`;

test('a pack stands for the files in it', async () => {
  const { files, inside } = withPack();
  assert.equal(inside.size, 513);
  const verdict = await assertVerdict('VALID', new Map(files).set(PACK, zip(inside)));
  assert.equal(verdict.counts.entries, 65_800);
  await assertVerdict('TRUNCATED', files);
  await assertVerdict('VALID', new Map([...files, ...inside]).set(PACK, zip(inside)));
});

test('a pack that is not whole, has other files or altered bytes shows', async () => {
  const { files, inside } = withPack();
  const whole = zip(inside);
  const verdict = (bytes) => assertVerdict('TAMPERED', new Map(files).set(PACK, bytes));
  await verdict(whole.subarray(0, whole.length / 2));
  await verdict(whole.subarray(0, whole.length - 1));
  await verdict(Buffer.concat([whole, Buffer.alloc(1)]));
  await verdict(zip(new Map(inside).set('tile/0/256', Buffer.alloc(32))));
  await verdict(zip(new Map([...inside].slice(1))));
  for (const at of [6, 40, whole.length - 1, whole.length - 40]) {
    const altered = Buffer.from(whole);
    altered[at] ^= 1;
    assert.equal((await verdict(altered)).offset, at);
  }
});

test('a pack before its entries are all there belongs to nothing', async () => {
  const files = ofMany();
  await assertVerdict('TAMPERED', new Map(files).set(PACK, Buffer.from('no zip at all')));
  await assertVerdict('ILL_FORMED', journal(plain(5)).set(PACK, Buffer.alloc(0)));
  await assertVerdict('ILL_FORMED', new Map(files).set(`${tileName('packs', 1)}.zip`, Buffer.alloc(0)));
});

// ---- anchors and witnesses

const WITNESSES = ['w1.example', 'w2.example', 'w3.example'].map((name) => noteKey(name, 4));
const POLICY = [
  ...WITNESSES.map((witness, index) => `witness w${index + 1} ${witness.line}`),
  'group two 2 w1 w2 w3',
  'quorum two',
].join('\n');
const TIME = 1_651_480_000;

/** A journal with an anchor over its first entries, cosigned by some witnesses at some times. */
function anchored(size, times, { count = 5 } = {}) {
  const entries = entriesOf(KEY, plain(count));
  const files = journalOf(KEY, entries);
  const root = note(KEY, size, rootOf(entries.slice(0, size).map(leafHash)));
  const folder = `anchors/${String(size).padStart(16, '0')}`;
  const lines = Object.entries(times).map(([index, time]) => cosignature(WITNESSES[index], root, time));
  files.set(`${folder}/root`, Buffer.from(root));
  files.set(`${folder}/witnessed`, Buffer.from(root + lines.join('')));
  return { files, folder, root };
}

const underPolicy = { key: KEY.line, policy: POLICY };

test('enough witnesses over the whole journal make it witnessed, from the time on when they were enough', async () => {
  const { files } = anchored(6, { 0: TIME + 5, 1: TIME, 2: TIME + 9 });
  const verdict = await assertVerdict('VALID', files, underPolicy);
  assert.deepEqual(verdict.journals[0].vouched, [{ size: 6, since: TIME + 5 }]);
});

test('cosignatures may stand in `checkpoint`, too', async () => {
  const { files, folder } = anchored(6, { 0: TIME, 2: TIME });
  files.set('checkpoint', files.get(`${folder}/witnessed`));
  files.delete(`${folder}/root`);
  files.delete(`${folder}/witnessed`);
  await assertVerdict('VALID', files, underPolicy);
});

test('too few witnesses, or entries behind the anchor, are unwitnessed', async () => {
  await assertVerdict('UNWITNESSED', anchored(6, { 0: TIME }).files, underPolicy);
  const verdict = await assertVerdict('UNWITNESSED', anchored(4, { 0: TIME, 1: TIME }).files, underPolicy);
  assert.equal(verdict.entry, 4);
  await assertVerdict('VALID', anchored(4, { 0: TIME }).files, { key: KEY.line, policy: 'quorum none' });
});

test('two lines of one witness are one witness', async () => {
  const { files, folder, root } = anchored(6, { 0: TIME });
  const twice = cosignature(WITNESSES[0], root, TIME) + cosignature(WITNESSES[0], root, TIME + 1);
  files.set(`${folder}/witnessed`, Buffer.from(root + twice));
  await assertVerdict('UNWITNESSED', files, underPolicy);
});

test('a cosignature of a known witness that does not hold shows, and one of an unknown witness says nothing', async () => {
  const { files, folder, root } = anchored(6, { 0: TIME, 1: TIME });
  const other = cosignature(WITNESSES[2], root.replace('\n6\n', '\n7\n'), TIME);
  files.set(`${folder}/witnessed`, Buffer.concat([files.get(`${folder}/witnessed`), Buffer.from(other)]));
  await assertVerdict('TAMPERED', files, underPolicy);
  await assertVerdict('VALID', files);
});

test('an anchor over other entries is a fork, and one over more entries misses them', async () => {
  const { files, folder } = anchored(4, {});
  files.delete(`${folder}/witnessed`);
  const forked = note(KEY, 4, rootOf(entriesOf(KEY, [...plain(2), said('work.reported', { other: 1 })]).map(leafHash)));
  await assertVerdict('FORKED', new Map(files).set(`${folder}/root`, Buffer.from(forked)));
  const longer = entriesOf(KEY, plain(8));
  const beyond = note(KEY, 9, rootOf(longer.map(leafHash)));
  await assertVerdict('TRUNCATED', new Map(files).set('anchors/0000000000000009/root', Buffer.from(beyond)));
});

test('an anchor whose name, root and witnessed form disagree shows', async () => {
  const { files, folder, root } = anchored(4, { 0: TIME });
  await assertVerdict('TAMPERED', new Map(files).set('anchors/0000000000000005/root', Buffer.from(root)));
  await assertVerdict('TAMPERED', new Map(files).set(`${folder}/witnessed`, files.get('checkpoint')));
  await assertVerdict('ILL_FORMED', new Map(files).set('anchors/other', Buffer.alloc(0)));
});

test('witnesses whose newest word is older than allowed leave it stale', async () => {
  const { files } = anchored(6, { 0: TIME, 1: TIME });
  const at = verifier.instantOfSeconds(TIME + 86_401);
  await assertVerdict('STALE', files, { ...underPolicy, maxAge: 'P1D', at });
  await assertVerdict('VALID', files, { ...underPolicy, maxAge: 'PT86401S', at });
});

test('a policy names what it uses before it uses it, and one quorum', () => {
  const [w1, w2] = WITNESSES.map((witness) => witness.line);
  const good = `# ours\n\nlog ${KEY.line}\nwitness a ${w1} https://w1.example\nwitness b ${w2}\ngroup g any a b\ngroup h all g\nquorum h\n`;
  assert.equal(verifier.readPolicy(good).quorum, 'h');
  for (const wrong of [
    '',
    'quorum a',
    'quorum none\nquorum none',
    `witness a ${w1}\nwitness a ${w2}\nquorum a`,
    `witness a ${w1}\nwitness b ${w1}\nquorum a`,
    `witness a ${KEY.line}\nquorum a`,
    `witness a ${w1}\ngroup g 2 a\nquorum g`,
    `witness a ${w1}\ngroup g 0 a\nquorum g`,
    `witness a ${w1}\ngroup g 2 a a\nquorum g`,
    'more words\nquorum none',
  ]) {
    assert.throws(() => verifier.readPolicy(wrong), verifier.Unreadable, wrong);
  }
});

test('a timestamp token is named and never vouched for', async () => {
  const { files, folder } = anchored(6, {});
  files.set(`${folder}/timestamp.tsr`, Buffer.from('no token'));
  const verdict = await assertVerdict('VALID', files);
  assert.match(verdict.notes.join('\n'), /timestamp\.tsr` is not readable/);
});

test('a timestamp token over the root says so, and one over other bytes says that it is not', async () => {
  const folder = path.join(MODULE, 'src/test/resources/timestamps');
  const token = fs.readFileSync(path.join(folder, 'rsa-sha256.tsr'));
  const claim = verifier.timestampClaim(token);
  assert.equal(claim.imprint, verifier.hex(verifier.sha256(fs.readFileSync(path.join(folder, 'stamped')))));
  assert.match(claim.time, /^[0-9]{14}Z$/);
  const { files, folder: anchor } = anchored(6, {});
  const verdict = await assertVerdict('VALID', files.set(`${anchor}/timestamp.tsr`, token));
  assert.match(verdict.notes.join('\n'), /is NOT over this signed root .*did not check who signed it/);
});

// ---- one entry of it

test('an entry that is asked for comes with its proof and its assurance', async () => {
  const { files } = anchored(4, { 0: TIME, 1: TIME });
  const { wanted } = await verify(files, { key: KEY.line, policy: POLICY.replace('quorum two', 'quorum w1'), entry: 2 });
  assert.equal(wanted, undefined);
  const found = await verify(anchored(6, { 0: TIME, 1: TIME }).files, { ...underPolicy, entry: 2 });
  assert.equal(found.wanted.entry.index, 2);
  assert.equal(found.wanted.holds, true);
  assert.equal(found.wanted.witnessedSince, TIME);
});

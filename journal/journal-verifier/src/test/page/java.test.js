'use strict';

const assert = require('node:assert/strict');
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const test = require('node:test');

const { GOLDEN, MODULE, filesIn, random, verifier, write } = require('./page.js');
const { ATTACKS } = require('./attacks.js');
const { closed, linesOf } = require('./exporting.js');
const { dayWith, rotated, revoked, happened, enrolled } = require('./people.js');
const {
  NAME, canonical, cosignature, digest, entriesOf, frame, framesOf, journalOf, leafHash, note, noteKey, rootOf,
} = require('./writing.js');

/*
 * The page and the verifier in Java were written apart from one text. Here both judge the same journals: ones that are whole
 * and hundreds that a seed has spoilt. Where they disagree, one of them or the text is wrong.
 */

const SEED = Number(process.env.PORTCULLIS_SEED ?? 20220502);
const MUTATIONS = Number(process.env.PORTCULLIS_MUTATIONS ?? 400);

const CLASSES = path.join(MODULE, 'target/classes');
const java = process.env.JAVA_HOME ? path.join(process.env.JAVA_HOME, 'bin/java') : 'java';
const required = process.env.PORTCULLIS_JAVA_VERIFIER === 'required';
const built = fs.existsSync(path.join(CLASSES, 'org/portcullis/verifier/VerifierMain.class'))
  && spawnSync(java, ['-version']).status === 0;
const skip = built || required ? false : 'the verifier in Java is not built: run `mvn test-compile -pl journal/journal-verifier -am`';

const SEGMENT = /^segments\/.*\.seg$/;

/** What a seed can do to a journal; each gives the name of what it did. */
const SPOILS = {
  'a bit is flipped'(files, next) {
    const [name, bytes] = pick(files, next);
    if (bytes.length > 0) {
      bytes[next(bytes.length)] ^= 1 << next(8);
    }
    return name;
  },
  'a bit is flipped and the checksum made right'(files, next) {
    const [name, bytes] = pick(files, next, SEGMENT);
    const frames = framesOf(bytes);
    const chosen = frames[next(frames.length)];
    chosen.payload[next(chosen.payload.length)] ^= 1 << next(8);
    reframe(files, name, bytes, frames);
    return name;
  },
  'a letter of an entry is another letter'(files, next) {
    const [name, bytes] = pick(files, next, SEGMENT);
    const frames = framesOf(bytes);
    const { payload } = frames[next(frames.length)];
    payload[next(payload.length)] = '{}[]":,\\u0 9aAz=+/\n\ud83d'.charCodeAt(next(20));
    reframe(files, name, bytes, frames);
    return name;
  },
  'a file is cut'(files, next) {
    const [name, bytes] = pick(files, next);
    files.set(name, bytes.subarray(0, next(bytes.length + 1)));
    return name;
  },
  'a file is longer'(files, next) {
    const [name, bytes] = pick(files, next);
    files.set(name, Buffer.concat([bytes, Buffer.alloc(1 + next(30), next(3))]));
    return name;
  },
  'a file is gone'(files, next) {
    const [name] = pick(files, next);
    files.delete(name);
    return name;
  },
  'a file is empty'(files, next) {
    const [name] = pick(files, next);
    files.set(name, Buffer.alloc(0));
    return name;
  },
  'there is another file'(files, next) {
    const names = ['other', 'segments/other', 'tile/0/001', 'tile/0/000.p/3', 'tile/1/000.p/1', 'anchors/0000000000000003/root', 'anchors/x'];
    const name = names[next(names.length)];
    files.set(name, Buffer.from('what?\n'));
    return name;
  },
  'a frame is gone'(files, next) {
    const [name, bytes] = pick(files, next, SEGMENT);
    const frames = framesOf(bytes);
    frames.splice(next(frames.length), 1);
    reframe(files, name, bytes, frames);
    return name;
  },
  'two frames are exchanged'(files, next) {
    const [name, bytes] = pick(files, next, SEGMENT);
    const frames = framesOf(bytes);
    const [one, other] = [next(frames.length), next(frames.length)];
    [frames[one], frames[other]] = [frames[other], frames[one]];
    reframe(files, name, bytes, frames);
    return name;
  },
  'a frame stands twice'(files, next) {
    const [name, bytes] = pick(files, next, SEGMENT);
    const frames = framesOf(bytes);
    const at = next(frames.length);
    frames.splice(at, 0, frames[at]);
    reframe(files, name, bytes, frames);
    return name;
  },
  'a frame is of another type'(files, next) {
    const [name, bytes] = pick(files, next, SEGMENT);
    const frames = framesOf(bytes);
    frames[next(frames.length)].type = 1 + next(3);
    reframe(files, name, bytes, frames);
    return name;
  },
};

function pick(files, next, pattern = /./) {
  const names = [...files.keys()].filter((name) => pattern.test(name)).sort();
  const name = names[next(names.length)];
  const bytes = Buffer.from(files.get(name));
  files.set(name, bytes);
  return [name, bytes];
}

function reframe(files, name, bytes, frames) {
  files.set(name, Buffer.concat([bytes.subarray(0, 16), ...frames.map(({ type, payload }) => frame(type, payload))]));
}

/** What the verifier in Java says for each line of arguments. */
function saidInJava(lines) {
  const ran = spawnSync(java, ['-cp', CLASSES, path.join(__dirname, 'EachLine.java')], { input: lines.join(''), maxBuffer: 1 << 28 });
  assert.equal(ran.status, 0, String(ran.stderr));
  return String(ran.stdout).trim().split('\n').map((line) => JSON.parse(line));
}

/** Both verdicts on the same folders with the same key. */
async function both(scratch, journals, key, policy) {
  const keyFile = path.join(scratch, 'key');
  fs.writeFileSync(keyFile, key);
  const folders = journals.map(({ files }, index) => write(files, path.join(scratch, String(index))));
  const policyFile = path.join(scratch, 'policy');
  fs.writeFileSync(policyFile, policy ?? '');
  const more = policy ? `\t--policy\t${policyFile}` : '';
  const said = saidInJava(folders.map((folder) => `${folder}\t--key\t${keyFile}${more}\n`));
  const ours = [];
  for (const { files } of journals) {
    ours.push(await verifier.verifyJournal(files, { key, policy }));
  }
  return journals.map(({ name }, index) => ({ name, java: said[index], page: ours[index] }));
}

const short = ({ outcome, entry, file, offset }) => `${outcome} entry ${entry ?? '-'} file ${file ?? '-'} byte ${offset ?? '-'}`;

async function assertAgreed(files, key, count, { policy, spoils = SPOILS } = {}) {
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'portcullis-both-'));
  try {
    const next = random(SEED);
    const kinds = Object.entries(spoils);
    const journals = [{ name: 'as it is', files }];
    for (let i = 0; i < count; i++) {
      const [kind, spoil] = kinds[i % kinds.length];
      const spoilt = new Map(files);
      const name = spoil(spoilt, next);
      // A journal without any file is a folder that is no journal, for the page and not for Java.
      journals.push({ name: `seed ${SEED}, mutation ${i}: ${kind}: ${name}`, files: spoilt });
    }
    const verdicts = await both(scratch, journals, key, policy);
    const apart = verdicts.filter((each) => short(each.java) !== short(each.page));
    const told = apart.map((each) => `${each.name}\n  java: ${short(each.java)}: ${each.java.sentence}\n  page: ${short(each.page)}: ${each.page.sentence}`);
    assert.deepEqual(told, [], told.join('\n'));
    assert.equal(verdicts[0].page.outcome, 'VALID');
    return new Set(verdicts.map((each) => each.page.outcome));
  } finally {
    fs.rmSync(scratch, { recursive: true, force: true });
  }
}

test(`the page and the verifier in Java agree on the golden journal and ${MUTATIONS} mutations of it, seed ${SEED}`, { skip }, async (context) => {
  const files = filesIn(GOLDEN);
  const outcomes = await assertAgreed(files, Buffer.from(files.get('journal.vkey')).toString(), MUTATIONS);
  context.diagnostic(`verdicts: ${[...outcomes].sort().join(', ')}`);
  assert.ok(outcomes.size >= 5);
});

test('the page and the verifier in Java agree on a journal of three segments with whole tiles, and mutations of it', { skip }, async () => {
  const key = noteKey(NAME);
  const list = Array.from({ length: 699 }, (none, number) => ({ type: 'work.reported', body: { number } }));
  const files = journalOf(key, entriesOf(key, list), { batches: [1, 300, 500, 700], segments: [0, 300, 500] });
  await assertAgreed(files, key.line, MUTATIONS);
});

test('the page and the verifier in Java agree on anchors and cosignatures, and mutations of them', { skip }, async (context) => {
  const key = noteKey(NAME);
  const witnesses = ['w1.example', 'w2.example', 'w3.example'].map((name) => noteKey(name, 4));
  const policy = [...witnesses.map((witness, i) => `witness w${i} ${witness.line}`), 'group two 2 w0 w1 w2', 'quorum two', ''].join('\n');
  const entries = entriesOf(key, Array.from({ length: 9 }, (none, number) => ({ type: 'work.reported', body: { number } })));
  const files = journalOf(key, entries);
  for (const size of [4, 10]) {
    const root = note(key, size, rootOf(entries.slice(0, size).map(leafHash)));
    const folder = `anchors/${String(size).padStart(16, '0')}`;
    files.set(`${folder}/root`, Buffer.from(root));
    files.set(`${folder}/witnessed`, Buffer.from(root + cosignature(witnesses[0], root, 1_651_480_000) + cosignature(witnesses[2], root, 1_651_480_009)));
  }
  const spoils = Object.fromEntries(['a bit is flipped', 'a file is cut', 'a file is longer', 'a file is gone', 'a file is empty', 'there is another file'].map((kind) => [kind, SPOILS[kind]]));
  const outcomes = await assertAgreed(files, key.line, MUTATIONS, { policy, spoils });
  context.diagnostic(`verdicts: ${[...outcomes].sort().join(', ')}`);
});

// ---- journals that the holder of the key rewrote and signed

const KEY = noteKey(NAME);

async function assertBothSay(scratchName, journals) {
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), scratchName));
  try {
    const verdicts = await both(scratch, journals.map(({ name, list }) => ({ name, files: journalOf(KEY, entriesOf(KEY, list)) })), KEY.line);
    const apart = verdicts.filter((each) => short(each.java) !== short(each.page));
    const told = apart.map((each) => `${each.name}\n  java: ${each.java.outcome}: ${each.java.sentence}\n  page: ${each.page.outcome}: ${each.page.sentence}`);
    assert.deepEqual(told, [], told.join('\n'));
    return new Set(verdicts.map((each) => each.page.outcome));
  } finally {
    fs.rmSync(scratch, { recursive: true, force: true });
  }
}

test('the page and the verifier in Java agree on every attack on approvals', { skip }, async () => {
  const attacks = Object.entries(ATTACKS).map(([name, [changes]]) => ({ name, list: dayWith(changes) }));
  const outcomes = await assertBothSay('portcullis-attacks-', [{ name: 'as it is', list: dayWith({}) }, ...attacks]);
  assert.deepEqual([...outcomes].sort(), ['BAD_APPROVAL', 'VALID']);
});

const DAYS = [
  dayWith({ '> bob': rotated('bob', 'bob2', 'alice'), '> burned': revoked('bob') }),
  dayWith({
    '> bob': [enrolled('carol', 'bob'), happened('person.committed', { person: 'p-alice', commitment: digest('a') })],
    '> burned': [
      happened('person.erased', { person: 'p-alice', commitment: digest('a'), by: 'p-dpo', reason: 'asked' }),
      happened('work.resumed', { stop: 'X-1', why: 'satisfied', by: '' }),
      happened('submission.ended', { submission: 'S-1', why: 'filled' }),
    ],
  }),
];

/** Rewrites what happened: entries or members go, come twice, change places or values. */
function rewritten(list, next) {
  const spoilt = structuredClone(list);
  const entry = () => spoilt[next(spoilt.length)];
  const within = (value, depth) => {
    const names = Object.keys(value);
    const name = names[next(names.length)];
    const inner = value[name];
    return typeof inner === 'object' && inner !== null && Object.keys(inner).length > 0 && next(3) > 0 && depth < 4 ? within(inner, depth + 1) : [value, name];
  };
  const some = () => [0, 1, 2, true, '', 'p-alice', 'p-bob', 'k-bob', 'H-1', 'S-2', 'reject', 'approve', 'verify', digest('x'), '2022-05-02T07:56:00Z', '2022-05-02T08:30:00.5Z', [], {}, ['risk-officer']][next(19)];
  const acts = [
    () => spoilt.splice(next(spoilt.length), 1),
    () => spoilt.splice(next(spoilt.length + 1), 0, structuredClone(entry())),
    () => spoilt.splice(next(spoilt.length), 0, ...spoilt.splice(next(spoilt.length), 1)),
    () => { const [value, name] = within(entry().body, 0); delete value[name]; },
    () => { const [value, name] = within(entry().body, 0); value[name] = some(); },
    () => { const [value, name] = within(entry().body, 0); value[name] = some(); },
    () => { entry().time = `2022-05-02T07:5${6 + next(4)}:0${next(10)}.000000000Z`; },
    () => { entry().type = entry().type; },
  ];
  for (let i = 0; i <= next(2); i++) {
    if (spoilt.length > 0) {
      acts[next(acts.length)]();
    }
  }
  return spoilt.map((each) => ({ ...each, body: Array.isArray(each.body) ? {} : each.body }));
}

test(`the page and the verifier in Java agree on ${MUTATIONS} days that were rewritten and signed, seed ${SEED}`, { skip }, async (context) => {
  const next = random(SEED);
  const journals = Array.from({ length: MUTATIONS }, (none, i) => ({ name: `seed ${SEED}, day ${i}`, list: rewritten(DAYS[i % DAYS.length], next) }));
  const outcomes = await assertBothSay('portcullis-days-', journals);
  context.diagnostic(`verdicts: ${[...outcomes].sort().join(', ')}`);
});

// ---- exports

/** Spoils an export: bytes of the file, or lines before they are closed with their digest. */
function spoiltExport(entries, next) {
  const [from, to] = [next(entries.length + 1), next(entries.length + 1)].sort((one, other) => one - other);
  const some = () => next(entries.length);
  const options = next(2) ? {} : { from, to, withheld: [some(), some()], context: [1, 2, 3, 4, 5, some()] };
  const lines = linesOf(entries, options);
  const line = () => lines[next(lines.length)];
  const acts = [
    () => lines.splice(next(lines.length), 1),
    () => lines.splice(next(lines.length), 0, line()),
    () => { const each = line(); const names = Object.keys(each); delete each[names[next(names.length)]]; },
    () => { const each = line(); const names = Object.keys(each); each[names[next(names.length)]] = [0, 1, true, '', [], {}, '=', digest('x')][next(8)]; },
    () => { const each = line(); if (each.proof) { each.proof = each.proof.slice(1); } },
    () => { const each = line(); if (each.index !== undefined) { each.index += next(3) - 1; } },
    () => { lines[0] = { ...lines[0], scope: [{ kind: 'all' }, { kind: 'period' }, { kind: 'desk', desk: 'd' }][next(3)] }; },
    () => undefined,
  ];
  acts[next(acts.length)]();
  const bytes = closed(lines.map((each) => JSON.parse(canonical(each))), next(8) ? {} : { shown: next(9) });
  if (next(3) === 0 && bytes.length > 0) {
    bytes[next(bytes.length)] ^= 1 << next(8);
  }
  return next(6) ? bytes : bytes.subarray(0, next(bytes.length + 1));
}

test(`the page and the verifier in Java agree on ${MUTATIONS} exports, seed ${SEED}`, { skip }, async (context) => {
  const next = random(SEED);
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'portcullis-exports-'));
  try {
    fs.writeFileSync(path.join(scratch, 'key'), KEY.line);
    const lists = [dayWith({}), Array.from({ length: 20 }, (none, number) => happened('work.reported', { number }))];
    const all = Array.from({ length: MUTATIONS }, (none, i) => spoiltExport(entriesOf(KEY, lists[i % 2]), next));
    const files = all.map((bytes, i) => path.join(scratch, `${i}`));
    files.forEach((file, i) => fs.writeFileSync(file, all[i]));
    const said = saidInJava(files.map((file) => `--export\t${file}\t--key\t${path.join(scratch, 'key')}\n`));
    const told = [];
    const outcomes = new Set();
    for (const [i, bytes] of all.entries()) {
      const page = await verifier.verifyExport(bytes, { key: KEY.line });
      outcomes.add(page.outcome);
      if (page.outcome !== said[i].outcome) {
        told.push(`seed ${SEED}, export ${i}\n  java: ${said[i].outcome}: ${said[i].sentence}\n  page: ${page.outcome}: ${page.sentence}`);
      }
    }
    assert.deepEqual(told, [], told.join('\n'));
    context.diagnostic(`verdicts: ${[...outcomes].sort().join(', ')}`);
  } finally {
    fs.rmSync(scratch, { recursive: true, force: true });
  }
});

const other = process.env.PORTCULLIS_JOURNAL;

test('the page and the verifier in Java agree on the journal that PORTCULLIS_JOURNAL names, and mutations of it', {
  skip: skip || (other ? false : 'PORTCULLIS_JOURNAL names none'),
}, async () => {
  const files = filesIn(other);
  await assertAgreed(files, Buffer.from(files.get('journal.vkey')).toString(), Math.min(36, MUTATIONS));
});

'use strict';

const assert = require('node:assert/strict');
const crypto = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');
const test = require('node:test');

const { MODULE, VECTORS, random, verifier } = require('./page.js');
const writing = require('./writing.js');

const json = (file) => JSON.parse(fs.readFileSync(file, 'utf8'));
const bytesOf = (digits) => Uint8Array.from(Buffer.from(digits, 'hex'));
const ED25519 = path.join(MODULE, '..', 'journal-log/src/test/resources/vectors/ed25519');

test('SHA-256 is that of the platform for every length up to three blocks and for long texts', () => {
  const next = random(20220502);
  for (const length of [...Array(200).keys(), 4095, 4096, 60_000, 200_001]) {
    const bytes = Uint8Array.from({ length }, () => next(256));
    const expected = crypto.createHash('sha256').update(bytes).digest('hex');
    assert.equal(verifier.hex(verifier.sha256(bytes)), expected, `${length} bytes`);
  }
});

test('SHA-256 takes a first byte apart', () => {
  const expected = crypto.createHash('sha256').update(Uint8Array.of(0, 97, 98)).digest('hex');
  assert.equal(verifier.hex(verifier.sha256(Uint8Array.of(97, 98), 0)), expected);
});

test('CRC-32C has the check value of its catalogue', () => {
  assert.equal(verifier.crc32c(new TextEncoder().encode('123456789')), 0xe3069283);
});

test('base64 is read in its canonical spelling alone', () => {
  assert.deepEqual(verifier.unbase64('YQ=='), Uint8Array.of(97));
  for (const other of ['YR==', 'YQ', 'YQ=', 'YQ==\n', 'Y-==', 'YQ==YQ==', '====', 'é===']) {
    assert.equal(verifier.unbase64(other), undefined, other);
  }
});

test('base64 is a round trip', () => {
  const next = random(7);
  for (let length = 0; length < 100; length++) {
    const bytes = Uint8Array.from({ length }, () => next(256));
    const text = verifier.base64(bytes);
    assert.equal(text, Buffer.from(bytes).toString('base64'));
    assert.deepEqual(verifier.unbase64(text), bytes);
  }
});

for (const group of json(path.join(ED25519, 'wycheproof.json')).testGroups) {
  for (const vector of group.tests) {
    test(`Wycheproof Ed25519 ${vector.tcId} is ${vector.result}: ${vector.comment}`, async () => {
      const [key, message, signature] = [group.publicKey.pk, vector.msg, vector.sig].map(bytesOf);
      assert.equal(await verifier.signatureHolds(key, message, signature), vector.result === 'valid');
    });
  }
}

test('CCTV: a signature with a scalar over the order or a point in a second spelling never holds', async () => {
  const vectors = json(path.join(ED25519, 'cctv.json'));
  assert.equal(vectors.length, 914);
  let refused = 0;
  for (const vector of vectors) {
    const [key, signature] = [bytesOf(vector.key), bytesOf(vector.sig)];
    const holds = await verifier.signatureHolds(key, Buffer.from(vector.msg), signature);
    const flags = vector.flags ?? [];
    if (flags.includes('non_canonical_A') || flags.includes('non_canonical_R')) {
      assert.equal(holds, false, `vector ${vector.number}`);
      refused++;
    }
    if (!flags.some((flag) => flag.startsWith('low_order') || flag.startsWith('non_canonical'))) {
      assert.equal(holds, true, `vector ${vector.number}`);
    }
  }
  assert.ok(refused > 0);
});

test('CCTV: what holds is what the writer admits, 86 of 914, and none of it is under a key of small order', async () => {
  let held = 0;
  for (const vector of json(path.join(ED25519, 'cctv.json'))) {
    if (await verifier.signatureHolds(bytesOf(vector.key), Buffer.from(vector.msg), bytesOf(vector.sig))) {
      assert.ok(!(vector.flags ?? []).includes('low_order_A'), `vector ${vector.number}`);
      held++;
    }
  }
  assert.equal(held, 86);
});

test('a signature of 63 or 65 bytes never holds', async () => {
  const key = writing.keyOf('anybody');
  const signature = key.sign('text');
  const message = Buffer.from('text');
  assert.equal(await verifier.signatureHolds(key.publicKey, message, signature), true);
  assert.equal(await verifier.signatureHolds(key.publicKey, message, signature.subarray(0, 63)), false);
  assert.equal(await verifier.signatureHolds(key.publicKey, message, Buffer.concat([signature, Uint8Array.of(0)])), false);
});

function vectorsIn(folder) {
  return fs.readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.json'))
    .map((name) => ({ name, ...json(path.join(folder, name)) }));
}

const decoded = (values) => (values ?? []).map((value) => Uint8Array.from(Buffer.from(value ?? '', 'base64')));

test('the published vectors of inclusion are all agreed with', () => {
  const vectors = vectorsIn(path.join(VECTORS, 'merkle/inclusion'));
  assert.ok(vectors.length > 90, `${vectors.length}`);
  for (const { name, leafIdx, treeSize, root, leafHash, proof, wantErr } of vectors) {
    const [rootHash, leaf] = decoded([root, leafHash]);
    const holds = verifier.inclusionHolds(leafIdx, treeSize, leaf, decoded(proof), rootHash);
    assert.equal(holds, !wantErr, name);
  }
});

test('the published vectors of consistency are all agreed with, but the two from no entries', () => {
  const vectors = vectorsIn(path.join(MODULE, '..', 'journal-witness/src/test/resources/vectors/merkle/consistency'));
  assert.ok(vectors.length > 90, `${vectors.length}`);
  for (const { name, size1, size2, root1, root2, proof, wantErr } of vectors) {
    const [first, second] = decoded([root1, root2]);
    const holds = verifier.consistencyHolds(size1, size2, first, second, decoded(proof));
    if (size1 !== 0) {
      assert.equal(holds, !wantErr, name);
    }
  }
});

test('every proof of inclusion and of consistency in trees of up to 40 leaves holds, and none other', () => {
  const all = Array.from({ length: 40 }, (none, index) => writing.leafHash(Buffer.from(String(index))));
  for (let size = 1; size <= all.length; size++) {
    const leaves = all.slice(0, size);
    const root = writing.rootOf(leaves);
    for (let index = 0; index < size; index++) {
      const path = writing.pathOf(index, leaves);
      assert.deepEqual(verifier.inclusionPath(leaves, index).map(verifier.hex), path.map(verifier.hex));
      assert.equal(verifier.inclusionHolds(index, size, leaves[index], path, root), true);
      assert.equal(verifier.inclusionHolds(index, size, leaves[(index + 1) % size], path, root), size === 1);
      const first = index + 1;
      const proof = writing.consistency(first, leaves);
      const before = writing.rootOf(leaves.slice(0, first));
      assert.equal(verifier.consistencyHolds(first, size, before, root, proof), true, `${first} to ${size}`);
      assert.equal(verifier.consistencyHolds(first, size, all[39], root, proof), false, `${first} to ${size}`);
    }
  }
});

const CANONICAL = [
  '{}',
  '[]',
  '""',
  'true',
  'false',
  '0',
  '-1',
  '9007199254740991',
  '-9007199254740991',
  '"\\b\\t\\n\\f\\r\\"\\\\\\u0000\\u001f"',
  '"\u007f\u0080\u20ac\ud83d\ude00"',
  '{"":0,"A":0,"a":{"b":[1,2]},"\u20ac":0,"\ud83d\ude00":0,"\ufb33":0}',
  '[[[[[[[[]]]]]]]]',
  '{"__proto__":1,"constructor":2}',
];

for (const text of CANONICAL) {
  test(`canonical JSON is read and written back: ${text}`, () => {
    assert.equal(verifier.canonical(verifier.parse(Buffer.from(text))), text);
  });
}

const NOT_CANONICAL = {
  'a key twice': '{"a":1,"a":1}',
  'keys out of order': '{"b":1,"a":1}',
  'a key twice, spelled otherwise': '{"a":1,"\\u0061":1}',
  'a lone high surrogate': '"\\ud800"',
  'a lone low surrogate': '"\\udc00"',
  'an escaped pair of surrogates': '"\\ud83d\\ude00"',
  'a noncharacter': '"\ufdd0"',
  'a noncharacter of plane 1': '"\ud83f\udffe"',
  'a noncharacter at the end of the plane': '"\uffff"',
  'a control character': '"\u0001"',
  'a longer escape': '"\\u000a"',
  'an escape in capitals': '"\\u001F"',
  'an escaped solidus': '"\\/"',
  'an escape of what needs none': '"\\u0020"',
  'an unknown escape': '"\\v"',
  'white space': '{"a": 1}',
  'a line feed behind it': '{}\n',
  'a byte order mark': '\ufeff{}',
  'a fraction': '1.0',
  'an exponent': '1e1',
  'negative zero': '-0',
  'a leading zero': '01',
  'a minus alone': '-',
  'a number over the limit': '9007199254740992',
  'a number of seventeen digits': '10000000000000000',
  null: 'null',
  'nesting of nine': '[[[[[[[[[]]]]]]]]]',
  'a comma too many': '[1,]',
  'a missing comma': '[1 2]',
  'a text without an end': '"a',
  'an object without an end': '{"a":1',
  'an array without an end': '[',
  'an escape without an end': '"\\u00',
  nothing: '',
  'two values': '1 2',
  'single quotes': "'a'",
};

for (const [name, text] of Object.entries(NOT_CANONICAL)) {
  test(`not canonical JSON: ${name}`, () => {
    assert.throws(() => verifier.parse(Buffer.from(text)), verifier.NotCanonical);
  });
}

test('not canonical JSON: bytes that are not UTF-8, and surrogates in UTF-8', () => {
  for (const bytes of ['22ff22', '22eda08022', '22c08022', '22f4908080', '22e28222']) {
    assert.throws(() => verifier.parse(bytesOf(bytes)), verifier.NotCanonical, bytes);
  }
});

test('instants are read strictly', () => {
  const seconds = (text) => verifier.instant(text)?.seconds;
  assert.equal(seconds('2022-05-02T07:56:00Z'), Date.UTC(2022, 4, 2, 7, 56) / 1000);
  assert.equal(seconds('2024-02-29T00:00:00.5Z'), Date.UTC(2024, 1, 29) / 1000);
  assert.equal(verifier.instant('2022-05-02T07:56:00.5Z').nanos, 500_000_000);
  assert.equal(seconds('0001-01-01T00:00:00Z'), -62135596800);
  for (const none of ['2022-02-29T00:00:00Z', '2022-05-02T24:00:00Z', '2022-05-02T07:56:60Z', '2022-05-02T07:56:00+00:00', '2022-05-02', '', undefined]) {
    assert.equal(verifier.instant(none), undefined, String(none));
  }
});

test('durations are read strictly', () => {
  assert.equal(verifier.duration('P1DT2H3M4S'), 93784);
  for (const none of ['', 'P', 'PT', 'P1DT', '1D', 'P1M']) {
    assert.equal(verifier.duration(none), undefined, none);
  }
});

test('tiles are named in groups of three digits', () => {
  assert.equal(verifier.tileName('0', 1234067), 'tile/0/x001/x234/067');
  assert.equal(verifier.tileName('entries', 7), 'tile/entries/007');
});

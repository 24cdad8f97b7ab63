'use strict';

const crypto = require('node:crypto');

/*
 * A small writer of journals for the tests: it signs with keys made from names, and can be told to write what no honest
 * writer would. It shares nothing with the page that it tests.
 */

const sha256 = (...parts) => {
  const hash = crypto.createHash('sha256');
  parts.forEach((part) => hash.update(part));
  return hash.digest();
};
const digest = (text) => `sha256:${sha256(text).toString('hex')}`;
const leafHash = (entry) => sha256(Uint8Array.of(0), entry);
const nodeHash = (left, right) => sha256(Uint8Array.of(1), left, right);

/** An Ed25519 key that is the same for the same name. */
function keyOf(name) {
  const seed = sha256(`test key of ${name}`);
  const pkcs8 = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
  const secret = crypto.createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
  const spki = crypto.createPublicKey(secret).export({ format: 'der', type: 'spki' });
  const publicKey = spki.subarray(spki.length - 32);
  return { name, publicKey, sign: (message) => crypto.sign(null, Buffer.from(message), secret) };
}

/** A key that signs notes: kind 1 is a journal's, kind 4 a witness's. */
function noteKey(name, kind = 1, secretName = name) {
  const key = keyOf(secretName);
  const marked = Buffer.concat([Uint8Array.of(kind), key.publicKey]);
  const hash = sha256(`${name}\n`, marked).subarray(0, 4);
  return { ...key, name, hash, line: `${name}+${hash.toString('hex')}+${marked.toString('base64')}` };
}

/** RFC 8785 for the profile: this language sorts and escapes as it asks. */
function canonical(value) {
  if (Array.isArray(value)) {
    return `[${value.map(canonical).join(',')}]`;
  }
  if (typeof value === 'object') {
    const names = Object.keys(value).filter((name) => value[name] !== undefined);
    return `{${names.sort().map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

/** The root over leaves, straight from RFC 6962, section 2.1. */
function rootOf(leaves) {
  if (leaves.length <= 1) {
    return leaves[0] ?? sha256('');
  }
  let split = 1;
  while (split * 2 < leaves.length) {
    split *= 2;
  }
  return nodeHash(rootOf(leaves.slice(0, split)), rootOf(leaves.slice(split)));
}

/** The hashes from a leaf to the root, straight from RFC 6962, section 2.1.1. */
function pathOf(index, leaves) {
  if (leaves.length <= 1) {
    return [];
  }
  let split = 1;
  while (split * 2 < leaves.length) {
    split *= 2;
  }
  return index < split
    ? [...pathOf(index, leaves.slice(0, split)), rootOf(leaves.slice(split))]
    : [...pathOf(index - split, leaves.slice(split)), rootOf(leaves.slice(0, split))];
}

/** The proof that a tree continues another, straight from RFC 6962, section 2.1.2. */
function consistency(first, leaves, whole = true) {
  if (first === leaves.length) {
    return whole ? [] : [rootOf(leaves)];
  }
  let split = 1;
  while (split * 2 < leaves.length) {
    split *= 2;
  }
  return first <= split
    ? [...consistency(first, leaves.slice(0, split), whole), rootOf(leaves.slice(split))]
    : [...consistency(first - split, leaves.slice(split), false), rootOf(leaves.slice(0, split))];
}

function note(key, size, root) {
  const text = `${key.name}\n${size}\n${root.toString('base64')}\n`;
  return `${text}\n\u2014 ${key.name} ${Buffer.concat([key.hash, key.sign(text)]).toString('base64')}\n`;
}

/** A witness's line below a note. */
function cosignature(witness, written, seconds) {
  const text = written.slice(0, written.indexOf('\n\n') + 1);
  const time = Buffer.alloc(8);
  time.writeBigUInt64BE(BigInt(seconds));
  const signature = witness.sign(`cosignature/v1\ntime ${seconds}\n${text}`);
  return `\u2014 ${witness.name} ${Buffer.concat([witness.hash, time, signature]).toString('base64')}\n`;
}

/** A signed statement (DSSE). */
function statement(key, keyid, payload, payloadType = 'application/vnd.portcullis.approval+json') {
  const bytes = Buffer.from(typeof payload === 'string' ? payload : canonical(payload));
  const head = `DSSEv1 ${Buffer.byteLength(payloadType)} ${payloadType} ${bytes.length} `;
  const sig = key.sign(Buffer.concat([Buffer.from(head), bytes])).toString('base64');
  return { payload: bytes.toString('base64'), payloadType, signatures: [{ keyid, sig }] };
}

let crcTable;

/** CRC-32C by default; the other polynomial is that of zip files. */
function crc(bytes, polynomial = 0x82f63b78) {
  crcTable ??= new Map();
  if (!crcTable.has(polynomial)) {
    const table = Array.from({ length: 256 }, (none, byte) => {
      let value = byte;
      for (let bit = 0; bit < 8; bit++) {
        value = value & 1 ? (value >>> 1) ^ polynomial : value >>> 1;
      }
      return value >>> 0;
    });
    crcTable.set(polynomial, table);
  }
  const table = crcTable.get(polynomial);
  let value = 0xffffffff;
  for (const byte of bytes) {
    value = table[(value ^ byte) & 0xff] ^ (value >>> 8);
  }
  return ~value >>> 0;
}

function frame(type, payload) {
  const head = Buffer.alloc(9);
  head[0] = type;
  head.writeUInt32BE(payload.length, 1);
  head.writeUInt32BE(crc(Buffer.concat([head.subarray(0, 5), payload])), 5);
  return Buffer.concat([head, payload]);
}

function segmentHead(first) {
  const head = Buffer.alloc(16);
  head.write('PTCLSEG1', 'ascii');
  head.writeBigUInt64BE(BigInt(first), 8);
  return head;
}

function tileName(kind, number) {
  let name = String(number % 1000).padStart(3, '0');
  for (let rest = Math.floor(number / 1000); rest > 0; rest = Math.floor(rest / 1000)) {
    name = `x${String(rest % 1000).padStart(3, '0')}/${name}`;
  }
  return `tile/${kind}/${name}`;
}

/** The tiles and bundles of entries, by name. */
function published(entries) {
  const files = new Map();
  const put = (kind, all, content) => {
    for (let at = 0; at < all.length; at += 256) {
      const part = all.slice(at, at + 256);
      const name = tileName(kind, at / 256);
      files.set(part.length === 256 ? name : `${name}.p/${part.length}`, Buffer.concat(content(part)));
    }
  };
  put('entries', entries, (part) =>
    part.flatMap((entry) => [Uint8Array.of(entry.length >> 8, entry.length & 0xff), entry]));
  let hashes = entries.map(leafHash);
  for (let level = 0; hashes.length > 0; level++) {
    put(String(level), hashes, (part) => part);
    const above = [];
    for (let at = 0; at + 256 <= hashes.length; at += 256) {
      above.push(rootOf(hashes.slice(at, at + 256)));
    }
    hashes = above;
  }
  return files;
}

const NAME = 'example.org/desk';
const START = '2022-05-02T07:56:00.000000000Z';

/** Gives the bytes of entries from what happened; each may bring its own members of the envelope. */
function entriesOf(key, happened, { opened = {}, start = START } = {}) {
  const entries = [];
  const genesis = { type: 'journal.opened', body: { format: 'portcullis-journal/1', key: key.line, ...opened } };
  for (const [index, { type, body, raw, ...others }] of [genesis, ...happened].entries()) {
    const prev = index === 0 ? `sha256:${'0'.repeat(64)}` : `sha256:${leafHash(entries[index - 1]).toString('hex')}`;
    const envelope = { body, correlation: '', pack: '', prev, seq: index, time: start, type, v: 1, writer: key.name, ...others };
    const text = canonical(envelope);
    entries.push(Buffer.from(raw ? raw(text) : text));
  }
  return entries;
}

/** Gives the files of a closed journal over entries: signed, published, with roots after each of `batches`. */
function journalOf(key, entries, { batches = [1, entries.length], segments = [0] } = {}) {
  const files = new Map();
  const leaves = entries.map(leafHash);
  let open;
  const frames = new Map();
  entries.forEach((entry, index) => {
    if (segments.includes(index)) {
      open = [segmentHead(index)];
      frames.set(`segments/${String(index).padStart(16, '0')}.seg`, open);
    }
    open.push(frame(1, entry));
    if (batches.includes(index + 1)) {
      open.push(frame(2, Buffer.from(note(key, index + 1, rootOf(leaves.slice(0, index + 1))))));
    }
  });
  frames.forEach((parts, name) => files.set(name, Buffer.concat(parts)));
  published(entries).forEach((bytes, name) => files.set(name, bytes));
  files.set('checkpoint', Buffer.from(note(key, entries.length, rootOf(leaves))));
  files.set('journal.vkey', Buffer.from(`${key.line}\n`));
  files.set('journal.lock', Buffer.alloc(0));
  return files;
}

/** Cuts a journal's segment into its frames. */
function framesOf(segment) {
  const bytes = Buffer.from(segment);
  const found = [];
  for (let at = 16; at < bytes.length && bytes[at] !== 0; ) {
    const length = bytes.readUInt32BE(at + 1);
    found.push({ type: bytes[at], at, payload: bytes.subarray(at + 9, at + 9 + length) });
    at += 9 + length;
  }
  return found;
}

/** A zip of stored files, with the fixed times of a pack. */
function zip(files) {
  const locals = [];
  const directory = [];
  let at = 0;
  for (const name of [...files.keys()].sort()) {
    const content = files.get(name);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(10, 0);
    head.writeUInt16LE(0x21, 8);
    head.writeUInt32LE(crc(content, 0xedb88320), 10);
    head.writeUInt32LE(content.length, 14);
    head.writeUInt32LE(content.length, 18);
    head.writeUInt16LE(name.length, 22);
    locals.push(Buffer.from([0x50, 0x4b, 3, 4]), head, Buffer.from(name), content);
    const tail = Buffer.alloc(46 - 30);
    tail.writeUInt32LE(at, 12);
    directory.push(Buffer.from([0x50, 0x4b, 1, 2, 10, 0]), head.subarray(0, 24), tail, Buffer.from(name));
    at += 30 + name.length + content.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.size, 8);
  end.writeUInt16LE(files.size, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, central, end]);
}

module.exports = {
  NAME,
  canonical,
  consistency,
  cosignature,
  crc,
  digest,
  entriesOf,
  frame,
  framesOf,
  journalOf,
  keyOf,
  leafHash,
  note,
  noteKey,
  pathOf,
  published,
  rootOf,
  segmentHead,
  sha256,
  statement,
  tileName,
  zip,
};

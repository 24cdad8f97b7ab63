'use strict';

// Writes and reads zip archives: deflated entries with their names in UTF-8, no encryption, no parts, below 4 GiB.

const zlib = require('node:zlib');

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const UTF8_NAMES = 0x0800;
const DEFLATED = 8;
const VERSION = 20;
// 1 January 1980, the first day that the format knows: the same content gives the same archive.
const DOS_DATE = 0x0021;

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) {
    value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  }
  return value >>> 0;
});

function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc = CRC_TABLE[(crc ^ byte) & 0xff] ^ (crc >>> 8);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** An archive of `{ name, bytes }` entries, in their order. */
function write(entries) {
  const bodies = [];
  const directory = [];
  let offset = 0;
  for (const { name, bytes } of entries) {
    const packed = zlib.deflateRawSync(bytes, { level: 9 });
    const fields = { name: Buffer.from(name, 'utf8'), crc: crc32(bytes), packed: packed.length, size: bytes.length };
    const header = Buffer.concat([common(LOCAL, fields, []), fields.name]);
    bodies.push(header, packed);
    directory.push(common(CENTRAL, fields, [VERSION]), trailer(offset), fields.name);
    offset += header.length + packed.length;
  }
  const central = Buffer.concat(directory);
  return Buffer.concat([...bodies, central, end(entries.length, central.length, offset)]);
}

/** The entries of an archive that `write` made: `{ name, bytes }` in their order. */
function read(archive) {
  const at = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (at < 0) {
    throw new Error('no zip archive');
  }
  const entries = [];
  let place = archive.readUInt32LE(at + 16);
  for (let left = archive.readUInt16LE(at + 10); left > 0; left--) {
    if (archive.readUInt32LE(place) !== CENTRAL) {
      throw new Error(`no entry at ${place}`);
    }
    const crc = archive.readUInt32LE(place + 16);
    const packed = archive.readUInt32LE(place + 20);
    const nameLength = archive.readUInt16LE(place + 28);
    const local = archive.readUInt32LE(place + 42);
    const name = archive.toString('utf8', place + 46, place + 46 + nameLength);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const bytes = zlib.inflateRawSync(archive.subarray(start, start + packed));
    if (crc32(bytes) !== crc) {
      throw new Error(`${name} is damaged`);
    }
    entries.push({ name, bytes });
    place += 46 + nameLength + archive.readUInt16LE(place + 30) + archive.readUInt16LE(place + 32);
  }
  return entries;
}

/** What the two headers of an entry share, from the signature to the length of the extra field. */
function common(signature, { name, crc, packed, size }, madeBy) {
  const bytes = Buffer.alloc(30 + madeBy.length * 2);
  let at = bytes.writeUInt32LE(signature, 0);
  for (const short of [...madeBy, VERSION, UTF8_NAMES, DEFLATED, 0, DOS_DATE]) {
    at = bytes.writeUInt16LE(short, at);
  }
  for (const long of [crc, packed, size]) {
    at = bytes.writeUInt32LE(long, at);
  }
  at = bytes.writeUInt16LE(name.length, at);
  bytes.writeUInt16LE(0, at);
  return bytes;
}

/** The rest of an entry's header in the directory: no comment, first disk, no attributes, where the entry is. */
function trailer(offset) {
  const bytes = Buffer.alloc(14);
  bytes.writeUInt32LE(offset, 10);
  return bytes;
}

function end(count, length, offset) {
  const bytes = Buffer.alloc(22);
  bytes.writeUInt32LE(END, 0);
  bytes.writeUInt16LE(count, 8);
  bytes.writeUInt16LE(count, 10);
  bytes.writeUInt32LE(length, 12);
  bytes.writeUInt32LE(offset, 16);
  return bytes;
}

module.exports = { read, write };

'use strict';

const assert = require('node:assert/strict');
const test = require('node:test');
const zip = require('../packaging/zip.js');

const entry = (name, text) => ({ name, bytes: Buffer.from(text, 'utf8') });

test('what is written is read again', () => {
  const entries = [entry('a.txt', 'a'), entry('ä/b.txt', 'b'.repeat(100_000)), entry('empty', '')];
  assert.deepEqual(zip.read(zip.write(entries)), entries);
});

test('the same content gives the same archive', () => {
  const entries = [entry('a.txt', 'a')];
  assert.deepEqual(zip.write(entries), zip.write(entries));
});

test('an archive without entries is an archive', () => {
  assert.deepEqual(zip.read(zip.write([])), []);
});

test('a damaged entry is found', () => {
  const archive = zip.write([entry('a.txt', 'a'.repeat(50))]);
  // The checksum of the one entry stands in the directory, 16 bytes after the directory begins.
  archive[archive.readUInt32LE(archive.length - 6) + 16] ^= 1;
  assert.throws(() => zip.read(archive), /a\.txt is damaged/);
});

test('what is no archive is refused', () => {
  assert.throws(() => zip.read(Buffer.from('nonsense')), /no zip archive/);
});

'use strict';

const assert = require('node:assert/strict');
const crypto = require('node:crypto');
const test = require('node:test');

const { html, scripts } = require('./page.js');

const only = (pattern) => {
  const found = [...html.matchAll(pattern)];
  assert.equal(found.length, 1, String(pattern));
  return found[0][1];
};
const source = (text) => `'sha256-${crypto.createHash('sha256').update(text).digest('base64')}'`;

test('the policy of the page forbids all but its own scripts and style', () => {
  const style = only(/<style>([^]*?)<\/style>/g);
  const expected = [
    "default-src 'none'",
    `script-src ${scripts().map(source).join(' ')}`,
    `style-src ${source(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  assert.equal(only(/<meta http-equiv="Content-Security-Policy" content="([^"]*)">/g), expected);
});

/** The first few places of a text that fit a pattern: a failure names them and not the whole page. */
const places = (text, pattern) => [...text.matchAll(pattern)].slice(0, 5).map((found) => found[0]);

test('the page has two scripts of its own and names no other file or address', () => {
  assert.equal(scripts().length, 2);
  assert.equal([...html.matchAll(/<script/g)].length, 2);
  assert.deepEqual(places(html, /\b(src|href)\s*=|@import|url\(|https?:\/\//g), []);
});

test('text of the evidence can only become text', () => {
  assert.deepEqual(places(html, /innerHTML|outerHTML|insertAdjacent|document\.write|\beval\b|new Function|setAttribute/g), []);
});

test('the verifier in the page knows of no document, network, clock or randomness', () => {
  const [verifying, showing] = scripts();
  const reach = /\b(fetch|XMLHttpRequest|WebSocket|sendBeacon|localStorage|indexedDB|Worker)\b/g;
  assert.deepEqual(places(verifying + showing, reach), []);
  assert.deepEqual(places(verifying, /\b(document|window|performance)\.|Date\.now|new Date\(\)|Math\.random/g), []);
});

test('every input has a label', () => {
  const ids = [...html.matchAll(/<(?:input|textarea)[^>]*\bid="([^"]+)"/g)].map((found) => found[1]);
  assert.ok(ids.length >= 10);
  for (const id of ids) {
    assert.match(html, new RegExp(`<label for="${id}">`), id);
  }
  const unnamed = [...html.matchAll(/<input(?![^>]*\bid=)[^>]*>/g)].map((found) => found[0]);
  assert.deepEqual(unnamed.filter((input) => !html.includes(`<label class="choice">${input}`)), []);
});

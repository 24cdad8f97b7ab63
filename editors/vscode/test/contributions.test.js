'use strict';

const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const test = require('node:test');

const ROOT = path.join(__dirname, '..');
const json = (name) => JSON.parse(fs.readFileSync(path.join(ROOT, name), 'utf8'));

const manifest = json('package.json');
const configuration = json('language-configuration.json');

test('every file that package.json names is there', () => {
  const named = [
    manifest.main,
    ...manifest.contributes.languages.map((language) => language.configuration),
    ...manifest.contributes.grammars.map((grammar) => grammar.path),
  ];
  assert.deepEqual(named.filter((name) => !fs.existsSync(path.join(ROOT, name))), []);
});

test('the grammar belongs to the language', () => {
  const [language] = manifest.contributes.languages;
  const [grammar] = manifest.contributes.grammars;
  assert.equal(grammar.language, language.id);
  assert.equal(json(grammar.path).scopeName, grammar.scopeName);
});

test('libraries have one version, and there is no lock file', () => {
  for (const version of Object.values(manifest.dependencies)) {
    assert.match(version, /^\d+\.\d+\.\d+$/);
  }
  assert.ok(!fs.existsSync(path.join(ROOT, 'package-lock.json')));
});

test('a workspace cannot choose the program that is started', () => {
  assert.equal(manifest.contributes.configuration.properties['portcullis.path'].scope, 'machine');
});

test('a declaration is indented until its full stop', () => {
  const increase = new RegExp(configuration.indentationRules.increaseIndentPattern);
  assert.ok(increase.test('hard limit LDN-WAVE-NOTIONAL'));
  assert.ok(increase.test('test "no price, no release"'));
  assert.ok(!increase.test('scope LDN-D1 means order.desk is "Delta 1".'));
  assert.ok(!increase.test('  owner "Trading Risk"'));
});

test('after the full stop the next declaration begins at the margin', () => {
  const [rule] = configuration.onEnterRules;
  assert.ok(new RegExp(rule.beforeText).test('  say "{order.notional}".'));
  assert.ok(new RegExp(rule.beforeText).test('  expect release. -- as before'));
  assert.ok(!new RegExp(rule.beforeText).test('  applies to orders, when released'));
});

test('an id and an attribute are one word each', () => {
  const word = new RegExp(configuration.wordPattern, 'g');
  assert.deepEqual('LDN-D1 order.notional is.'.match(word), ['LDN-D1', 'order.notional', 'is']);
});

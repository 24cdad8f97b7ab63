'use strict';

const assert = require('node:assert/strict');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const test = require('node:test');
const { entries } = require('../packaging/vsix.js');

const SOURCE = path.join(__dirname, '..');

/** The extension as package.sh stages it, with a stand-in for the library that npm fetches. */
function staged(context) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'portcullis-vsix-'));
  context.after(() => fs.rmSync(folder, { recursive: true }));
  for (const name of ['extension.js', 'language-configuration.json', 'package.json', 'README.md', 'syntaxes']) {
    fs.cpSync(path.join(SOURCE, name), path.join(folder, name), { recursive: true });
  }
  fs.cpSync(path.join(SOURCE, '..', '..', 'LICENSE'), path.join(folder, 'LICENSE.txt'));
  const library = path.join(folder, 'node_modules', 'vscode-languageclient');
  fs.mkdirSync(path.join(library, 'lib', 'test'), { recursive: true });
  fs.writeFileSync(path.join(library, 'package.json'), '{}');
  fs.writeFileSync(path.join(library, 'LICENSE'), 'MIT');
  fs.writeFileSync(path.join(library, 'main.d.ts'), 'export {};');
  fs.writeFileSync(path.join(library, 'lib', 'test', 'x.js'), '');
  return folder;
}

const names = (found) => found.map((entry) => entry.name);
const text = (found, name) => found.find((entry) => entry.name === name).bytes.toString('utf8');

test('the package holds what editors look for', (context) => {
  const found = names(entries(staged(context)));
  for (const name of [
    'extension.vsixmanifest',
    '[Content_Types].xml',
    'extension/package.json',
    'extension/extension.js',
    'extension/language-configuration.json',
    'extension/syntaxes/portcullis.tmLanguage.json',
    'extension/README.md',
    'extension/LICENSE.txt',
    'extension/node_modules/vscode-languageclient/package.json',
    'extension/node_modules/vscode-languageclient/LICENSE',
  ]) {
    assert.ok(found.includes(name), name);
  }
});

test('what editors never read is left out', (context) => {
  const found = names(entries(staged(context)));
  assert.deepEqual(found.filter((name) => /\.d\.ts$|\/test\//.test(name)), []);
});

test('every file has a content type', (context) => {
  const found = entries(staged(context));
  const types = text(found, '[Content_Types].xml');
  for (const name of names(found).filter((entry) => entry !== '[Content_Types].xml')) {
    const extension = path.posix.extname(name);
    const typed = extension === '' ? `PartName="/${name}"` : `Extension="${extension}"`;
    assert.ok(types.includes(typed), name);
  }
});

test('the manifest names the extension as package.json does', (context) => {
  const found = entries(staged(context));
  const { name, version, publisher, engines } = JSON.parse(text(found, 'extension/package.json'));
  const manifest = text(found, 'extension.vsixmanifest');
  assert.ok(manifest.includes(`Id="${name}" Version="${version}" Publisher="${publisher}"`), manifest);
  assert.ok(manifest.includes(`Value="${engines.vscode}"`), manifest);
});

test('every asset of the manifest is in the package', (context) => {
  const found = entries(staged(context));
  const assets = [...text(found, 'extension.vsixmanifest').matchAll(/ Path="([^"]+)"/g)].map((match) => match[1]);
  assert.equal(assets.length, 3);
  assert.deepEqual(assets.filter((asset) => !names(found).includes(asset)), []);
});

test('an extension without its library is refused', (context) => {
  const folder = staged(context);
  fs.rmSync(path.join(folder, 'node_modules'), { recursive: true });
  assert.throws(() => entries(folder), /lacks node_modules\/vscode-languageclient\/package\.json/);
});

'use strict';

const fs = require('node:fs');
const path = require('node:path');
const vm = require('node:vm');

const MODULE = path.join(__dirname, '..', '..', '..');
const FILE = path.join(MODULE, 'src/main/resources/org/portcullis/verifier/verify.html');
const RESOURCES = path.join(MODULE, 'src/test/resources');
const GOLDEN = path.join(RESOURCES, 'journals/approved');
const VECTORS = path.join(RESOURCES, 'vectors');

const html = fs.readFileSync(FILE, 'utf8');

/** The texts of the page's two scripts. */
const scripts = () => [...html.matchAll(/<script id="[a-z-]+">([^]*?)<\/script>/g)].map((found) => found[1]);

/** What the page's first script offers; it knows of no document. */
const verifier = vm.runInThisContext(`${scripts()[0]}\nverifier`, { filename: 'verify.html' });

/** The files of a folder by their path in it. */
function filesIn(folder) {
  const files = new Map();
  const walk = (inner) => {
    for (const found of fs.readdirSync(path.join(folder, inner), { withFileTypes: true })) {
      const name = path.posix.join(inner, found.name);
      if (found.isDirectory()) {
        walk(name);
      } else {
        files.set(name, new Uint8Array(fs.readFileSync(path.join(folder, name))));
      }
    }
  };
  walk('');
  return files;
}

/** Writes files into a folder. */
function write(files, folder) {
  for (const [name, bytes] of files) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), bytes);
  }
  return folder;
}

/** Numbers that look random and are the same for the same seed. */
function random(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

module.exports = { FILE, GOLDEN, MODULE, VECTORS, filesIn, html, random, scripts, verifier, write };

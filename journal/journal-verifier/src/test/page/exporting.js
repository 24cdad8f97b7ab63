'use strict';

const { NAME, canonical, digest, leafHash, note, noteKey, pathOf, rootOf } = require('./writing.js');

const KEY = noteKey(NAME);

/** The roots of the perfect subtrees over a range, found by cutting the range itself. */
function cover(leaves, from, to) {
  if (from === to) {
    return [];
  }
  let size = 1;
  while (from % (size * 2) === 0 && from + size * 2 <= to) {
    size *= 2;
  }
  return [rootOf(leaves.slice(from, from + size)), ...cover(leaves, from + size, to)];
}

/** The subtrees of the first leaves: the bits of their number, from the highest. */
function coverFirst(leaves, count) {
  const roots = [];
  let at = 0;
  for (let bit = 2 ** 20; bit >= 1; bit /= 2) {
    if (count & bit) {
      roots.push(rootOf(leaves.slice(at, at + bit)));
      at += bit;
    }
  }
  return roots;
}

const base64 = (hashes) => hashes.map((hash) => hash.toString('base64'));

/** An export's lines, which a test may change before they are closed with their digest. */
function linesOf(entries, { from = 0, to = entries.length, withheld = [], context = [], head = {} } = {}) {
  const leaves = entries.map(leafHash);
  const size = entries.length;
  const first = {
    format: 'portcullis-export/1',
    journal: NAME,
    key: KEY.line,
    scope: from === 0 && to === size && withheld.length === 0 ? { kind: 'all' } : { kind: 'case', case: 'S-1' },
    from,
    to,
    size,
    checkpoint: note(KEY, size, rootOf(leaves)),
    left: base64(coverFirst(leaves, from)),
    right: base64(cover(leaves, to, size)),
    ...head,
  };
  const lines = [first];
  entries.forEach((entry, index) => {
    const shown = { index, entry: entry.toString(), proof: base64(pathOf(index, leaves)) };
    if (index >= from && index < to) {
      lines.push(withheld.includes(index) ? { index, leaf: leaves[index].toString('base64') } : shown);
    } else if (context.includes(index)) {
      lines.push({ ...shown, context: true });
    }
  });
  return lines;
}

function closed(lines, end = {}) {
  const body = lines.map((line) => `${canonical(line)}\n`).join('');
  const counts = {
    shown: lines.filter((line) => line.proof && !line.context).length,
    withheld: lines.filter((line) => line.leaf).length,
    context: lines.filter((line) => line.context).length,
  };
  return Buffer.from(`${body}${canonical({ end: { digest: digest(body), ...counts, ...end } })}\n`);
}

const exported = (entries, options) => closed(linesOf(entries, options));

module.exports = { closed, exported, linesOf };

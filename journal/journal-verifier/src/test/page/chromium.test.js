'use strict';

const assert = require('node:assert/strict');
const { execFileSync, spawn } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const test = require('node:test');
const { pathToFileURL } = require('node:url');

const { FILE, GOLDEN, filesIn, write } = require('./page.js');
const { entriesOf, framesOf, journalOf, noteKey, pathOf, leafHash } = require('./writing.js');

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];
const program = NAMES.find((name) => {
  try {
    execFileSync(name, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
});
const required = process.env.PORTCULLIS_BROWSER === 'required';
const skip = program || required ? false : 'there is no Chromium on this machine';

const FLAGS = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--remote-debugging-pipe',
];

/** A browser that is spoken to over a pipe: JSON messages with a zero byte behind each. */
class Browser {
  constructor(scratch) {
    this.process = spawn(program, [...FLAGS, `--user-data-dir=${path.join(scratch, 'profile')}`, 'about:blank'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    });
    [, , , this.out, this.in] = this.process.stdio;
    this.answers = new Map();
    this.events = [];
    this.number = 0;
    let rest = '';
    this.in.on('data', (part) => {
      const messages = (rest + part).split('\0');
      rest = messages.pop();
      messages.map((text) => JSON.parse(text)).forEach((message) => this.take(message));
    });
    this.ended = new Promise((resolve) => {
      this.process.once('exit', resolve);
    });
    this.ended.then(() => this.answers.forEach(({ reject }) => reject(new Error('the browser ended'))));
  }

  take(message) {
    const waiting = this.answers.get(message.id);
    if (!waiting) {
      this.events.push(message);
      return;
    }
    this.answers.delete(message.id);
    if (message.error) {
      waiting.reject(new Error(`${waiting.method}: ${message.error.message}`));
    } else {
      waiting.resolve(message.result);
    }
  }

  send(method, params = {}) {
    const id = ++this.number;
    return new Promise((resolve, reject) => {
      this.answers.set(id, { method, resolve, reject });
      this.out.write(`${JSON.stringify({ id, method, params, sessionId: this.session })}\0`);
    });
  }

  async open(url) {
    const { targetId } = await this.send('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await this.send('Target.attachToTarget', { targetId, flatten: true });
    this.session = sessionId;
    await this.send('Runtime.enable');
    await this.send('Network.enable');
    await this.send('Log.enable');
    await this.send('Page.enable');
    await this.load(url);
  }

  async load(url) {
    await this.send('Page.navigate', { url });
    await this.evaluate("new Promise((done) => document.readyState === 'complete' ? done() : addEventListener('load', done))");
  }

  async evaluate(expression) {
    const { result, exceptionDetails } = await this.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    assert.equal(exceptionDetails, undefined, exceptionDetails?.exception?.description);
    return result.value;
  }

  /** Chooses files in a file input, as a person does in the dialogue. */
  async choose(id, ...files) {
    const { result } = await this.send('Runtime.evaluate', { expression: `document.getElementById('${id}')` });
    await this.send('DOM.setFileInputFiles', { files, objectId: result.objectId });
    // The files of a folder are listed while the page goes on.
    await this.evaluate(`new Promise((done) => {
      const input = document.getElementById('${id}');
      input.files.length > 0 ? done() : input.addEventListener('change', done, { once: true });
    })`);
  }

  /** Presses the button and waits for the verdict. */
  async verify() {
    await this.evaluate(`new Promise((done) => {
      const seen = new MutationObserver(() => document.getElementById('verdict') && (seen.disconnect(), done()));
      seen.observe(document.getElementById('result'), { childList: true });
      document.getElementById('verify').click();
    })`);
    const word = await this.evaluate("document.querySelector('#verdict .word').textContent");
    this.said = await this.text('verdict');
    return word;
  }

  text(id) {
    return this.evaluate(`document.getElementById('${id}').innerText`);
  }

  async screenshot(name) {
    const folder = process.env.PORTCULLIS_SCREENSHOTS;
    if (folder) {
      const { data } = await this.send('Page.captureScreenshot', { captureBeyondViewport: true, clip: await this.size() });
      fs.writeFileSync(path.join(folder, `${name}.png`), Buffer.from(data, 'base64'));
    }
  }

  async size() {
    const { cssContentSize } = await this.send('Page.getLayoutMetrics');
    return { ...cssContentSize, scale: 1 };
  }

  async close() {
    await this.send('Browser.close').catch(() => undefined);
    await this.ended;
  }
}

const PAGE = pathToFileURL(FILE).href;
let scratch;
let browser;

test.before(async () => {
  if (!skip) {
    assert.ok(program, `PORTCULLIS_BROWSER=required, and none of ${NAMES.join(', ')} is there`);
    scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'portcullis-page-'));
    browser = new Browser(scratch);
    await browser.open(PAGE);
  }
});

test.after(async () => {
  await browser?.close();
  if (scratch) {
    fs.rmSync(scratch, { recursive: true, force: true });
  }
});

/** A page that throws gives no verdict; then the test fails instead of waiting. */
const TERMS = { skip, timeout: 60_000 };

const folderOf = (name, files) => write(files, path.join(scratch, name));

test('in Chromium, opened as a file, the golden journal is valid', TERMS, async () => {
  await browser.load(PAGE);
  await browser.screenshot('empty');
  await browser.choose('folder', GOLDEN);
  await browser.choose('key-file', path.join(GOLDEN, 'journal.vkey'));
  await browser.evaluate("document.getElementById('hold').value = 'H-1'; document.getElementById('number').value = '6'");
  assert.equal(await browser.verify(), 'VALID', browser.said);
  assert.match(await browser.text('result'), /all 12 entries are the ones that were signed with the trusted key/);
  const details = await browser.text('details');
  assert.match(details, /174 million USD in 1,047 orders/);
  assert.match(details, /p-alice: approve/);
  assert.match(details, /holds, 4 hashes to the root/);
  await browser.screenshot('valid');
});

test('in Chromium an altered copy is refused, with the place', TERMS, async () => {
  const files = filesIn(GOLDEN);
  const segment = files.get('segments/0000000000000000.seg');
  const { at } = framesOf(segment).filter((frame) => frame.type === 1)[6];
  segment[at + 100] ^= 1;
  await browser.load(PAGE);
  await browser.choose('folder', folderOf('altered', files));
  assert.equal(await browser.verify(), 'TAMPERED');
  assert.match(await browser.text('verdict'), new RegExp(`first entry concerned\\s+6\\s+file\\s+segments/0+\\.seg\\s+byte\\s+${at}`));
  await browser.screenshot('tampered');
});

test('in Chromium one entry with its proof is checked', TERMS, async () => {
  const key = noteKey('example.org/desk');
  const entries = entriesOf(key, [{ type: 'work.reported', body: { number: 1 } }]);
  const checkpoint = journalOf(key, entries).get('checkpoint');
  const path64 = pathOf(1, entries.map(leafHash)).map((hash) => `${hash.toString('base64')}\n`);
  const proof = Buffer.from(`c2sp.org/tlog-proof@v1\nindex 1\n${path64.join('')}\n${checkpoint}`);
  const folder = folderOf('proof', new Map([['entry', entries[1]], ['proof', proof]]));
  await browser.load(PAGE);
  await browser.evaluate("document.querySelector('input[value=proof]').click()");
  await browser.choose('entry', path.join(folder, 'entry'));
  await browser.choose('proof', path.join(folder, 'proof'));
  assert.equal(await browser.verify(), 'UNREADABLE');
  await browser.evaluate(`document.getElementById('key').value = ${JSON.stringify(key.line)}`);
  assert.equal(await browser.verify(), 'VALID', browser.said);
});

test('in Chromium hostile text of the evidence stays text', TERMS, async () => {
  const key = noteKey('example.org/desk');
  const hostile = '<img src=x onerror="document.title=1"><script>document.title=2</script>\u202egnirts';
  const files = journalOf(key, entriesOf(key, [{ type: 'pack.activated', body: { fingerprint: hostile } }]));
  await browser.load(PAGE);
  await browser.choose('folder', folderOf('hostile', files));
  await browser.evaluate("document.getElementById('number').value = '1'");
  assert.equal(await browser.verify(), 'VALID', browser.said);
  assert.match(await browser.text('details'), /<img src=x onerror=.*\\u202egnirts/);
  assert.equal(await browser.evaluate("document.querySelectorAll('img, main script').length"), 0);
  assert.equal(await browser.evaluate('document.title'), 'Portcullis journal verifier');
});

test('in Chromium nothing but the page itself and what was chosen is loaded, and nothing is reported', TERMS, async () => {
  await browser.evaluate("fetch('data:text/plain,x').then(() => { throw new Error('a fetch went through') }, () => undefined)");
  const asked = browser.events.filter((event) => event.method === 'Network.requestWillBeSent').map((event) => event.params.request.url);
  assert.deepEqual([...new Set(asked)].filter((url) => url !== PAGE && !url.startsWith('data:text/plain,x')), []);
  const thrown = browser.events.filter((event) => event.method === 'Runtime.exceptionThrown');
  assert.deepEqual(thrown.map((event) => event.params.exceptionDetails.text), []);
});

test('in Chromium 100,000 entries are verified while the page stays alive', TERMS, async (context) => {
  const key = noteKey('example.org/desk');
  const happened = Array.from({ length: 99_999 }, (none, index) => ({ type: 'work.reported', body: { event: 'executed', number: index } }));
  const entries = entriesOf(key, happened);
  await browser.load(PAGE);
  await browser.choose('folder', folderOf('large', journalOf(key, entries, { batches: [100_000] })));
  await browser.evaluate("globalThis.beats = 0; setInterval(() => { globalThis.beats++; }, 20); undefined");
  assert.equal(await browser.verify(), 'VALID', browser.said);
  assert.ok((await browser.evaluate('globalThis.beats')) > 1);
  const took = /took\s+([0-9]+ ms)/.exec(await browser.text('result'))[1];
  context.diagnostic(`100,000 entries took ${took}`);
});

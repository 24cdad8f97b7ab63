'use strict';

const assert = require('node:assert/strict');
const Module = require('node:module');
const path = require('node:path');
const test = require('node:test');

const EXTENSION = path.join(__dirname, '..', 'extension.js');

/** The extension in an editor that remembers what it is told; the library is one that remembers too. */
function inAnEditor({ setting = 'portcullis', organisation = '', fails } = {}) {
  const seen = { clients: [], errors: [], languages: [], commands: {}, providers: {} };
  const editor = {
    workspace: {
      createFileSystemWatcher: (pattern) => pattern,
      getConfiguration: () => ({ get: (name) => ({ path: setting, organisation })[name] }),
      workspaceFolders: [{ uri: { fsPath: '/desk' } }],
      registerTextDocumentContentProvider: (scheme, provider) => {
        seen.providers[scheme] = provider;
      },
      onDidOpenTextDocument: (listener) => {
        seen.opened = listener;
      },
      onDidChangeConfiguration: (listener) => {
        seen.configured = listener;
      },
    },
    languages: { setTextDocumentLanguage: (document, language) => seen.languages.push(language) },
    commands: {
      registerCommand: (name, command) => {
        seen.commands[name] = command;
      },
    },
    window: { showErrorMessage: async (message) => seen.errors.push(message) },
  };
  class LanguageClient {
    constructor(id, name, server, options) {
      Object.assign(this, { server, options, running: false });
      seen.clients.push(this);
    }
    async start() {
      if (fails) {
        throw new Error(fails);
      }
      this.running = true;
    }
    async stop() {
      this.running = false;
    }
    async sendRequest(method, parameters) {
      return { markdown: `${method} ${parameters.code}` };
    }
  }
  const library = { LanguageClient, TransportKind: { stdio: 0 } };
  const load = Module._load;
  Module._load = (request, ...rest) =>
    request === 'vscode' ? editor : request === 'vscode-languageclient/node' ? library : load(request, ...rest);
  try {
    delete require.cache[EXTENSION];
    seen.extension = require(EXTENSION);
  } finally {
    Module._load = load;
  }
  return seen;
}

test('the server is started with the launcher of the settings', async () => {
  const seen = inAnEditor({ setting: '/opt/portcullis/portcullis' });
  await seen.extension.activate({ subscriptions: [] });
  assert.equal(seen.clients.length, 1);
  assert.deepEqual(seen.clients[0].server.run, {
    command: '/opt/portcullis/portcullis',
    args: ['language-server'],
    transport: 0,
  });
  assert.deepEqual(seen.clients[0].options.documentSelector, [{ language: 'portcullis' }]);
  assert.ok(seen.clients[0].running);
});

test('the organisation file is named from the folder of the workspace', async () => {
  const seen = inAnEditor({ organisation: 'firm/organisation.yaml' });
  await seen.extension.activate({ subscriptions: [] });
  assert.deepEqual(seen.clients[0].server.run.args, [
    'language-server',
    '--organisation',
    path.resolve('/desk', 'firm/organisation.yaml'),
  ]);
});

test('an empty setting means the launcher on the path', async () => {
  const seen = inAnEditor({ setting: '' });
  await seen.extension.activate({ subscriptions: [] });
  assert.equal(seen.clients[0].server.run.command, 'portcullis');
});

test('a server that does not start is said with the cure', async () => {
  const seen = inAnEditor({ fails: 'spawn portcullis ENOENT' });
  await seen.extension.activate({ subscriptions: [] });
  assert.equal(seen.errors.length, 1);
  assert.match(seen.errors[0], /ENOENT.*portcullis\.path/);
});

test('another launcher starts another server', async () => {
  const seen = inAnEditor();
  await seen.extension.activate({ subscriptions: [] });
  await seen.configured({ affectsConfiguration: (name) => name === 'portcullis' });
  assert.deepEqual(
    seen.clients.map((client) => client.running),
    [false, true],
  );
});

test('other settings leave the server alone', async () => {
  const seen = inAnEditor();
  await seen.extension.activate({ subscriptions: [] });
  await seen.configured({ affectsConfiguration: () => false });
  assert.equal(seen.clients.length, 1);
});

test('the command restarts the server', async () => {
  const seen = inAnEditor();
  await seen.extension.activate({ subscriptions: [] });
  await seen.commands['portcullis.restart']();
  assert.equal(seen.clients.length, 2);
});

test('the link of a code shows its page', async () => {
  const seen = inAnEditor();
  await seen.extension.activate({ subscriptions: [] });
  const page = await seen.providers['portcullis-explain'].provideTextDocumentContent({ path: 'P0301' });
  assert.equal(page, 'portcullis/explain P0301');
  await seen.opened({ uri: { scheme: 'portcullis-explain' } });
  await seen.opened({ uri: { scheme: 'file' } });
  assert.deepEqual(seen.languages, ['markdown']);
});

test('the server ends with the extension', async () => {
  const seen = inAnEditor();
  await seen.extension.activate({ subscriptions: [] });
  await seen.extension.deactivate();
  assert.deepEqual(
    seen.clients.map((client) => client.running),
    [false],
  );
});

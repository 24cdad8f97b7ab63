'use strict';

// Starts the language server and connects it with the editor. Everything about policies is the server's work.

const path = require('node:path');
const vscode = require('vscode');
const { LanguageClient, TransportKind } = require('vscode-languageclient/node');

/** The scheme under which the editor shows the pages of diagnostic codes. */
const PAGES = 'portcullis-explain';

let client;

async function activate(context) {
  context.subscriptions.push(
    vscode.workspace.registerTextDocumentContentProvider(PAGES, { provideTextDocumentContent: page }),
    vscode.workspace.onDidOpenTextDocument((document) => {
      if (document.uri.scheme === PAGES) {
        return vscode.languages.setTextDocumentLanguage(document, 'markdown');
      }
      return undefined;
    }),
    vscode.commands.registerCommand('portcullis.restart', restart),
    vscode.workspace.onDidChangeConfiguration((change) =>
      change.affectsConfiguration('portcullis') ? restart() : undefined,
    ),
  );
  await start();
}

async function deactivate() {
  await stop();
}

async function start() {
  const settings = vscode.workspace.getConfiguration('portcullis');
  const launcher = settings.get('path') || 'portcullis';
  const server = { command: launcher, args: serverArguments(settings), transport: TransportKind.stdio };
  client = new LanguageClient(
    'portcullis',
    'Portcullis',
    { run: server, debug: server },
    {
      documentSelector: [{ language: 'portcullis' }],
      synchronize: { fileEvents: vscode.workspace.createFileSystemWatcher('**/*.{policy,csv}') },
      initializationOptions: { explanations: `${PAGES}:` },
    },
  );
  try {
    await client.start();
  } catch (failure) {
    client = undefined;
    await vscode.window.showErrorMessage(
      `Portcullis did not start: \`${launcher} language-server\`: ${failure.message}. ` +
        'Install Portcullis, or set portcullis.path to its launcher.',
    );
  }
}

/** The arguments of the launcher; the organisation file is named from the first folder of the workspace. */
function serverArguments(settings) {
  const organisation = settings.get('organisation');
  if (!organisation) {
    return ['language-server'];
  }
  const [folder] = vscode.workspace.workspaceFolders || [];
  return ['language-server', '--organisation', folder ? path.resolve(folder.uri.fsPath, organisation) : organisation];
}

async function stop() {
  const running = client;
  client = undefined;
  if (running) {
    await running.stop();
  }
}

async function restart() {
  await stop();
  await start();
}

/** The page of a code, for a link such as portcullis-explain:P0301. */
async function page(address) {
  if (!client) {
    return 'The language server is not running.';
  }
  const answer = await client.sendRequest('portcullis/explain', { code: address.path });
  return answer.markdown;
}

module.exports = { activate, deactivate };

'use strict';

// Packs the folder of an extension into a .vsix: node vsix.js FOLDER FILE. Exits 2 when the folder is no complete extension.

const fs = require('node:fs');
const path = require('node:path');
const zip = require('./zip.js');

const TYPES = new Map([
  ['.cjs', 'application/javascript'],
  ['.js', 'application/javascript'],
  ['.json', 'application/json'],
  ['.map', 'application/json'],
  ['.md', 'text/markdown'],
  ['.mjs', 'application/javascript'],
  ['.ts', 'video/mp2t'],
  ['.txt', 'text/plain'],
  ['.vsixmanifest', 'text/xml'],
]);
const OTHER = 'application/octet-stream';

/** What of an installed library an editor never reads. */
const LEFT_OUT = /(^|\/)(\.[^/]*|typings|test|tests|docs)$|\.(d\.ts|map|tsbuildinfo)$/;

/** The entries of a .vsix for the extension in the folder. */
function entries(folder) {
  const manifest = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const files = list(folder, '');
  requireComplete(folder, manifest, files);
  const content = files.map((name) => ({ name: `extension/${name}`, bytes: fs.readFileSync(path.join(folder, name)) }));
  return [
    { name: 'extension.vsixmanifest', bytes: Buffer.from(vsixManifest(manifest), 'utf8') },
    { name: '[Content_Types].xml', bytes: Buffer.from(contentTypes(content.map((entry) => entry.name)), 'utf8') },
    ...content,
  ];
}

function list(folder, below) {
  const found = [];
  for (const entry of fs.readdirSync(path.join(folder, below), { withFileTypes: true })) {
    const name = below === '' ? entry.name : `${below}/${entry.name}`;
    if (LEFT_OUT.test(name)) {
      continue;
    }
    found.push(...(entry.isDirectory() ? list(folder, name) : [name]));
  }
  return found.sort();
}

function requireComplete(folder, manifest, files) {
  const contributed = [
    manifest.main,
    ...manifest.contributes.languages.map((language) => language.configuration),
    ...manifest.contributes.grammars.map((grammar) => grammar.path),
  ].map((name) => path.posix.normalize(name));
  const needed = ['README.md', 'LICENSE.txt', ...contributed];
  const libraries = Object.keys(manifest.dependencies || {}).map((name) => `node_modules/${name}/package.json`);
  const missing = [...needed, ...libraries].filter((name) => !files.includes(name));
  if (missing.length > 0) {
    throw new Error(`${folder} lacks ${missing.join(', ')}`);
  }
}

function vsixManifest(manifest) {
  return `<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011" xmlns:d="http://schemas.microsoft.com/developer/vsx-schema-design/2011">
  <Metadata>
    <Identity Language="en-US" Id="${escaped(manifest.name)}" Version="${escaped(manifest.version)}" Publisher="${escaped(manifest.publisher)}"/>
    <DisplayName>${escaped(manifest.displayName)}</DisplayName>
    <Description xml:space="preserve">${escaped(manifest.description)}</Description>
    <Tags>${escaped(manifest.contributes.languages.map((language) => language.id).join(','))}</Tags>
    <Categories>${escaped(manifest.categories.join(','))}</Categories>
    <License>extension/LICENSE.txt</License>
    <Properties>
      <Property Id="Microsoft.VisualStudio.Code.Engine" Value="${escaped(manifest.engines.vscode)}"/>
      <Property Id="Microsoft.VisualStudio.Code.ExtensionDependencies" Value=""/>
      <Property Id="Microsoft.VisualStudio.Code.ExtensionPack" Value=""/>
      <Property Id="Microsoft.VisualStudio.Code.ExtensionKind" Value="workspace"/>
      <Property Id="Microsoft.VisualStudio.Code.LocalizedLanguages" Value=""/>
    </Properties>
  </Metadata>
  <Installation>
    <InstallationTarget Id="Microsoft.VisualStudio.Code"/>
  </Installation>
  <Dependencies/>
  <Assets>
    <Asset Type="Microsoft.VisualStudio.Code.Manifest" Path="extension/package.json" Addressable="true"/>
    <Asset Type="Microsoft.VisualStudio.Services.Content.Details" Path="extension/README.md" Addressable="true"/>
    <Asset Type="Microsoft.VisualStudio.Services.Content.License" Path="extension/LICENSE.txt" Addressable="true"/>
  </Assets>
</PackageManifest>
`;
}

/** Every extension of a file name needs a type, and a file without one needs a type of its own. */
function contentTypes(names) {
  const defaults = new Map([['.vsixmanifest', 'text/xml']]);
  const overrides = new Map();
  for (const name of names) {
    const extension = path.posix.extname(name).toLowerCase();
    if (extension === '') {
      overrides.set(name, OTHER);
    } else {
      defaults.set(extension, TYPES.get(extension) || OTHER);
    }
  }
  const lines = [
    ...[...defaults].map(([extension, type]) => `  <Default Extension="${escaped(extension)}" ContentType="${type}"/>`),
    ...[...overrides].map(([name, type]) => `  <Override PartName="/${escaped(name)}" ContentType="${type}"/>`),
  ];
  return `<?xml version="1.0" encoding="utf-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
${lines.join('\n')}
</Types>
`;
}

function escaped(text) {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

if (require.main === module) {
  const [folder, file] = process.argv.slice(2);
  if (!folder || !file) {
    console.error('vsix: usage: node vsix.js FOLDER FILE');
    process.exit(2);
  }
  try {
    const archive = zip.write(entries(folder));
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, archive);
    console.log(`${file}: ${archive.length} bytes`);
  } catch (failure) {
    console.error(`vsix: ${failure.message}`);
    process.exit(2);
  }
}

module.exports = { entries };

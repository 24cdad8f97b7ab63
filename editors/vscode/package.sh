#!/usr/bin/env bash
# Packages the extension: editors/vscode/package.sh [FILE]; FILE is editors/vscode/target/portcullis.vsix where none is named.
# Needs Node 18 or newer. npm fetches the client library by name, from its cache where that has it, so a machine that packaged
# once packages again without a network.
set -euo pipefail
vsix=${1:-}
[ -z "$vsix" ] || vsix=$(realpath -m -- "$vsix")
cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")"

fail() {
  printf 'package: %s\n' "$1" >&2
  exit 2
}

command -v node >/dev/null || fail 'no node on the PATH; install Node 18 or newer (on Debian: apt-get install nodejs npm)'
command -v npm >/dev/null || fail 'no npm on the PATH; install it (on Debian: apt-get install npm)'
stage=target/extension
rm -rf -- "$stage"
mkdir -p -- "$stage"
cp -R -- extension.js language-configuration.json package.json README.md syntaxes "$stage"
cp -- ../../LICENSE "$stage/LICENSE.txt"
(cd -- "$stage" && npm install --omit=dev --no-package-lock --no-audit --no-fund --ignore-scripts --prefer-offline --loglevel=error >/dev/null) \
  || fail 'npm could not fetch the client library; it needs a network once, and its cache afterwards'
node packaging/vsix.js "$stage" "${vsix:-target/portcullis.vsix}"

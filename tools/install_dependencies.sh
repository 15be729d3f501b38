#!/usr/bin/env bash
# Installs what is missing on Debian 12: compiler and libraries, and with `all` what the slow tests use,
# a few npm packages in tests/slow/browser included.  Needs root (or sudo) only when something is missing.
set -euo pipefail
cd "$(dirname "$0")/.."

packages=(g++ cmake ninja-build ccache pkg-config python3
  libboost-dev libpugixml-dev libxlsxwriter-dev catch2 nlohmann-json3-dev libcli11-dev libfmt-dev
  libtomlplusplus-dev libutf8proc-dev libssl-dev libzip-dev zlib1g-dev poppler-utils
  libmd4c-dev libgumbo-dev libyaml-dev libsqlite3-dev libmimalloc-dev python3-jsonschema)
if [[ ${1:-} == all ]]; then
  packages+=(tesseract-ocr tesseract-ocr-eng python3-openpyxl libreoffice-calc-nogui libreoffice-writer-nogui libxml2-utils python3-icalendar clang)
  packages+=(chromium openjdk-17-jre-headless)
  # npm of another origin than Debian's cannot stand beside Debian's.
  command -v npm >/dev/null || packages+=(nodejs npm)
fi

install_packages() {
  local sudo=()
  if [[ $(id -u) -ne 0 ]]; then
    command -v sudo >/dev/null || { echo "Missing packages, and no root to install them: $*" >&2; exit 1; }
    sudo=(sudo)
  fi
  echo "Installing: $*"
  export DEBIAN_FRONTEND=noninteractive
  "${sudo[@]}" apt-get update -qq
  "${sudo[@]}" apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

missing=()
for p in "${packages[@]}"; do
  dpkg-query -W -f='${Status}' "$p" 2>/dev/null | grep -q 'ok installed' || missing+=("$p")
done
[[ ${#missing[@]} -eq 0 ]] || install_packages "${missing[@]}"

browser=tests/slow/browser
if [[ ${1:-} == all && ! -d $browser/node_modules ]]; then
  npm install --prefix $browser --ignore-scripts --no-package-lock --no-audit --no-fund >/dev/null
fi

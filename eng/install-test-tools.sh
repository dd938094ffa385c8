#!/usr/bin/env bash
# Installs what the tests use beside the .NET SDK: a C linker and zlib for Native AOT, and two foreign MessagePack
# libraries. Debian with root rights only; elsewhere the tests that miss something skip and say so.
set -euo pipefail
cd "$(dirname "$0")/.."

packages=()
command -v gcc >/dev/null || packages+=(gcc libc6-dev)
[ -e /usr/include/zlib.h ] || packages+=(zlib1g-dev)
/usr/bin/python3 -c 'import msgpack' 2>/dev/null || packages+=(python3-msgpack)
command -v node >/dev/null || packages+=(nodejs npm)

if [ ${#packages[@]} -gt 0 ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null
fi

if command -v npm >/dev/null; then
  npm ci --prefix tests/TestKit/Foreign --no-audit --no-fund --silent
fi

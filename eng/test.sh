#!/usr/bin/env bash
# Builds everything and runs every test; the last line is: N passed, N failed, N skipped.
# With --require-all a test that would skip fails instead.
set -uo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_UI_LANGUAGE=en DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

strict=()
[ "${1:-}" = --require-all ] && { strict=(--fail-skips on); shift; }

bash eng/install-test-tools.sh || { [ ${#strict[@]} -eq 0 ] || exit 1; }
dotnet build Toolkit.sln -c Release -nodeReuse:false || exit 1

log=$(mktemp)
dotnet test --solution Toolkit.sln -c Release --no-build --no-ansi --no-progress "${strict[@]}" "$@" | tee "$log"
code=$?
number() { sed -nE "s/^ +$1: +([0-9]+)$/\1/p" "$log" | tail -n 1; }
passed=$(number succeeded); failed=$(number failed); skipped=$(number skipped)
printf '%s passed, %s failed, %s skipped\n' "${passed:-0}" "${failed:-0}" "${skipped:-0}"
exit $code

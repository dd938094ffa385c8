#!/usr/bin/env bash
# Publishes an empty program and the memory store sample as native code and compares their size and start (B13).
set -euo pipefail
cd "$(dirname "$0")/.."
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
for project in benchmarks/EmptyProgram samples/MemoryStore; do
  dotnet publish "$project" -c Release -f net9.0 --artifacts-path "$out/artifacts" -o "$out/$(basename "$project")" --nologo -v quiet
done
dotnet run --project benchmarks/Benchmarks -c Release -- startup "$out/EmptyProgram/EmptyProgram" "$out/MemoryStore/MemoryStore"

#!/usr/bin/env bash
# Source files stay below 400 lines; above 250 they are named, as places to ask whether they hold two ideas.
set -euo pipefail
cd "$(dirname "$0")/.."
git ls-files 'src/*.cs' 'samples/*.cs' | xargs -r wc -l | awk '
  $2 == "total" { next }
  $1 > 400 { print "too long: " $2 " " $1; bad = 1 }
  $1 > 250 && $1 <= 400 { print "long: " $2 " " $1 }
  END { exit bad }'

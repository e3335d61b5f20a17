#!/bin/sh
# Builds the program of docs/example on top of the library, and runs it on the fixtures.
# usage: example.sh CASEGATE
set -eu
casegate=$1
swift build -c release --package-path docs/example --scratch-path .build/example > .build/example.log 2>&1 || { cat .build/example.log; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/logs"
echo 'call from +1 212 555 0147, cause 38' > "$work/logs/a.log"
"$casegate" key new --output "$work/site.key" 2>/dev/null
"$casegate" key new --signing --output "$work/signing.pem" 2>/dev/null
.build/example/release/support-bundle Fixtures/cases/good-high.yaml Fixtures/customers/good.yaml "$work/logs" \
  "$work/clean.tar.gz" "$work/site.key" "$work/signing.pem" > "$work/said" || { cat "$work/said"; exit 1; }
grep -q 'replaced: 1 values in 1 entries' "$work/said"
grep -q 'verdict: pass' "$work/said"
"$casegate" verify "$work/clean.tar.gz" -q
echo 'example program: built on the library, and its three jobs hold'

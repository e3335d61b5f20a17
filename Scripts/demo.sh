#!/bin/sh
# The three jobs on the fixtures: check a case, scrub a bundle, gate an upload.
# usage: demo.sh CASEGATE CASEGATE-FIXTURES
set -eu
casegate=$1
fixtures=$2
work=Fixtures/generated
rm -rf "$work"
mkdir -p "$work"

say() { printf '\n\033[1m%s\033[0m\n' "$*"; }
run() { printf '$ %s\n' "$*"; "$@"; }

at=2026-11-24T10:00:00Z
# The invented logs are of another day than the case: a check would say so.
sed 's/2026-11-20T14:05:00-05:00/2026-03-02T09:05:00-05:00/' Fixtures/cases/good-high.yaml > "$work/case.yaml"
ready="--case $work/case.yaml --customer Fixtures/customers/good.yaml --at $at"

say 'An invented bundle of contact-centre logs'
run "$fixtures" bundle --seed 7 --size-mb 4 --output "$work/logs"
tar -C "$work" -czf "$work/logs.tar.gz" logs

say '1. Check: is the case ready to submit?'
# shellcheck disable=SC2086
run "$casegate" check $ready --attachment "$work/logs.tar.gz"
say '   ... and one that is not:'
run "$casegate" check --case Fixtures/cases/bad-template.yaml --customer Fixtures/customers/one-contact.yaml --at $at || true

say '2. Scrub: the same shape comes out, without personal data and secrets'
run "$casegate" key new --output "$work/site.key"
run "$casegate" scrub "$work/logs.tar.gz" --output "$work/clean.tar.gz" --key-file "$work/site.key" \
  --manifest "$work/manifest.json"
mkdir "$work/clean"
tar -C "$work/clean" -xzf "$work/clean.tar.gz"
say '   one call before and after:'
log=logs/eventserver/$(ls "$work/logs/eventserver" | head -n 1)
sed -n '14,34p' "$work/$log" | cut -c1-110
echo '   ->'
sed -n '14,34p' "$work/clean/$log" | cut -c1-110

say '3. Gate: the upload runs only when the case is ready and the bundle is clean'
run "$casegate" key new --signing --output "$work/signing.pem"
# shellcheck disable=SC2086
run "$casegate" gate $ready "$work/logs.tar.gz" -- cp '{}' "$work/uploaded.tar.gz" | tail -n 3 || true
[ ! -e "$work/uploaded.tar.gz" ] && echo '   the dirty bundle was not uploaded'
# shellcheck disable=SC2086
run "$casegate" gate $ready "$work/clean.tar.gz" --receipt "$work/receipt.json" --signing-key "$work/signing.pem" \
  -- cp '{}' "$work/uploaded.tar.gz"
cmp "$work/clean.tar.gz" "$work/uploaded.tar.gz" && echo '   the clean bundle was uploaded, byte for byte'
"$casegate" key public "$work/signing.pem" > "$work/signing.pub"
run "$casegate" verify "$work/uploaded.tar.gz" --manifest "$work/manifest.json" --receipt "$work/receipt.json" --public-key "$work/signing.pub"

say 'The results are in Fixtures/generated.'

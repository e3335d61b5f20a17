#!/bin/sh
# Verifies receipts with software that shares no code with casegate: the golden ones, and one made just now.
# usage: interop.sh CASEGATE
# The verifiers come from PyPI; without it, this says so and passes, unless INTEROP=required.
set -eu
casegate=$1
room=.build/interop
if [ ! -x "$room/bin/python3" ] || ! "$room/bin/python3" -c 'import securesystemslib, in_toto_attestation, pre_commit' 2>/dev/null; then
  if ! { python3 -m venv "$room" && "$room/bin/pip" install -q 'securesystemslib[crypto]' in-toto-attestation pre-commit; } >&2; then
    echo "receipts were not verified by other software: it could not be installed" >&2
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

#!/bin/sh
# Runs an upload only when the case is ready and every bundle is clean, and keeps the receipt.
#
#   gated-upload.sh BUNDLE... -- COMMAND...        {} in COMMAND stands for the bundles
#
#   CASEGATE_CASE          the case file, by default case.yaml
#   CASEGATE_CUSTOMER      the customer file, by default customer.yaml
#   CASEGATE_SIGNING_KEY   from 'casegate key new --signing'; without it there is no receipt
#   CASEGATE_RECEIPTS      the folder for receipts, by default receipts
#   CASEGATE               the program, by default casegate
#
# Exit status: that of 'casegate gate': 0 sent, 1 blocked, 2 undecided, 4 passed but COMMAND failed.
set -eu
[ $# -gt 0 ] || { sed -n '2,/^set/s/^# \{0,1\}//p' "$0" >&2; exit 2; }
casegate=${CASEGATE:-casegate}
command -v "$casegate" >/dev/null || { echo "$0: '$casegate' is not there; set CASEGATE" >&2; exit 2; }

# The options go first: all that follows is the caller's.
set -- --case "${CASEGATE_CASE:-case.yaml}" --customer "${CASEGATE_CUSTOMER:-customer.yaml}" "$@"
if [ -n "${CASEGATE_SIGNING_KEY:-}" ]; then
  receipts=${CASEGATE_RECEIPTS:-receipts}
  mkdir -p "$receipts"
  set -- --signing-key "$CASEGATE_SIGNING_KEY" --receipt "$receipts/$(date -u +%Y%m%dT%H%M%SZ)-$$.json" "$@"
fi

status=0
"$casegate" gate "$@" || status=$?
case $status in
  0) ;;
  1) echo "not sent: mend what is listed above, and try again" >&2 ;;
  4) echo "not sent: everything passed, but the upload itself failed; try again" >&2 ;;
  *) echo "not sent: it could not be decided whether it may be" >&2 ;;
esac
exit "$status"

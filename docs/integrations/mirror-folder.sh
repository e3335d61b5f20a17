#!/bin/sh
# Sends whatever lies in a folder, one bundle at a time; made for cron:
#
#   */10 * * * *  /opt/casegate/mirror-folder.sh /srv/outbox curl -T {} https://upload.example.com/
#
# A bundle that was sent moves to OUTBOX/sent. One that may not be sent stays, with its report in OUTBOX/reports, and is
# looked at again when it has changed. What is younger than two minutes may still be written, and waits.
# The settings are those of gated-upload.sh; CASEGATE_MIRROR_AGE changes the two minutes.
set -eu
[ $# -ge 2 ] || { sed -n '2,/^set/s/^# \{0,1\}//p' "$0" >&2; exit 2; }
outbox=$1
shift
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$outbox/sent" "$outbox/reports"
CASEGATE_RECEIPTS=${CASEGATE_RECEIPTS:-$outbox/receipts}
export CASEGATE_RECEIPTS

# One run at a time; the lock goes with the process.
exec 9> "$outbox/.lock"
flock -n 9 || exit 0

worst=0
for bundle in "$outbox"/*; do
  [ -f "$bundle" ] && [ ! -L "$bundle" ] || continue
  name=$(basename "$bundle")
  [ -z "$(find "$bundle" -mmin "-${CASEGATE_MIRROR_AGE:-2}")" ] || continue
  report=$outbox/reports/$name.txt
  if [ -e "$report" ] && [ -z "$(find "$bundle" -newer "$report")" ]; then continue; fi
  status=0
  "$here/gated-upload.sh" "$bundle" -- "$@" > "$report" 2>&1 9>&- || status=$?
  case $status in
    0) mv "$bundle" "$outbox/sent/$name" && rm "$report" ;;
    # What failed on the way is tried again by the next run.
    4) rm "$report" ;;
  esac
  [ "$status" -le "$worst" ] || worst=$status
done
exit "$worst"

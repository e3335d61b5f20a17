#!/bin/sh
# Sends one bundle by sftp, when it may be sent.
#
#   sftp-upload.sh BUNDLE HOST REMOTE-NAME [SFTP-OPTION...]
#   sftp-upload.sh clean.tar.gz support@sftp.example.com incoming/4711.tar.gz -P 2222
#
# The file appears under its name when it is complete. The settings are those of gated-upload.sh.
set -eu
[ $# -ge 3 ] || { sed -n '2,/^set/s/^# \{0,1\}//p' "$0" >&2; exit 2; }
bundle=$1 host=$2 name=$3
shift 3
case $name in *[!A-Za-z0-9._/-]*) echo "$0: the remote name may have letters, digits and . _ / - only" >&2; exit 2 ;; esac
# sftp ends a batch at the first line that fails; standard input is the batch, so a password cannot be asked for.
# shellcheck disable=SC2016
exec "$(dirname "$0")/gated-upload.sh" "$bundle" -- sh -c '
  file=$1 host=$2 name=$3
  shift 3
  cd "$(dirname "$file")"
  ln -s "$(basename "$file")" outgoing 2>/dev/null || cp "$(basename "$file")" outgoing
  printf "put outgoing %s.part\nrename %s.part %s\n" "$name" "$name" "$name" | sftp -b - "$@" "$host"
' sh {} "$host" "$name" "$@"

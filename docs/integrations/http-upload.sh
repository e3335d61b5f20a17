#!/bin/sh
# Sends one bundle by HTTP PUT, when it may be sent.
#
#   http-upload.sh BUNDLE URL [CURL-OPTION...]
#   http-upload.sh clean.tar.gz https://upload.example.com/cases/4711/ --netrc
#
# A URL that ends in / gets the bundle's name. The settings are those of gated-upload.sh.
set -eu
[ $# -ge 2 ] || { sed -n '2,/^set/s/^# \{0,1\}//p' "$0" >&2; exit 2; }
bundle=$1 url=$2
shift 2
exec "$(dirname "$0")/gated-upload.sh" "$bundle" -- \
  curl --fail --silent --show-error --retry 3 "$@" --upload-file {} "$url"

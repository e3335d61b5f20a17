#!/bin/sh
# Runs the examples of docs/integrations against real servers on this machine: OpenSSH's sftp server and nginx.
# A clean bundle must arrive byte for byte; for a dirty one no connection may be opened.
# usage: integrations.sh CASEGATE
set -eu
PATH=$PATH:/usr/sbin:/sbin
here=$(cd "$(dirname "$0")/.." && pwd)
CASEGATE=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
CASEGATE_CASE=$here/Fixtures/cases/good-high.yaml
CASEGATE_CUSTOMER=$here/Fixtures/customers/good.yaml
export CASEGATE CASEGATE_CASE CASEGATE_CUSTOMER
examples=$here/docs/integrations
work=$(mktemp -d)
web=0 shell=0
trap 'kill $web $shell 2>/dev/null || true; rm -rf "$work"' EXIT
cd "$work"
HOME=$work; export HOME

claim() { # text, command...: the command must succeed
  text=$1; shift
  if "$@" > claim.log 2>&1; then echo "ok      $text"; else echo "FAILED  $text"; cat claim.log; exit 1; fi
}
ends() { # status, command...: the command must end with that status
  want=$1; shift
  got=0; "$@" || got=$?
  [ "$got" = "$want" ] || { echo "status $got instead of $want"; return 1; }
}
port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }
answers() { python3 -c 'import socket, sys; socket.create_connection(("127.0.0.1", int(sys.argv[1])), 1)' "$1" 2>/dev/null; }
wait_for() { for _ in $(seq 100); do answers "$1" && return; sleep 0.1; done; echo "no server on port $1" >&2; exit 1; }

# --- what is sent -----------------------------------------------------------------------------------------------------
mkdir logs dirty
echo 'transfer failed, cause 38' > logs/a.log
echo 'call from +1 212 555 0147' > dirty/a.log
tar -czf clean.tar.gz logs
tar -czf dirty.tar.gz dirty
"$CASEGATE" key new --signing --output signing.pem 2>/dev/null
"$CASEGATE" key public signing.pem > signing.pub
CASEGATE_SIGNING_KEY=$work/signing.pem CASEGATE_RECEIPTS=$work/receipts
export CASEGATE_SIGNING_KEY CASEGATE_RECEIPTS

# --- nginx with PUT, and a counter of connections ---------------------------------------------------------------------
mkdir -p web/in
http=$(port)
cat > nginx.conf <<CONF
daemon off; pid $work/web/pid; error_log $work/web/error.log; worker_processes 1;
$([ "$(id -u)" = 0 ] && echo 'user root;')
events {}
http {
  access_log $work/web/access.log; client_body_temp_path $work/web/body; proxy_temp_path $work/web/proxy;
  fastcgi_temp_path $work/web/f; uwsgi_temp_path $work/web/u; scgi_temp_path $work/web/s;
  server {
    listen 127.0.0.1:$http; root $work/web;
    location /in/ { dav_methods PUT; client_max_body_size 10m; }
    location = /connections { stub_status; }
  }
}
CONF
nginx -e "$work/web/error.log" -c "$work/nginx.conf" & web=$!
# --- OpenSSH's sftp server --------------------------------------------------------------------------------------------
ssh=$(port)
mkdir -p ssh/in
[ "$(id -u)" != 0 ] || mkdir -p /run/sshd
ssh-keygen -q -t ed25519 -N '' -f ssh/host
ssh-keygen -q -t ed25519 -N '' -f ssh/user
cat > ssh/config <<CONF
ListenAddress 127.0.0.1:$ssh
HostKey $work/ssh/host
PidFile $work/ssh/pid
AuthorizedKeysFile $work/ssh/user.pub
PasswordAuthentication no
UsePAM no
StrictModes no
Subsystem sftp internal-sftp -d $work/ssh
ForceCommand internal-sftp -d $work/ssh
LogLevel VERBOSE
CONF
"$(command -v sshd)" -D -e -f "$work/ssh/config" 2> ssh/log & shell=$!
wait_for "$http"
wait_for "$ssh"
sftp_options="-P $ssh -i $work/ssh/user -o StrictHostKeyChecking=no -o UserKnownHostsFile=$work/ssh/known -o BatchMode=yes"

accepted() { # connections that either server has accepted so far, this question not counted
  accepts=$(curl --silent "http://127.0.0.1:$http/connections" | awk 'NR == 3 { print $1 }')
  asked=$((${asked:-0} + 1))
  echo "$accepts" > accepts
  # The server on the other port tells of each connection in its log.
  sleep 0.2
  echo $((accepts - asked)) "$(grep -c '^Connection from' ssh/log)"
}

# --- curl, through the wrapper ----------------------------------------------------------------------------------------
url=http://127.0.0.1:$http/in/
claim 'curl: a clean bundle is sent' ends 0 "$examples/http-upload.sh" clean.tar.gz "$url"
claim 'curl: it arrives byte for byte under its own name' cmp clean.tar.gz web/in/clean.tar.gz
claim 'curl: its receipt is kept, and verifies on the far side' \
  "$CASEGATE" verify web/in/clean.tar.gz --receipt "$(ls receipts/*.json)" --public-key signing.pub --max-age 1h
claim 'curl -F style: {} inside a word' ends 0 "$examples/gated-upload.sh" clean.tar.gz -- \
  curl --fail --silent -X PUT --data-binary @{} "${url}other.tar.gz"
claim 'curl: and that arrives byte for byte too' cmp clean.tar.gz web/in/other.tar.gz
claim 'curl: a server that refuses is status 4' ends 4 "$examples/http-upload.sh" clean.tar.gz \
  "http://127.0.0.1:$http/nowhere/" --retry 0
# --- sftp -------------------------------------------------------------------------------------------------------------
# shellcheck disable=SC2086
claim 'sftp: a clean bundle is sent' ends 0 "$examples/sftp-upload.sh" clean.tar.gz 127.0.0.1 in/4711.tar.gz $sftp_options
claim 'sftp: it arrives byte for byte, and nothing else does' sh -c 'cmp clean.tar.gz ssh/in/4711.tar.gz && [ "$(ls ssh/in)" = 4711.tar.gz ]'
# --- a dirty bundle never opens a connection --------------------------------------------------------------------------
accepted > before
claim 'curl: a dirty bundle is status 1' ends 1 "$examples/http-upload.sh" dirty.tar.gz "$url"
# shellcheck disable=SC2086
claim 'sftp: a dirty bundle is status 1' ends 1 "$examples/sftp-upload.sh" dirty.tar.gz 127.0.0.1 in/no.tar.gz $sftp_options
head -c 100 clean.tar.gz > cut.tar.gz
claim 'curl: a damaged bundle is status 2' ends 2 "$examples/http-upload.sh" cut.tar.gz "$url"
claim 'curl: a case that is not ready is status 1' \
  env CASEGATE_CASE="$here/Fixtures/cases/bad-template.yaml" sh -c '"$@"; [ $? = 1 ]' sh "$examples/http-upload.sh" clean.tar.gz "$url"
accepted > after
claim 'no connection was opened for any of them' cmp before after
# --- a folder that cron looks at --------------------------------------------------------------------------------------
mkdir outbox
cp clean.tar.gz outbox/one.tar.gz
cp dirty.tar.gz outbox/two.tar.gz
touch -d '10 minutes ago' outbox/*
cp clean.tar.gz outbox/young.tar.gz
claim 'folder: the worst status is told' ends 1 "$examples/mirror-folder.sh" outbox curl --fail --silent -T {} "$url"
claim 'folder: what is clean was sent, and has moved' sh -c 'cmp clean.tar.gz web/in/one.tar.gz && cmp clean.tar.gz outbox/sent/one.tar.gz && [ ! -e outbox/one.tar.gz ]'
claim 'folder: what is dirty stays, with its report' sh -c '[ -e outbox/two.tar.gz ] && grep -q "phone" outbox/reports/two.tar.gz.txt && ! grep -q 5550147 outbox/reports/two.tar.gz.txt && [ ! -e web/in/two.tar.gz ]'
claim 'folder: what may still be written waits' sh -c '[ -e outbox/young.tar.gz ] && [ ! -e web/in/young.tar.gz ]'
claim 'folder: the next run has nothing to do' ends 0 "$examples/mirror-folder.sh" outbox curl --fail --silent -T {} "$url"
# --- the CI job: the very text of its step ----------------------------------------------------------------------------
mkdir ci
cp -r dirty ci/logs
cp "$CASEGATE_CASE" ci/case.yaml
cp "$CASEGATE_CUSTOMER" ci/customer.yaml
awk '/run: \|/ { on = 1; next } on && /^          / { print substr($0, 11); next } on { exit }' \
  "$examples/github-workflow.yaml" > ci/step.sh
"$CASEGATE" key new --output site.key 2>/dev/null
mkdir bin
ln -s "$CASEGATE" bin/casegate
claim 'CI: the step scrubs, checks and sends' \
  sh -c 'cd ci && PATH=$1:$PATH UPLOAD_URL=$2 CASEGATE_SITE_KEY=$(cat ../site.key) sh -e step.sh' sh "$work/bin" "$url"
claim 'CI: what arrived is clean' "$CASEGATE" verify web/in/logs.tar.gz
claim 'CI: the number is not in it, and the rest is' sh -c 'tar -xzOf web/in/logs.tar.gz > arrived && ! grep -q 5550147 arrived && ! grep -q "555 0147" arrived && grep -q "call from" arrived'
claim 'CI: the report is SARIF' grep -q '"version":"2.1.0"' ci/gate.sarif
# --- pre-commit -------------------------------------------------------------------------------------------------------
room=$here/.build/interop
if [ -x "$room/bin/pre-commit" ]; then
  # The hooks as they are in the tree, in a repository of their own, so that what is tested needs no commit here.
  mkdir hooks
  cp "$here/.pre-commit-hooks.yaml" hooks
  git_quiet() { git -c init.defaultBranch=main -c user.name=casegate -c user.email=casegate@example.com -c commit.gpgsign=false "$@" > /dev/null 2>&1; }
  (cd hooks && git_quiet init && git_quiet add -A && git_quiet commit -m hooks)
  mkdir repo
  cd repo
  git_quiet init
  printf 'repos:\n  - repo: %s\n    rev: %s\n    hooks: [{id: casegate-scan}]\n' "$work/hooks" "$(git -C ../hooks rev-parse HEAD)" > .pre-commit-config.yaml
  echo 'nothing to see' > a.log
  git_quiet add -A
  PATH=$work/bin:$room/bin:$PATH; export PATH
  claim 'pre-commit: a clean commit passes' ends 0 pre-commit run
  echo 'call from +1 212 555 0147' > b.log
  git_quiet add -A
  claim 'pre-commit: a dirty one does not, and no value is shown' \
    sh -c 'pre-commit run > out; [ $? = 1 ] && grep -q "b.log:1:11: .*phone" out && ! grep -q "555 0147" out'
  cd ..
elif [ "${INTEROP:-}" = required ]; then
  echo "FAILED  pre-commit is not installed"
  exit 1
fi
echo "integrations: all hold"

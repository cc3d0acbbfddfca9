#!/usr/bin/env bash
# Makes a bare Debian with nothing but Node and npm in it, and runs the README's two commands there: the first start must end with
# a window and without a warning, the second must show it within three seconds. With --test the tests follow.
# Needs root and debootstrap (installed if missing). KEEP=1 keeps the folder.
set -euo pipefail

[ "$(id -u)" = 0 ] || { echo 'This makes a system of its own: run it as root.' >&2; exit 2; }
project=$(cd "$(dirname "$0")/.." && pwd)
fresh=$(mktemp -d "${TMPDIR:-/tmp}/kitbag-fresh-XXXXXX")
npm_prefix=$(dirname "$(dirname "$(readlink -f "$(PATH=${PATH//$project\/node_modules\/.bin:/} command -v node)")")")
seconds_to_window=3

clean_up() {
  for pid in $(jobs -p); do kill "$pid" 2>/dev/null || true; done
  for place in /proc/[0-9]*/root; do
    [ "$(readlink "$place" 2>/dev/null)" = "$fresh" ] && kill -9 "$(basename "$(dirname "$place")")" 2>/dev/null || true
  done
  for place in dev/shm dev proc; do umount -l "$fresh/$place" 2>/dev/null || true; done
  if [ "${KEEP:-}" = 1 ]; then echo "Kept: $fresh"; else rm -rf --one-file-system "$fresh"; fi
}
trap clean_up EXIT

say() { printf '── %s\n' "$*"; }
fail() { printf 'FAILED: %s\n' "$*" >&2; exit 1; }
inside() {
  chroot "$fresh" /usr/bin/env -i HOME=/root PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin LANG=C.UTF-8 \
    ${NODE_EXTRA_CA_CERTS:+NODE_EXTRA_CA_CERTS=/root/extra-certificates.pem} "$@"
}

make_system() {
  command -v debootstrap >/dev/null || { apt-get -qq update && apt-get -qq install -y debootstrap >/dev/null; }
  local mirror
  # The mirror that this machine uses, in either form of the list; one of the two files is usually missing.
  mirror=$({ cat /etc/apt/sources.list.d/debian.sources /etc/apt/sources.list 2>/dev/null || true; } | sed -nE 's/^URIs: *([^ ]+).*/\1/p; s/^deb +(\[[^]]*\] +)?([^ ]+) .*/\2/p' | sed -n 1p)
  debootstrap --variant=minbase bookworm "$fresh" ${mirror:+"$mirror"} >"$fresh.log" 2>&1 ||
    { tail -n 5 "$fresh.log" >&2; fail 'debootstrap'; }
  rm -f "$fresh.log"
  # As any machine behind this network is set up: names, packages, certificates, the npm registry.
  cp /etc/resolv.conf "$fresh/etc/resolv.conf"
  cp -r /etc/apt/apt.conf.d/. "$fresh/etc/apt/apt.conf.d/"
  local rc
  rc=$(npm config get userconfig)
  [ -f "$rc" ] && cp "$rc" "$fresh/root/.npmrc"
  [ -f /etc/npmrc ] && cp /etc/npmrc "$fresh/etc/npmrc"
  mkdir -p "$fresh/usr/local/bin" "$fresh/usr/local/lib/node_modules" "$fresh/usr/local/etc"
  [ -f "$npm_prefix/etc/npmrc" ] && cp "$npm_prefix/etc/npmrc" "$fresh/usr/local/etc/npmrc"
  cp "$npm_prefix/bin/node" "$fresh/usr/local/bin/node"
  cp -r "$npm_prefix/lib/node_modules/npm" "$fresh/usr/local/lib/node_modules/npm"
  ln -s ../lib/node_modules/npm/bin/npm-cli.js "$fresh/usr/local/bin/npm"
  ln -s ../lib/node_modules/npm/bin/npx-cli.js "$fresh/usr/local/bin/npx"
  [ -n "${NODE_EXTRA_CA_CERTS:-}" ] && cp "$NODE_EXTRA_CA_CERTS" "$fresh/root/extra-certificates.pem"
  mount -t proc proc "$fresh/proc"
  mount --bind /dev "$fresh/dev"
  mkdir -p "$fresh/dev/shm" && mount -t tmpfs tmpfs "$fresh/dev/shm"
}

# Starts Kitbag as the README says and waits for the window; the seconds it took stand in $took afterwards.
start_kitbag() {
  local log="$fresh/root/start.log" limit=$1 begun waited=0
  begun=$(date +%s%N)
  inside sh -c 'cd /root/kitbag && exec npm start' >"$log" 2>&1 &
  local starter=$!
  until grep -q '^\[kitbag\] window: shown' "$log"; do
    kill -0 "$starter" 2>/dev/null || { cat "$log"; fail 'npm start ended without a window'; }
    [ "$waited" -lt "$((limit * 20))" ] || { cat "$log"; fail "no window within $limit s"; }
    waited=$((waited + 1))
    sleep 0.05
  done
  took=$((($(date +%s%N) - begun) / 1000000))
  cat "$log"
  # Closed as a person's Ctrl+C would.
  for place in /proc/[0-9]*/root; do
    local pid
    pid=$(basename "$(dirname "$place")")
    if [ "$(readlink "$place" 2>/dev/null)" = "$fresh" ] && tr '\0' ' ' <"/proc/$pid/cmdline" | grep -q 'scripts/start.ts'; then
      kill -INT "$pid" 2>/dev/null || true
    fi
  done
  wait "$starter" || true
}

say 'A bare Debian'
make_system
say "Node $(inside node --version), npm $(inside npm --version), $(chroot "$fresh" dpkg-query -W | wc -l) Debian packages"
git -C "$project" archive --format=tar --prefix=kitbag/ HEAD | tar -x -C "$fresh/root"

say 'npm ci'
inside sh -c 'cd /root/kitbag && npm ci' 2>&1 | tee "$fresh/root/ci.log"
grep -qi 'warn' "$fresh/root/ci.log" && fail 'npm ci warns'

say 'npm start, the first time'
start_kitbag 900
say "The window was shown after $((took / 1000)) s"

say 'npm start, the second time'
start_kitbag 60
say "The window was shown after $took ms"
[ "$took" -lt "$((seconds_to_window * 1000))" ] || echo "More than $seconds_to_window s: is this machine busy?" >&2

if [ "${1:-}" = '--test' ]; then
  say 'npm test'
  inside sh -c 'cd /root/kitbag && CI=true npm test'
fi
say 'passed'

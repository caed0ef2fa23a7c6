#!/bin/sh
# Installs Debian packages as root or by sudo: what the scripts beside it found to be missing.
#   install-debian.sh "WHAT IS MISSING" "WHERE THERE IS NO DEBIAN, INSTALL ..." PACKAGE...
set -eu

missing=$1
elsewhere=$2
shift 2

fail() {
  echo "error: $1" >&2
  shift
  echo "Needed here: $missing. On Debian and Ubuntu: apt-get install $*" >&2
  [ -z "$elsewhere" ] || echo "$elsewhere" >&2
  exit 1
}

command -v apt-get >/dev/null || fail "there is no apt-get to install packages with" "$@"
as_root=""
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || fail "packages are installed by root, and there is no sudo" "$@"
  as_root="sudo"
fi

echo "installing $*"
# Recommended packages, such as fonts and viewers with gnuplot, are nothing that a server needs.
install="env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends"
# Package lists of an image are often missing or old; they are renewed only where they do not do.
# shellcheck disable=SC2086
$as_root $install "$@" >/dev/null 2>&1 ||
  { $as_root apt-get update -qq && $as_root $install "$@" >/dev/null; } ||
  fail "the packages could not be installed" "$@"

#!/bin/sh
# Installs the Debian packages that the build and the figures need; does nothing where they are there.
set -eu

packages="libgsl-dev gnuplot-nox pkg-config python3"

missing=""
pkg-config --exists gsl 2>/dev/null || missing="$missing libgsl-dev"
command -v gnuplot >/dev/null || missing="$missing gnuplot-nox"
command -v pkg-config >/dev/null || missing="$missing pkg-config"
command -v python3 >/dev/null || missing="$missing python3"
[ -z "$missing" ] && exit 0

fail() {
  echo "error: $1" >&2
  echo "Needed here:$missing. On Debian and Ubuntu: apt-get install $packages" >&2
  echo "Elsewhere: the GNU Scientific Library with its headers, gnuplot, pkg-config and Python 3.11." >&2
  exit 1
}

command -v apt-get >/dev/null || fail "there is no apt-get to install packages with"
as_root=""
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || fail "packages are installed by root, and there is no sudo"
  as_root="sudo"
fi

echo "installing$missing"
# gnuplot brings fonts and viewers along that a server does not need.
install="env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends"
# Package lists of an image are often missing or old; they are renewed only where they do not do.
# shellcheck disable=SC2086
$as_root $install $missing >/dev/null 2>&1 ||
  { $as_root apt-get update -qq && $as_root $install $missing >/dev/null; } ||
  fail "the packages could not be installed"

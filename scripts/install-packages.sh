#!/bin/sh
# Installs the Debian packages that the build and the figures need; does nothing where they are there.
set -eu

missing=""
pkg-config --exists gsl 2>/dev/null || missing="$missing libgsl-dev"
command -v gnuplot >/dev/null || missing="$missing gnuplot-nox"
command -v pkg-config >/dev/null || missing="$missing pkg-config"
command -v python3 >/dev/null || missing="$missing python3"
[ -z "$missing" ] && exit 0

# shellcheck disable=SC2086
exec sh "$(dirname "$0")/install-debian.sh" "${missing# }" \
  "Elsewhere: the GNU Scientific Library with its headers, gnuplot, pkg-config and Python 3.11." $missing

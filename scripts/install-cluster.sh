#!/bin/sh
# Installs Slurm and munge from Debian for `make test-cluster`, where they are missing; what is there is left alone.
set -eu

packages="slurm-wlm munge"
missing=""
for program in slurmctld slurmd sbatch munged; do
  # Daemons lie in sbin, which is not on everybody's path.
  PATH="$PATH:/usr/sbin:/sbin" command -v "$program" >/dev/null || missing="$missing $program"
done
[ -z "$missing" ] && exit 0

fail() {
  echo "error: $1" >&2
  echo "Needed here:$missing. On Debian and Ubuntu: apt-get install $packages" >&2
  exit 1
}

command -v apt-get >/dev/null || fail "there is no apt-get to install packages with"
as_root=""
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || fail "packages are installed by root, and there is no sudo"
  as_root="sudo"
fi

echo "installing $packages"
install="env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends"
# shellcheck disable=SC2086
$as_root $install $packages >/dev/null 2>&1 ||
  { $as_root apt-get update -qq && $as_root $install $packages >/dev/null; } ||
  fail "the packages could not be installed"

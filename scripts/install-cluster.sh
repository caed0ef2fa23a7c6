#!/bin/sh
# Installs Slurm and munge from Debian for `make test-cluster`, where they are missing; what is there is left alone.
set -eu

missing=""
for program in slurmctld slurmd sbatch munged; do
  # Daemons lie in sbin, which is not on everybody's path.
  PATH="$PATH:/usr/sbin:/sbin" command -v "$program" >/dev/null || missing="$missing $program"
done
[ -z "$missing" ] && exit 0

exec sh "$(dirname "$0")/install-debian.sh" "${missing# }" "" slurm-wlm munge

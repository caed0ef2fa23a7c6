#!/bin/sh
#SBATCH --job-name=medaid-merge
#SBATCH --output=%x-%j.log
#SBATCH --requeue
#SBATCH --open-mode=append
# Makes the reports of all shards, when the array has ended:
#   sbatch --dependency=afterany:ARRAY scripts/slurm/merge.sh COUNT FOLDER OUTPUT [options of medaid merge]
# afterany and not afterok: where a shard is missing, the merge says which and how to make it.
set -u

count=${1:?usage: sbatch --dependency=afterany:ARRAY merge.sh COUNT FOLDER OUTPUT [OPTION...]}
folder=${2:?the folder of the parts is missing}
output=${3:?the folder for the reports is missing}
shift 3

# The loop is that of shard.sh: Slurm runs a copy of this file alone, beside which no other lies.
attempts=5
attempt=1
while :; do
  # Parts of another COUNT may lie in the folder: they are not of this run.
  "${MEDAID:-medaid}" merge "$folder"/shard-*-of-"$count".part --output "$output" "$@"
  status=$?
  case $status in
  0) exit 0 ;;
  2 | 64 | 126 | 127) exit "$status" ;;
  esac
  [ "$attempt" -ge "$attempts" ] && exit "$status"
  echo "merge: attempt $attempt of $attempts ended with status $status; trying again" >&2
  sleep $((attempt * ${MEDAID_PAUSE:-10}))
  attempt=$((attempt + 1))
done

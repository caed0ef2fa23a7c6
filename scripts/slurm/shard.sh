#!/bin/sh
#SBATCH --job-name=medaid-shard
#SBATCH --output=%x-%A-%a.log
#SBATCH --requeue
#SBATCH --open-mode=append
# One shard of a scenario, as a task of a Slurm array:
#   sbatch --array=1-COUNT scripts/slurm/shard.sh COUNT SCENARIO FOLDER [options of medaid shard]
# FOLDER, which all nodes must see, receives shard-I-of-COUNT.part. MEDAID names the program (default: medaid).
set -u

count=${1:?usage: sbatch --array=1-COUNT shard.sh COUNT SCENARIO FOLDER [OPTION...]}
scenario=${2:?the scenario file is missing}
folder=${3:?the folder for the parts is missing}
shift 3
index=${SLURM_ARRAY_TASK_ID:?this is a task of an array: sbatch --array=1-$count}

# Attempts are made here and not by Slurm: a task that is requeued for its exit status cancels what depends on it.
attempts=5
attempt=1
while :; do
  # --resume: the task may have been killed with its node, or have failed for a full disk, after hours of work.
  "${MEDAID:-medaid}" shard "$scenario" --index "$index" --count "$count" --threads "${SLURM_CPUS_PER_TASK:-1}" \
    --output "$folder/shard-$index-of-$count.part" --resume --quiet "$@"
  status=$?
  case $status in
  0) exit 0 ;;
  # Refused input and wrong use stay what they are.
  2 | 64 | 126 | 127) exit "$status" ;;
  esac
  [ "$attempt" -ge "$attempts" ] && exit "$status"
  echo "shard $index of $count: attempt $attempt of $attempts ended with status $status; trying again" >&2
  sleep $((attempt * ${MEDAID_PAUSE:-10}))
  attempt=$((attempt + 1))
done

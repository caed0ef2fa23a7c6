#!/bin/sh
# Runs a scenario on a Slurm cluster: an array of shards, then the merge.
#   scripts/slurm/submit.sh COUNT SCENARIO FOLDER OUTPUT [options of medaid shard, such as --people 100000]
# SBATCH_PARTITION, SBATCH_ACCOUNT and the like choose where, as for any sbatch.
set -eu

usage="usage: submit.sh COUNT SCENARIO FOLDER OUTPUT [OPTION...]"
count=${1:?$usage}
scenario=${2:?$usage}
folder=${3:?$usage}
output=${4:?$usage}
shift 4
here=$(dirname "$0")

mkdir -p "$folder"
array=$(sbatch --parsable --array="1-$count" --output="$folder/shard-%a.log" "$here/shard.sh" "$count" "$scenario" \
  "$folder" "$@")
merge=$(sbatch --parsable --dependency="afterany:${array%%;*}" --output="$folder/merge.log" "$here/merge.sh" "$count" \
  "$folder" "$output")
echo "array ${array%%;*}, merge ${merge%%;*}: reports will be in $output, messages in $folder/*.log"

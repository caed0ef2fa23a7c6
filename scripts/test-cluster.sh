#!/bin/sh
# Runs a small scenario as shards on a Slurm of its own, kills a node in the middle, and compares the merged reports
# with those of a local run.
#
# One controller and two nodes run on loopback, on free ports, with everything they write below one temporary folder.
# A Slurm or munge that runs here already is not touched: ours has its own configuration, key and sockets.
set -eu

medaid=${1:?usage: scripts/test-cluster.sh MEDAID}
medaid=$(realpath "$medaid")
scripts=$(cd "$(dirname "$0")" && pwd)/slurm
PATH="$PATH:/usr/sbin:/sbin"
shards=6

# Short, because sockets have short names.
folder=$(mktemp -d /tmp/medaid-cluster-XXXXXX)
user=$(id -un)
host=$(hostname | cut -d. -f1)

# What is set for another Slurm is not for ours.
for name in $(env | sed -n 's/^\(\(SLURM\|SBATCH\|SQUEUE\|SINFO\)_[A-Za-z0-9_]*\)=.*/\1/p'); do unset "$name"; done

# Every process of the test, and none besides, has this in its environment.
export MEDAID_CLUSTER="$folder"
export SLURM_CONF="$folder/slurm.conf"

# The processes of the test whose environment also has a line, and Slurm's keepers of tasks above them, which
# are not marked themselves; this shell and its children are not among them.
processes() {
  for entry in /proc/[0-9]*/environ; do
    pid=${entry#/proc/}
    pid=${pid%/environ}
    [ "$pid" = "$$" ] && continue
    { tr '\0' '\n' <"$entry"; } 2>/dev/null >"$folder/.environ" || continue
    grep -qxF "MEDAID_CLUSTER=$folder" "$folder/.environ" || continue
    [ -z "${1:-}" ] || grep -qxF "$1" "$folder/.environ" || continue
    parent=$(sed -n 's/^PPid:[[:space:]]*//p' "/proc/$pid/status" 2>/dev/null) || continue
    # The keeper first: it would tell the controller how its task ended.
    [ "$(cat "/proc/$parent/comm" 2>/dev/null)" = slurmstepd ] && echo "$parent"
    [ -e "/proc/$pid" ] && echo "$pid"
  done
}

# Ends them, and waits until they are gone: until then they may write to the folder.
stop() {
  round=0
  while [ "$round" -lt 50 ]; do
    found=$(processes "${1:-}")
    [ -z "$found" ] && return 0
    # shellcheck disable=SC2086
    kill -9 $found 2>/dev/null || true
    sleep 0.1
    round=$((round + 1))
  done
}

clean() {
  status=$?
  trap - EXIT INT TERM HUP
  if [ "$status" -ne 0 ]; then
    for log in "$folder"/work/*.log "$folder"/*.log; do
      [ -s "$log" ] && echo "--- $log" && tail -n 15 "$log"
    done >&2
  fi
  stop
  rm -rf "$folder"
  exit "$status"
}
trap clean EXIT
trap 'exit 130' INT TERM HUP

fail() {
  echo "error: $1" >&2
  exit 1
}

# Waits until a command succeeds.
await() {
  what=$1 seconds=$2
  shift 2
  while ! "$@"; do
    seconds=$((seconds - 1))
    [ "$seconds" -gt 0 ] || fail "$what did not happen in time"
    sleep 1
  done
}

# shellcheck disable=SC2046
set -- $(python3 -c '
import socket
sockets = [socket.socket() for _ in range(3)]
for one in sockets: one.bind(("127.0.0.1", 0))
print(*(one.getsockname()[1] for one in sockets))')
controller=$1 first=$2 second=$3

mkdir -p "$folder/state" "$folder/n1" "$folder/n2" "$folder/work"
head -c 1024 /dev/urandom >"$folder/munge.key"
chmod 600 "$folder/munge.key"
cat >"$folder/slurm.conf" <<END
ClusterName=medaid
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=$controller
CommunicationParameters=NoCtldInAddrAny,NoInAddrAny
SlurmUser=$user
SlurmdUser=$user
AuthType=auth/munge
AuthInfo=socket=$folder/munge.socket,cred_expire=5
CredType=cred/munge
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/%n
SlurmctldPidFile=$folder/slurmctld.pid
SlurmdPidFile=$folder/%n.pid
SlurmctldLogFile=$folder/slurmctld.log
SlurmdLogFile=$folder/%n.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SwitchType=switch/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SchedulerParameters=sched_interval=2,bf_interval=2
AccountingStorageType=accounting_storage/none
JobAcctGatherType=jobacct_gather/none
SlurmctldTimeout=30
SlurmdTimeout=10
MinJobAge=3600
ReturnToService=2
NodeName=n1 NodeAddr=127.0.0.1 NodeHostname=$host Port=$first CPUs=1 State=UNKNOWN
NodeName=n2 NodeAddr=127.0.0.1 NodeHostname=$host Port=$second CPUs=1 State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP
END

echo "starting a controller and two nodes below $folder"
munged --force --key-file="$folder/munge.key" --socket="$folder/munge.socket" --pid-file="$folder/munged.pid" \
  --log-file="$folder/munged.log" --seed-file="$folder/munged.seed"
slurmctld -f "$SLURM_CONF"
MEDAID_NODE=n1 slurmd -N n1 -f "$SLURM_CONF"
MEDAID_NODE=n2 slurmd -N n2 -f "$SLURM_CONF"

nodes_are_idle() { [ "$(sinfo -h -t idle -o %D 2>/dev/null)" = 2 ]; }
await "two idle nodes" 60 nodes_are_idle

cat >"$folder/work/small.yaml" <<'END'
format: medaid-scenario/1
name: small
year: 2023
seed: 11
people: 60000
replicates: 40
comparison: false
sensitivityReplicates: 2
places: [guizhou, banan]
reforms:
  - {name: more, set: {guizhou.benefits.pool.rate.III: 70}}
END
cd "$folder/work"
# In the background, because a shell hears a signal only when what it waits for in the foreground has ended.
"$medaid" run small.yaml --quiet --output local &
wait $!

MEDAID="$medaid" "$scripts/submit.sh" "$shards" small.yaml parts merged --checkpoint-seconds 0.2

# A shard that is under way on the second node: its medaid, and something that it has kept.
is_under_way() {
  task=$(squeue -h -t R -w n2 -o %K 2>/dev/null | head -n 1)
  [ -n "$task" ] && [ -e "parts/shard-$task-of-$shards.part.checkpoint" ]
}
seconds=600
until is_under_way; do
  seconds=$((seconds - 1))
  [ "$seconds" -gt 0 ] || fail "no shard was seen at work on the second node: is the scenario too small?"
  sleep 0.1
done
# What it ran was started by its daemon (MEDAID_NODE) or by Slurm for a task (SLURMD_NODENAME).
stop MEDAID_NODE=n2
stop SLURMD_NODENAME=n2
echo "killed the second node with shard $task at work"
sleep 1
[ ! -e "parts/shard-$task-of-$shards.part" ] || fail "the shard had ended before its node was killed"

ended() { [ -z "$(squeue -h 2>/dev/null)" ]; }
await "the end of all jobs" 600 ended
scontrol -o show jobs >"$folder/jobs"
grep -q 'Restarts=[1-9]' "$folder/jobs" || fail "no task was started again"
[ -e merged/manifest.json ] || fail "there are no merged reports"

for file in $(cd local && find . -type f); do
  case $file in
  # All but the wall time.
  ./manifest.json) grep -v wallSeconds "local/$file" >a && grep -v wallSeconds "merged/$file" >b && cmp a b ;;
  *) cmp "local/$file" "merged/$file" ;;
  esac
done
[ "$(cd local && find . -type f | sort)" = "$(cd merged && find . -type f | sort)" ] || fail "other files were merged"
echo "$shards shards, one of them begun on a node that died, merge into the bytes of the local run"

#!/usr/bin/env bash
# CPU seconds from nothing to a ready health check: the server on a home folder, and an empty WAR on the same Payara Micro,
# Java machine and flags. Each is started by the same script and has its own class archive from a first start.
#
#   start.sh INSTALLATION HOME [RUNS]
set -euo pipefail

installation=$(cd "$1" && pwd)
home=$(cd "$2" && pwd)
runs=${3:-3}
checkout=$(cd "$(dirname "$0")/../../.." && pwd)
export RETAINER_KPI_SCRIPTS=$checkout/kpi-scripts RETAINER_REPORT_TEMPLATES=$checkout/report-templates
port=${PORT:-18473}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

mkdir -p "$work/empty/WEB-INF"
echo ready >"$work/empty/index.html"
echo '<web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0"/>' >"$work/empty/WEB-INF/web.xml"

# Prints the CPU time in hundredths of a second at the moment the address answers so, then ends the server. An application
# without checks of its own never becomes UP in Payara's /health/ready, so the empty one is ready with its page.
measure() {
  local what=$1 in=$2 address=$3 answer=$4 pid cpu
  RETAINER_WAR=$what bash "$installation/server/start" "$installation" "$in" "$port" >"$work/log" 2>&1 &
  pid=$!
  until curl -s -m 2 "http://127.0.0.1:$port$address" | grep -q "$answer"; do
    kill -0 "$pid" 2>/dev/null || { cat "$work/log" >&2; exit 1; }
    sleep 0.1
  done
  read -r -a cpu <"/proc/$pid/stat"
  echo $((cpu[13] + cpu[14]))
  kill "$pid"
  wait "$pid" 2>/dev/null || true
}

# The first start of each lays Payara out and archives its classes when it ends.
measure "$work/empty" "$work/home" /index.html ready >/dev/null
measure "$installation/server/retainer" "$home" /health/ready '"status":"UP"' >/dev/null

echo "| run | empty WAR, CPU s | Retainer, CPU s | ratio |"
echo "|----:|-----------------:|----------------:|------:|"
for run in $(seq "$runs"); do
  empty=$(measure "$work/empty" "$work/home" /index.html ready)
  full=$(measure "$installation/server/retainer" "$home" /health/ready '"status":"UP"')
  awk -v r="$run" -v e="$empty" -v f="$full" 'BEGIN { printf "| %d | %.1f | %.1f | %.2f |\n", r, e / 100, f / 100, f / e }'
done

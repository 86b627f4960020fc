#!/usr/bin/env bash
# Memory of the server and of every process it starts, at rest and after work on a copy of a demo home: a 100 MB file
# uploaded and imported, ten reports as PDF and workbook in four languages, fifty pages by eight threads.
#
#   memory.sh INSTALLATION HOME
set -euo pipefail
set -m # the server is a process group of its own

installation=$(cd "$1" && pwd)
checkout=$(cd "$(dirname "$0")/../../.." && pwd)
export RETAINER_KPI_SCRIPTS=$checkout/kpi-scripts RETAINER_REPORT_TEMPLATES=$checkout/report-templates
port=${PORT:-18474}
at=http://127.0.0.1:$port
work=$(mktemp -d)
cp -R "$2" "$work/home"
rm -rf "$work/home/run"

bash "$installation/server/start" "$installation" "$work/home" "$port" >"$work/log" 2>&1 &
server=$!
end() {
  kill -9 -- "-$server" "${watch:-}" 2>/dev/null || true
  rm -rf "$work"
}
trap end EXIT

# Sums a line of /proc/PID/status over the group, in MB.
total() {
  local sum=0 pid kilobytes
  for pid in $(ps -e -o pid=,pgid= | awk -v group="$server" '$2 == group { print $1 }'); do
    kilobytes=$(sed -n "s/^$1:[^0-9]*\([0-9]*\).*/\1/p" "/proc/$pid/status" 2>/dev/null) || continue
    sum=$((sum + ${kilobytes:-0}))
  done
  echo $((sum / 1024))
}
watch_peak() {
  local now peak=0
  while now=$(total VmRSS) && [ "$now" -gt 0 ]; do
    [ "$now" -le "$peak" ] || { peak=$now; echo "$peak" >"$work/peak"; }
    sleep 0.3
  done
}
row() { printf '| %s | %d | %d | %d |\n' "$1" "$(total VmRSS)" "$(cat "$work/peak")" "$(total VmHWM)"; }
field() { sed -n "s/.*\"$1\" *: *\"\([^\"]*\)\".*/\1/p" | head -n 1; }
ask() { curl -sS --fail-with-body -H "Authorization: Bearer $token" "$@"; }

watch_peak &
watch=$!
until [ -s "$work/home/run/server.json" ]; do
  kill -0 "$server" 2>/dev/null || { cat "$work/log" >&2; exit 1; }
  sleep 0.2
done
token=$(field token <"$work/home/run/server.json")
clients=$(ask "$at/api/v1/clients" | tr ',' '\n' | sed -n 's/.*"id" *: *"\([^"]*\)".*/\1/p')
[ -n "$clients" ] || { echo "There are no clients in $2; make them: retainer demo --home $2 --exit" >&2; exit 1; }
sleep 15 # until scripts and templates are loaded

echo "| MB, all processes | resident now | highest so far, sampled | sum of each process's highest |"
echo "|---|---:|---:|---:|"
row "started, demo home"

awk 'BEGIN {
  print "# ----------------------------------------\n# Pages and screens: Page path\n# Account: Bench\n# Property: bench.example"
  print "# ----------------------------------------\n# \n# All Users\n# Start date: 20260101\n# End date: 20261031"
  print "Page path and screen class,Views,Active users,Views per active user,Average engagement time per active user,Event count,Key events,Total revenue,Engagement rate,Bounce rate"
  for (i = 0; i < 1000000; i++)
    printf "/blog/post/how-to-build-number-%d,%d,%d,1.3862121708729378,109.99814268545832,%d,0,12.5,0.62001524003048,0.3799847599695199\n", i, i % 1000, i % 700, i % 4000
}' >"$work/big.csv"
megabytes=$(($(wc -c <"$work/big.csv") / 1000000))
ask -H 'Content-Type: text/csv' -T - -X POST "$at/api/v1/clients/${clients%%$'\n'*}/imports/big.csv?account=bench" <"$work/big.csv" >"$work/imported"
grep -q '"status" *: *"accepted"' "$work/imported" || { cat "$work/imported" >&2; exit 1; }
row "a file of $megabytes MB uploaded and imported"

made=0
for client in $clients $clients $clients $clients $clients; do
  locales=(en ru be fi)
  run=$(ask -H 'Content-Type: application/json' "$at/api/v1/runs" \
    -d "{\"client\":\"$client\",\"report\":\"monthly-performance\",\"period\":\"2026-10\",\"locale\":\"${locales[made % 4]}\"}" | field id)
  while state=$(ask "$at/api/v1/runs/$run" | field state) && [[ $state == queued || $state == running ]]; do sleep 0.3; done
  [ "$state" = ready ] || { ask "$at/api/v1/runs/$run" >&2; exit 1; }
  made=$((made + 1))
done
row "$made reports, PDF and workbook, in 4 languages"

for i in $(seq 50); do printf '%s\n' / /clients /reports /kpis /deliveries | sed -n "$((i % 5 + 1))p"; done |
  xargs -P 8 -I{} curl -s -o /dev/null -w '%{http_code}\n' -H "Authorization: Bearer $token" "$at{}" | sort | uniq -c >"$work/pages"
row "50 pages by 8 threads ($(tr -s ' \n' ' ' <"$work/pages" | sed 's/^ //;s/ $//'))"

#!/usr/bin/env bash
# Runs this product beside bare JasperReports and bare POI streaming, by a harness that lies outside of this repository:
#   bash server/rendering/bench/peers.sh HARNESS WORK [pdf|xlsx]
# HARNESS has jasper/, xlsx/, common/, gen/ and harness/; WORK keeps what is built. Both run on the same JDK, in turns.
set -euo pipefail
harness=$(cd "$1" && pwd); mkdir -p "$2"; work=$(cd "$2" && pwd); what=${3:-pdf}
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)
mkdir -p "$work/out" "$work/results" "$work/cls" "$work/lib"
[ -f "$work/input/rows.json" ] || node "$harness/gen/gen.mjs" "$work/input" 100000
for module in jasper xlsx; do
  [ -d "$work/lib/$module" ] || mvn -B -q -f "$harness/$module/pom.xml" dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory="$work/lib/$module"
  mkdir -p "$work/cls/$module"
  sources=("$harness"/common/*.java); [ $module = jasper ] || sources=("$harness/common/Worker.java")
  javac --release 17 -nowarn -proc:none -d "$work/cls/$module" -cp "$work/lib/$module/*" "${sources[@]}" "$harness/$module"/*.java
done
(cd "$top" && MAVEN_SKIP_RC=1 ./mvnw -q -B -ntp -pl server/rendering -am test-compile dependency:build-classpath -Dmdep.outputFile="$work/classpath.txt")
ours="$top/server/rendering/target/test-classes:$top/server/rendering/target/classes:$(cat "$work/classpath.txt")"
node - "$work" "$ours" "$harness" "$what" "$top" <<'JS'
const [work, ours, harness, what, top] = process.argv.slice(2), fs = require('fs');
const java = (path, main, ...words) => ['java', '-Xmx1g', '-XX:+UseG1GC', '-cp', path, main, ...words];
const peers = what === 'pdf'
  ? [{ id: 'jasper-jfree', ext: 'pdf', conc2: true, cmd: java(`${work}/cls/jasper:${work}/lib/jasper/*`, 'JasperPeer', `${work}/input`, `${harness}/jasper`, 'jfree') },
     { id: 'retainer', ext: 'pdf', conc2: true, cmd: ['env', '-C', top, ...java(ours, 'io.retainer.rendering.PeerWorker', 'pdf')] }]
  : [{ id: 'poi-sxssf', ext: 'xlsx', cmd: java(`${work}/cls/xlsx:${work}/lib/xlsx/*`, 'XlsxPeer', `${work}/input`, 'sxssf', work) },
     { id: 'retainer', ext: 'xlsx', cmd: ['env', '-C', top, ...java(ours, 'io.retainer.rendering.PeerWorker', 'xlsx')] }];
const rounds = what === 'pdf' ? { rounds: 4, per: 10, warm: 40, c2rounds: 2 } : { rounds: 5, per: 1, warm: 1 };
fs.writeFileSync(`${work}/${what}.suite.json`, JSON.stringify({ out: `${work}/out`, memory: 2, retries: 0, waitQuietS: 0, ...rounds, peers }));
JS
node "$harness/harness/harness.mjs" "$work/$what.suite.json" "$work/results/$what.json"
node "$harness/harness/table.mjs" "$work/results/$what.json"

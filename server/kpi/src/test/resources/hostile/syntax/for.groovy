for (i in 1..10) { kpi('a.b') { } }

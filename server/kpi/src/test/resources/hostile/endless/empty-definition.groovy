kpi('a.b') { }

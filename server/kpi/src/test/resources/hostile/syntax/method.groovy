def kpi(x) { x }

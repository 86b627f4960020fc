kpi('a.b; drop table orders') {
  unit count
}

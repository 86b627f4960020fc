kpi('a.b') {
  unit: count
}

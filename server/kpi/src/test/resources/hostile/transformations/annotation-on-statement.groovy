kpi('a.b') {
  @Deprecated int x = 1
}

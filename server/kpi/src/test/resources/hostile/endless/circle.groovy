kpi('a.b') {
  title en: 'A'
  unit percent
  better higher
  value { 1 - kpi('a.c') }
}
kpi('a.c') {
  title en: 'A'
  unit percent
  better higher
  value { 1 - kpi('a.b') }
}

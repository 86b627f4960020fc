// \u000a new File('HOSTILE')
kpi('a.b') {
  title en: 'A'
  unit count
  better higher
  from orders
  value { \u0063ount() }
}

kpi('a.b') {
  title en: 'A'
  unit count
  better higher
  from orders
  value { kpi('a.b') - kpi('a.b') }
}

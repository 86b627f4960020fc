kpi('a.b') {
  title en: 'A'
  unit count
  better higher
  from orders
  value { count() }
  example 'x', period: '0000-01-01..9999-12-31', rows: [[total: 1]], expect: 1
}

kpi('a.b') {
  title en: 'A'
  unit money
  better higher
  from orders
  value { sum(total) }
  example 'x', rows: [[total: 1]], expect: 1e-400000000
}

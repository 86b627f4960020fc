kpi('a.b') {
  title en: 'A'
  unit money
  better higher
  from orders
  value { sum(total) }
  example 'x', rows: [[total: 1e500000000], [total: 1]], expect: 1
}

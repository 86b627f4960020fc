kpi('a.b') {
  title en: 'A'
  unit money
  better higher
  from orders
  smallBase 1e300000000
  value { sum(total) }
  example 'x', rows: [[total: 1]], expect: 1
}

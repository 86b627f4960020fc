kpi('a.b') {
  title en: 'A'
  unit money
  better higher
  from orders
  value { sum(total) * 1e-300000000 }
  example 'x', rows: [[total: 1]], expect: 1
}

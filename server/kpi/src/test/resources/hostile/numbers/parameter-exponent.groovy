kpi('a.b') {
  title en: 'A'
  unit count
  better higher
  from orders
  param big: 1e400000000
  value { count().where(total > big) }
  example 'x', rows: [[total: 1]], expect: 0
}

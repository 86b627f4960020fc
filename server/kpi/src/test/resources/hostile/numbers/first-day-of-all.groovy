kpi('a.b') {
  title en: 'A'
  unit count
  better higher
  from orders
  value { count() }
  example 'x', rows: [[day: '-999999999-01-01'], [day: '2026-10-01']], expect: 1
}

kpi('a.b') {
  title en: 'A'
  unit count
  better higher
  from orders
  value { count() }
  example 'x', rows: [[day: '+999999999-12-31']], expect: 1
}

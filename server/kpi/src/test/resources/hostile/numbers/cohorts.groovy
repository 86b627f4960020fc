kpi('a.b') {
  title en: 'A'
  unit percent
  better higher
  from orders
  value { cohorts(customer_key, 1000000) }
  example 'x', rows: [[customer_key: 'a']], expect: 1
}

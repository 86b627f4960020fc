kpi('a.b') {
  title en: 'A'
  unit money
  better higher
  from orders
  value { expectedValue(customer_key, total, 999999999999999999999) }
  example 'x', rows: [[customer_key: 'a', total: 1]], expect: 1
}

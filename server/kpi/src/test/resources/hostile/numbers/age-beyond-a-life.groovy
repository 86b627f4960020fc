kpi('a.b') {
  title en: 'A'
  unit money
  better higher
  from orders
  value { sumToAge(customer_key, total, 99999999999) / matured(customer_key, 99999999999) }
  example 'x', rows: [[customer_key: 'a', total: 1]], expect: 1
}

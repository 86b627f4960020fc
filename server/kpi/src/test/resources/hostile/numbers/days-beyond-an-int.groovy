kpi('a.b') {
  title en: 'A'
  unit count
  better higher
  from orders
  value { activeBefore(customer_key, 2147483648) }
  example 'x', rows: [[customer_key: 'a']], expect: 1
}

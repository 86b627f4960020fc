kpi('a.b') {
  title en: 'A'
  unit count
  better higher
  from orders
  per(customer_key) { 'n"; drop table orders' = count() }
  value { count() }
}

kpi('a.b') {
  title en: 'A'
  unit count
  better higher
  from orders
  per('customer_key) or (1=1') { n = count() }
  value { count() }
}

kpi('a.b') {
  title en: 'A'
  unit count
  better higher
  from orders
  value { sum(1..1000000000) }
}

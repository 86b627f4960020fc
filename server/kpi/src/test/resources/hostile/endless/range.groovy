kpi('a.b') {
  title en: 'A'
  unit count
  better higher
  from orders
  value { (1..2000000000).sum() }
}

kpi('a.b') {
  title en: 'A'
  unit count
  better higher
  from orders
  value { (a, b) = [1, 2] }
}

kpi('a.b') {
  title en: 'A'
  unit count
  better higher
  from orders
  value { def (a, b) = [1, 2] }
}

kpi('a.b') {
  title en: 'A'
  unit count
  better higher
  from orders
  value { Socket('127.0.0.1', 9) }
}

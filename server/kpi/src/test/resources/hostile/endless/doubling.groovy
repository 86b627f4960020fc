kpi('a.b') {
  title en: 'A'
  unit count
  better higher
  from orders
  value { 2 ** 1000000000 }
}

kpi('a.b') {
  title en: 'A'
  unit count
  better higher
  from orders
  value { new int[1000000000] }
}

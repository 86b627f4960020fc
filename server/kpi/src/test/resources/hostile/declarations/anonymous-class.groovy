kpi('a.b') {
  title en: 'A'
  unit count
  better higher
  from orders
  value { new Object() { { new File('HOSTILE').createNewFile() } } }
}

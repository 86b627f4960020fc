class A { void finalize() { new File('HOSTILE').createNewFile() } }
kpi('a.b') {
  title en: 'A'
  unit count
  better higher
  from orders
  value { count() }
}

class A { static { new File('HOSTILE').createNewFile() } }
new A()
kpi('a.b') {
  title en: 'A'
  unit count
  better higher
  from orders
  value { count() }
}

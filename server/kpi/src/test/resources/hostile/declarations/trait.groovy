trait T { static x = new File('HOSTILE').createNewFile() }
class A implements T { }
kpi('a.b') {
  title en: 'A'
  unit count
  better higher
  from orders
  value { count() }
}

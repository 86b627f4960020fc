class A { static class B { static x = 'touch HOSTILE'.execute() } }
kpi('a.b') {
  title en: 'A'
  unit count
  better higher
  from orders
  value { count() }
}

sealed interface S permits A { }
final class A implements S { }
kpi('a.b') {
  title en: 'A'
  unit count
  better higher
  from orders
  value { count() }
}

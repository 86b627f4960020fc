kpi('a.b') {
  title en: 'A'
  unit count
  better higher
  from orders
  @groovy.transform.Field x = 1
  value { count() }
}

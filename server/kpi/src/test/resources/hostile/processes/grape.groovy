kpi('a.b') {
  title en: 'A'
  unit count
  better higher
  from orders
  value { groovy.grape.Grape.grab('x:y:1') }
}

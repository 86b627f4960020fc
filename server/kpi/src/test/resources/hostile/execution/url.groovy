kpi('a.b') {
  title en: 'A'
  unit count
  better higher
  from orders
  value { 'http://localhost:1/'.toURL().text }
}

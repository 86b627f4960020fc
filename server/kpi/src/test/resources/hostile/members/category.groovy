kpi('a.b') {
  title en: 'A'
  unit count
  better higher
  from orders
  value { use(groovy.time.TimeCategory) { 1.day } }
}

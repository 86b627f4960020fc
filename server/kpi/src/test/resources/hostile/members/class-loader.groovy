kpi('a.b') {
  title en: 'A'
  unit count
  better higher
  from orders
  value { count().class.classLoader.loadClass('A') }
}

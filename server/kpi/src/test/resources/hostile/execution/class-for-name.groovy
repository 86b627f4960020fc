kpi('a.b') {
  title en: 'A'
  unit count
  better higher
  from orders
  value { Class.forName('java.lang.Runtime') }
}

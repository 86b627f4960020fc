kpi('a.b') {
  title en: 'A'
  unit count
  better higher
  from orders
  value { '/etc/passwd'.toURI().toURL().text }
}

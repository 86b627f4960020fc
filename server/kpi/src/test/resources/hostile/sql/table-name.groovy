kpi('a.b') {
  title en: 'A'
  unit count
  better higher
  from users
  
  value { count() }
}

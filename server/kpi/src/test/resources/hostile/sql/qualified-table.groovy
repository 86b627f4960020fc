kpi('a.b') {
  title en: 'A'
  unit count
  better higher
  from information_schema.tables
  
  value { count() }
}

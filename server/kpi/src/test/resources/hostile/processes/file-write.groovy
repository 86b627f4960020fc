kpi('a.b') {
  title en: 'A'
  unit count
  better higher
  from orders
  value { 'HOSTILE' as File << 'x' }
}

import static java.lang.System.exit
kpi('a.b') {
  title en: 'A'
  unit count
  better higher
  from orders
  value { exit(1) }
}

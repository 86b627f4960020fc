@Grab('org.example:evil:1.0')
import org.example.Evil
kpi('a.b') {
  title en: 'A'
  unit count
  better higher
  from orders
  value { count() }
}

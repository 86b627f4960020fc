kpi('h.d0') {
  title en: 'x'
  unit ratio
  better higher
  value { kpi('h.d1') / kpi('h.d1').where(weekday(day) == 1) }
}
kpi('h.d1') {
  title en: 'x'
  unit ratio
  better higher
  value { kpi('h.d2') / kpi('h.d2').where(weekday(day) == 1) }
}
kpi('h.d2') {
  title en: 'x'
  unit ratio
  better higher
  value { kpi('h.d3') / kpi('h.d3').where(weekday(day) == 1) }
}
kpi('h.d3') {
  title en: 'x'
  unit ratio
  better higher
  value { kpi('h.d4') / kpi('h.d4').where(weekday(day) == 1) }
}
kpi('h.d4') {
  title en: 'x'
  unit ratio
  better higher
  value { kpi('h.d5') / kpi('h.d5').where(weekday(day) == 1) }
}
kpi('h.d5') {
  title en: 'x'
  unit ratio
  better higher
  value { kpi('h.d6') / kpi('h.d6').where(weekday(day) == 1) }
}
kpi('h.d6') {
  title en: 'x'
  unit ratio
  better higher
  value { kpi('h.d7') / kpi('h.d7').where(weekday(day) == 1) }
}
kpi('h.d7') {
  title en: 'x'
  unit ratio
  better higher
  value { kpi('h.d8') / kpi('h.d8').where(weekday(day) == 1) }
}
kpi('h.d8') {
  title en: 'x'
  unit ratio
  better higher
  value { kpi('h.d9') / kpi('h.d9').where(weekday(day) == 1) }
}
kpi('h.d9') {
  title en: 'x'
  unit ratio
  better higher
  value { kpi('h.d10') / kpi('h.d10').where(weekday(day) == 1) }
}

// Whatever is made of an estimate is one.

kpi('t.traffic') {
  title en: 'A'
  unit count
  better higher
  from rankings
  value { sumOnLastDay(estimated_traffic) }
  by device
  example 'nobody counted it', rows: [[day: '2026-10-01', keyword: 'tent', device: 'mobile', estimated_traffic: 70], [day: '2026-10-20', keyword: 'tent', device: 'mobile', estimated_traffic: 10], [day: '2026-10-20', keyword: 'map', device: 'desktop', estimated_traffic: 30]], expect: estimated(40), not: 110
  example 'a group', rows: [[day: '2026-10-01', keyword: 'tent', device: 'mobile', estimated_traffic: 70], [day: '2026-10-20', keyword: 'tent', device: 'mobile', estimated_traffic: 10], [day: '2026-10-20', keyword: 'map', device: 'desktop', estimated_traffic: 30]], group: [device: 'mobile'], expect: estimated(10)
  example 'none is none all the same', rows: [[keyword: 'tent', device: 'mobile', estimated_traffic: 0]], expect: estimated(0)
  example 'and lacks what is missing', rows: [[day: '2026-10-01', keyword: 'tent', device: 'mobile', estimated_traffic: 70], [day: '2026-10-20', keyword: 'tent', device: 'mobile', estimated_traffic: 10], [day: '2026-10-20', keyword: 'map', device: 'desktop', estimated_traffic: 30], [day: '2026-10-20', keyword: 'stove', device: 'desktop', estimated_traffic: null]], expect: estimated(40)
  example 'without a check there is none', rows: [], expect: noData
}

kpi('t.mobile-share') {
  title en: 'A'
  unit percent
  better neutral
  from rankings
  value { sumOnLastDay(estimated_traffic).where(device == 'mobile') / sumOnLastDay(estimated_traffic) }
  example 'a part', rows: [[day: '2026-10-01', keyword: 'tent', device: 'mobile', estimated_traffic: 70], [day: '2026-10-20', keyword: 'tent', device: 'mobile', estimated_traffic: 10], [day: '2026-10-20', keyword: 'map', device: 'desktop', estimated_traffic: 30]], expect: estimated(0.25)
  example 'of nothing', rows: [[keyword: 'tent', device: 'mobile', estimated_traffic: 0]], expect: notComputable
}

kpi('t.keywords') {
  title en: 'A'
  unit count
  better neutral
  from rankings
  value { countOnLastDay() }
  example 'these are counted', rows: [[day: '2026-10-01', keyword: 'tent', device: 'mobile', estimated_traffic: 70], [day: '2026-10-20', keyword: 'tent', device: 'mobile', estimated_traffic: 10], [day: '2026-10-20', keyword: 'map', device: 'desktop', estimated_traffic: 30]], expect: known(2)
}

kpi('t.keywords-with-traffic') {
  title en: 'A'
  unit count
  better higher
  from rankings
  value { countOnLastDay().where(estimated_traffic > 20) }
  example 'whom the estimate chooses', rows: [[day: '2026-10-01', keyword: 'tent', device: 'mobile', estimated_traffic: 70], [day: '2026-10-20', keyword: 'tent', device: 'mobile', estimated_traffic: 10], [day: '2026-10-20', keyword: 'map', device: 'desktop', estimated_traffic: 30]], expect: estimated(1)
}

kpi('t.traffic-by-keyword') {
  title en: 'A'
  unit ratio
  better higher
  value { kpi('t.traffic') / kpi('t.keywords') }
  example 'an operand', rankings: [[day: '2026-10-01', keyword: 'tent', device: 'mobile', estimated_traffic: 70], [day: '2026-10-20', keyword: 'tent', device: 'mobile', estimated_traffic: 10], [day: '2026-10-20', keyword: 'map', device: 'desktop', estimated_traffic: 30]], expect: estimated(20)
}

kpi('t.cost-of-traffic') {
  title en: 'A'
  unit money
  better lower
  from costs
  value { sum(cost) / kpi('t.traffic') }
  example 'money that was counted, by what was not', rows: [[cost: 20]], rankings: [[day: '2026-10-01', keyword: 'tent', device: 'mobile', estimated_traffic: 70], [day: '2026-10-20', keyword: 'tent', device: 'mobile', estimated_traffic: 10], [day: '2026-10-20', keyword: 'map', device: 'desktop', estimated_traffic: 30]], expect: estimated(0.5)
}

kpi('t.best-place-with-traffic') {
  title en: 'A'
  unit position
  better lower
  from rankings
  where estimated_traffic > 20
  value { min(position) }
  example 'on a line of its own', rows: [[keyword: 'tent', position: 4, estimated_traffic: 10], [keyword: 'map', position: 7, estimated_traffic: 30]], expect: estimated(7), not: 4
}

// Best, worst and middle place: the same however often it was looked up.

kpi('t.best-place') {
  title en: 'A'
  unit position
  better lower
  from rankings
  value { min(position) }
  example 'the first that was seen, wherever one was not found',
      rows: [
        [day: '2026-10-01', keyword: 'tent', position: 1], [day: '2026-10-02', keyword: 'tent', position: 1], [day: '2026-10-03', keyword: 'tent', position: 1],
        [day: '2026-10-01', keyword: 'boots', position: 9], [day: '2026-10-03', keyword: 'map', position: null], [day: '2026-10-01', keyword: 'stove', position: 20]
      ], expect: known(1)
}

kpi('t.worst-place') {
  title en: 'A'
  unit position
  better lower
  from rankings
  value { max(ifMissing(position, 101)) }
  example 'not found is the worst; of those that were found it would be 20',
      rows: [
        [day: '2026-10-01', keyword: 'tent', position: 1], [day: '2026-10-02', keyword: 'tent', position: 1], [day: '2026-10-03', keyword: 'tent', position: 1],
        [day: '2026-10-01', keyword: 'boots', position: 9], [day: '2026-10-03', keyword: 'map', position: null], [day: '2026-10-01', keyword: 'stove', position: 20]
      ], expect: known(101), not: 20
}

kpi('t.middle-place') {
  title en: 'A'
  unit position
  better lower
  from rankings
  per(keyword) { place = median(ifMissing(position, 101)) }
  value { median(place) }
  example '1, 9, 20 and 101; of all checks it would be 5, without the one that was not found 9',
      rows: [
        [day: '2026-10-01', keyword: 'tent', position: 1], [day: '2026-10-02', keyword: 'tent', position: 1], [day: '2026-10-03', keyword: 'tent', position: 1],
        [day: '2026-10-01', keyword: 'boots', position: 9], [day: '2026-10-03', keyword: 'map', position: null], [day: '2026-10-01', keyword: 'stove', position: 20]
      ], expect: 14.5, not: [5, 9]
}

kpi('t.middle-place-found') {
  title en: 'A'
  unit position
  better lower
  from rankings
  per(keyword) { place = median(position).where(position <= 30) }
  value { median(place) }
  example '1, 9 and 20',
      rows: [
        [day: '2026-10-01', keyword: 'tent', position: 1], [day: '2026-10-02', keyword: 'tent', position: 1], [day: '2026-10-03', keyword: 'tent', position: 1],
        [day: '2026-10-01', keyword: 'boots', position: 9], [day: '2026-10-03', keyword: 'map', position: null], [day: '2026-10-01', keyword: 'stove', position: 20]
      ], expect: 9, not: 1
}

kpi('t.place-p90') {
  title en: 'A'
  unit position
  better lower
  from rankings
  per(keyword) { place = max(ifMissing(position, 101)) }
  value { percentile(place, 90) }
  example '1, 9, 20, 101: seven tenths of the way from 20 to 101',
      rows: [
        [day: '2026-10-01', keyword: 'tent', position: 1], [day: '2026-10-02', keyword: 'tent', position: 1], [day: '2026-10-03', keyword: 'tent', position: 1],
        [day: '2026-10-01', keyword: 'boots', position: 9], [day: '2026-10-03', keyword: 'map', position: null], [day: '2026-10-01', keyword: 'stove', position: 20]
      ], expect: 76.7
}

kpi('t.places-apart') {
  title en: 'A'
  unit count
  better lower
  from rankings
  per(keyword) { place = max(ifMissing(position, 31)) }
  value { max(place) - min(place) }
  example 'a number of places',
      rows: [
        [day: '2026-10-01', keyword: 'tent', position: 1], [day: '2026-10-02', keyword: 'tent', position: 1], [day: '2026-10-03', keyword: 'tent', position: 1],
        [day: '2026-10-01', keyword: 'boots', position: 9], [day: '2026-10-03', keyword: 'map', position: null], [day: '2026-10-01', keyword: 'stove', position: 20]
      ], expect: 30
}

kpi('t.best-query') {
  title en: 'A'
  unit position
  better lower
  from search_queries
  per(query) { place = weightedMean(position) }
  value { min(place) }
  example 'of 5, 8 and 30',
      rows: [[query: 'tent', impressions: 1, position: 2], [query: 'tent', impressions: 3, position: 6], [query: 'map', impressions: 300, position: 8], [query: 'stove', impressions: 1, position: 30]], expect: 5, not: 2
}

kpi('t.worst-query') {
  title en: 'A'
  unit position
  better lower
  from search_queries
  per(query) { place = weightedMean(position) }
  value { max(place) }
  example 'of 5, 8 and 30',
      rows: [[query: 'tent', impressions: 1, position: 2], [query: 'tent', impressions: 3, position: 6], [query: 'map', impressions: 300, position: 8], [query: 'stove', impressions: 1, position: 30]], expect: 30
}

kpi('t.middle-query') {
  title en: 'A'
  unit position
  better lower
  from search_queries
  per(query) { place = weightedMean(position) }
  value { median(place) }
  example 'of 5, 8 and 30',
      rows: [[query: 'tent', impressions: 1, position: 2], [query: 'tent', impressions: 3, position: 6], [query: 'map', impressions: 300, position: 8], [query: 'stove', impressions: 1, position: 30]], expect: 8, not: 7
}

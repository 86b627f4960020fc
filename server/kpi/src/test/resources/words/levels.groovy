// Levels of profiles that are read on days of their own, and stop being read.

kpi('words.followers') {
  title en: 'Followers'
  unit count
  better higher
  from social_accounts
  value { last(followers) }
  by network
  example 'a network that is not read any more has not lost its followers',
      rows: [
        [day: '2026-09-20', network: 'facebook', followers: 1000], [day: '2026-09-20', network: 'instagram', followers: 500],
        [day: '2026-10-20', network: 'facebook', followers: 1010]
      ],
      expect: partial(1010)
  example 'a day without a count is no reading',
      rows: [
        [day: '2026-09-20', network: 'facebook', followers: 1000], [day: '2026-09-20', network: 'instagram', followers: 500],
        [day: '2026-10-20', network: 'facebook', followers: 1010], [day: '2026-10-20', network: 'instagram', reach: 70]
      ],
      expect: partial(1010)
  example 'one that was gone long before is not missed',
      rows: [
        [day: '2026-08-20', network: 'instagram', followers: 500],
        [day: '2026-10-01', network: 'facebook', followers: 1000], [day: '2026-10-20', network: 'facebook', followers: 1010]
      ],
      expect: 1010
}

kpi('words.largest-network') {
  title en: 'Followers of the largest network'
  unit count
  better higher
  from social_accounts
  per(network) { level = last(followers) }
  value { max(level) }
  example 'which may be the one that is not read any more',
      rows: [
        [day: '2026-09-20', network: 'facebook', followers: 1000], [day: '2026-09-20', network: 'instagram', followers: 5000],
        [day: '2026-10-20', network: 'facebook', followers: 1010]
      ],
      expect: partial(1010)
}

kpi('words.share-of-top-ten') {
  title en: 'Keywords in the top ten'
  unit percent
  better higher
  from rankings
  value { countOnLastDay().where(position <= 10) / countOnLastDay() }
  by engine, group_name
  example 'a search engine that is not checked any more is missing',
      rows: [
        [day: '2026-09-20', engine: 'google', keyword: 'tent', position: 1], [day: '2026-09-21', engine: 'yandex', keyword: 'tent', position: 20],
        [day: '2026-10-20', engine: 'google', keyword: 'tent', position: 1]
      ],
      expect: partial(1)
  example 'a keyword that the last check does not have is gone',
      rows: [
        [day: '2026-09-20', engine: 'google', keyword: 'tent', position: 1], [day: '2026-09-20', engine: 'google', keyword: 'map', position: 20],
        [day: '2026-10-20', engine: 'google', keyword: 'tent', position: 1]
      ],
      expect: 1
}

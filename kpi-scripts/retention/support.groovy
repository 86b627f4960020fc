// Conversations with customers. A conversation is not a message, and one that is opened again stays one.

kpi('support.requests') {
  title en: 'Customer requests', ru: 'Обращения клиентов', be: 'Звароты кліентаў', fi: 'Asiakkaiden yhteydenotot'
  about en: 'Conversations that customers began in the period.', ru: 'Разговоры, начатые клиентами за период.', be: 'Размовы, пачатыя кліентамі за перыяд.', fi: 'Asiakkaiden jaksolla aloittamat keskustelut.'
  unit count
  better neutral
  from support_requests
  value { count() }
  by channel, network, topic
  example 'received in the period; closed in it would be 2',
      rows: [[day: '2026-10-02', request_id: '1', resolved_at: '2026-10-03'], [day: '2026-09-29', request_id: '2', resolved_at: '2026-10-01'], [day: '2026-10-04', request_id: '3', resolved_at: null], [day: '2026-10-05', request_id: '4', resolved_at: null]],
      expect: 3, not: 2
  example 'nothing imported is not zero', rows: [], expect: noData
}

kpi('support.social-resolved') {
  title en: 'Service requests in social networks resolved', ru: 'Закрытые обращения в соцсетях', be: 'Закрытыя звароты ў сацсетках', fi: 'Somessa ratkaistut asiakaspalvelupyynnöt'
  about en: 'Conversations in social networks that were closed in the period, whenever they began.',
      ru: 'Разговоры в соцсетях, закрытые за период, когда бы они ни начались.',
      be: 'Размовы ў сацсетках, закрытыя за перыяд, калі б яны ні пачаліся.',
      fi: 'Jaksolla suljetut keskustelut somessa, alkoivatpa ne milloin tahansa.'
  unit count
  better neutral
  from support_requests
  dated resolved_at
  where network != null
  value { count() }
  by network, topic, owner
  example 'by the day of closing, social networks only; by the day of the question it would be 1, with e-mail 3',
      rows: [
        [day: '2026-09-29', request_id: '1', network: 'vk', resolved_at: '2026-10-01'], [day: '2026-10-02', request_id: '2', network: 'vk', resolved_at: '2026-10-03'],
        [day: '2026-10-02', request_id: '3', network: null, resolved_at: '2026-10-03'], [day: '2026-09-02', request_id: '4', network: 'vk', resolved_at: '2026-09-03']
      ],
      expect: 2, not: 1
  example 'nothing imported is not zero', rows: [], expect: noData
}

kpi('support.social-resolution-rate') {
  title en: 'Service requests in social networks resolved (of those received)', ru: 'Решённые обращения в соцсетях (от поступивших)', be: 'Вырашаныя звароты ў сацсетках (ад тых, што паступілі)', fi: 'Somessa ratkaistujen pyyntöjen osuus (saapuneista)'
  about en: 'Conversations in social networks that began in the period and are closed by now as a part of all that began in it.',
      ru: 'Разговоры в соцсетях, начатые за период и уже закрытые, как часть всех начатых за период.',
      be: 'Размовы ў сацсетках, пачатыя за перыяд і ўжо закрытыя, як частка ўсіх пачатых за перыяд.',
      fi: 'Jaksolla alkaneet ja nyt suljetut keskustelut somessa osuutena kaikista jaksolla alkaneista.'
  unit percent
  better higher
  from support_requests
  where network != null
  value { count().where(resolved_at != null) / count() }
  by network, topic, owner
  example 'of those received; closed in the month by received in it would be 1.5',
      rows: [
        [day: '2026-09-29', request_id: '1', network: 'vk', resolved_at: '2026-10-01'], [day: '2026-09-29', request_id: '2', network: 'vk', resolved_at: '2026-10-01'],
        [day: '2026-10-02', request_id: '3', network: 'vk', resolved_at: '2026-10-03'], [day: '2026-10-02', request_id: '4', network: 'vk', resolved_at: null]
      ],
      expect: 0.5, not: 1.5
  example 'nothing received, no rate', rows: [[day: '2026-09-29', request_id: '1', network: 'vk', resolved_at: '2026-10-01']], expect: notComputable
}

kpi('support.first-response-time') {
  title en: 'First response (median, calendar hours)', ru: 'Первый ответ (медиана, календарные часы)', be: 'Першы адказ (медыяна, каляндарныя гадзіны)', fi: 'Ensimmäinen vastaus (mediaani, kalenteritunnit)'
  about en: 'Median number of hours from the customer\'s question to the first answer of a person, of the conversations begun in the period. Bots do not count.',
      ru: 'Медиана числа часов от вопроса клиента до первого ответа человека в разговорах, начатых за период. Боты не считаются.',
      be: 'Медыяна колькасці гадзін ад пытання кліента да першага адказу чалавека ў размовах, пачатых за перыяд. Боты не лічацца.',
      fi: 'Mediaani tunneista asiakkaan kysymyksestä ihmisen ensimmäiseen vastaukseen jaksolla alkaneissa keskusteluissa. Botteja ei lasketa.'
  unit hours
  better lower
  from support_requests
  value { median(hours(created_at, first_human_reply_at)) }
  by channel, topic, owner
  example 'the middle one; the mean would be 19, with the bot 0',
      rows: [
        [created_at: '2026-10-01T10:00', first_reply_at: '2026-10-01T10:00', first_human_reply_at: '2026-10-01T11:00'],
        [created_at: '2026-10-01T10:00', first_reply_at: '2026-10-01T10:00', first_human_reply_at: '2026-10-01T12:00'],
        [created_at: '2026-10-01T10:00', first_reply_at: '2026-10-01T10:00', first_human_reply_at: '2026-10-03T16:00']
      ],
      expect: 2, not: 19
  example 'nobody answered, no time', rows: [[created_at: '2026-10-01T10:00', first_human_reply_at: null]], expect: notComputable
}

kpi('support.social-first-response') {
  title en: 'First response in social networks (median)', ru: 'Первый ответ в соцсетях (медиана)', be: 'Першы адказ у сацсетках (медыяна)', fi: 'Ensimmäinen vastaus somessa (mediaani)'
  about en: 'Median time from a message or comment in a social network to the first answer of a person. Bots do not count.',
      ru: 'Медианное время от сообщения или комментария в соцсети до первого ответа человека. Боты не считаются.',
      be: 'Медыянны час ад паведамлення або каментарыя ў сацсетцы да першага адказу чалавека. Боты не лічацца.',
      fi: 'Mediaaniaika somen viestistä tai kommentista ihmisen ensimmäiseen vastaukseen. Botteja ei lasketa.'
  unit minutes
  better lower
  from support_requests
  where network != null
  value { median(minutes(created_at, first_human_reply_at)) }
  by network, topic, owner
  example 'people, not bots, with whom it would be 0; and social networks only, else 45',
      rows: [
        [network: 'vk', created_at: '2026-10-01T10:00', first_reply_at: '2026-10-01T10:00', first_human_reply_at: '2026-10-01T10:45'],
        [network: 'vk', created_at: '2026-10-01T10:00', first_reply_at: '2026-10-01T10:00', first_human_reply_at: '2026-10-01T11:15'],
        [network: null, created_at: '2026-10-01T10:00', first_reply_at: '2026-10-01T10:05', first_human_reply_at: '2026-10-01T10:05']
      ],
      expect: 60, not: 0
  example 'nobody answered, no time', rows: [[network: 'vk', created_at: '2026-10-01T10:00', first_human_reply_at: null]], expect: notComputable
}

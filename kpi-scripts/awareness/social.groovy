// How many people a brand's profiles have, and how often they were shown.

kpi('social.followers') {
  title en: 'Followers', ru: 'Подписчики', be: 'Падпісчыкі', fi: 'Seuraajat'
  about en: 'Followers on the last day of the period that has a count, added over profiles. The same person may follow several.',
      ru: 'Число подписчиков на последний день периода, за который есть данные, в сумме по профилям. Один человек может быть подписан на несколько.',
      be: 'Колькасць падпісчыкаў на апошні дзень перыяду, за які ёсць звесткі, у суме па профілях. Адзін чалавек можа быць падпісаны на некалькі.',
      fi: 'Seuraajat jakson viimeisenä päivänä, jolta on tieto, profiilit yhteensä. Sama ihminen voi seurata useaa.'
  unit count
  better higher
  from social_accounts
  value { last(followers) }
  by network
  example 'the last day counts, and profiles are added; the sum of days would be 3355',
      rows: [
        [day: '2026-10-01', account: 'a', followers: 1000],
        [day: '2026-10-31', account: 'a', followers: 1050],
        [day: '2026-10-01', account: 'b', followers: 650],
        [day: '2026-10-30', account: 'b', followers: 655]
      ],
      expect: 1705
}

kpi('social.net-followers') {
  title en: 'Net new followers', ru: 'Прирост подписчиков', be: 'Прырост падпісчыкаў', fi: 'Seuraajien nettomuutos'
  about en: 'Followers won less followers lost in the period.',
      ru: 'Новые подписчики за вычетом отписавшихся за период.',
      be: 'Новыя падпісчыкі за вылікам тых, хто адпісаўся за перыяд.',
      fi: 'Jaksolla saadut seuraajat vähennettynä menetetyillä.'
  unit count
  better higher
  from social_accounts
  value { sum(follower_change) }
  otherwise {
    about en: 'Followers on the last day of the period that has a count less those on the first.',
        ru: 'Подписчики на последний день периода с данными за вычетом подписчиков на первый такой день.',
        be: 'Падпісчыкі на апошні дзень перыяду са звесткамі без падпісчыкаў на першы такі дзень.',
        fi: 'Seuraajat jakson viimeisenä päivänä, jolta on tieto, vähennettynä ensimmäisen päivän seuraajilla.'
    from social_accounts
    value { last(followers) - first(followers) }
  }
  by network
  example 'changes add up', rows: [[follower_change: 12], [follower_change: -5]], expect: 7
  example 'without changes, the difference of the levels',
      rows: [[day: '2026-10-01', followers: 1000], [day: '2026-10-31', followers: 1050]], expect: 50
}

kpi('social.impressions') {
  title en: 'Social impressions', ru: 'Показы в соцсетях', be: 'Паказы ў сацсетках', fi: 'Näyttökerrat somessa'
  about en: 'How often the posts published in the period were shown.',
      ru: 'Сколько раз были показаны публикации, вышедшие за период.',
      be: 'Колькі разоў былі паказаны публікацыі, якія выйшлі за перыяд.',
      fi: 'Kuinka usein jaksolla julkaistut julkaisut näytettiin.'
  unit count
  better higher
  from social_posts
  value { sum(impressions) }
  otherwise {
    about en: 'How often the content of the profiles was shown in the period.',
        ru: 'Сколько раз материалы профилей были показаны за период.',
        be: 'Колькі разоў матэрыялы профіляў былі паказаны за перыяд.',
        fi: 'Kuinka usein profiilien sisältö näytettiin jaksolla.'
    from social_accounts
    value { sum(impressions) }
  }
  by network
  example 'impressions add up', rows: [[post_id: '1', impressions: 500], [post_id: '2', impressions: 10000]], expect: 10500
}

kpi('social.video-views') {
  title en: 'Video views', ru: 'Просмотры видео', be: 'Прагляды відэа', fi: 'Videon katselukerrat'
  about en: 'Views of the profiles\' videos in the period.',
      ru: 'Просмотры видео профилей за период.',
      be: 'Прагляды відэа профіляў за перыяд.',
      fi: 'Profiilien videoiden katselukerrat jaksolla.'
  unit count
  better higher
  from social_accounts
  value { sum(video_views) }
  otherwise {
    about en: 'Views of the videos published in the period.',
        ru: 'Просмотры видео, опубликованных за период.',
        be: 'Прагляды відэа, апублікаваных за перыяд.',
        fi: 'Jaksolla julkaistujen videoiden katselukerrat.'
    from social_posts
    value { sum(video_views) }
  }
  by network
  example 'views add up over days', rows: [[video_views: 40], [video_views: 2]], expect: 42
}

kpi('social.posts') {
  title en: 'Posts published', ru: 'Публикации', be: 'Публікацыі', fi: 'Julkaisut'
  about en: 'Posts published in the period.', ru: 'Публикации, вышедшие за период.', be: 'Публікацыі, якія выйшлі за перыяд.', fi: 'Jaksolla julkaistut julkaisut.'
  unit count
  better neutral
  from social_posts
  value { count() }
  by network, post_type
  example 'each post counts once', rows: [[post_id: '1'], [post_id: '2']], expect: 2
}

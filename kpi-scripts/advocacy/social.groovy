// What people did with a brand's posts. Networks count different things as an engagement, so the
// variant stands in the title, and two variants never share a line.

kpi('social.engagement-rate') {
  title en: 'Engagement rate (by impressions)', ru: 'Вовлечённость (по показам)', be: 'Уцягнутасць (па паказах)', fi: 'Sitoutumisaste (näyttökerroista)'
  about en: 'Engagements, as the network counts them, by impressions of the posts published in the period.',
      ru: 'Взаимодействия по данным соцсети, делённые на показы публикаций, вышедших за период.',
      be: 'Узаемадзеянні паводле звестак сацсеткі, падзеленыя на паказы публікацый, што выйшлі за перыяд.',
      fi: 'Sitoutumiset verkoston laskemina jaettuna jaksolla julkaistujen julkaisujen näyttökerroilla.'
  unit percent
  better higher
  from social_posts
  value { sum(engagements) / sum(impressions) }
  otherwise {
    about en: 'Likes, comments, shares and saves by impressions of the posts published in the period.',
        ru: 'Отметки «нравится», комментарии, репосты и сохранения, делённые на показы публикаций за период.',
        be: 'Адзнакі «падабаецца», каментарыі, рэпосты і захаванні, падзеленыя на паказы публікацый за перыяд.',
        fi: 'Tykkäykset, kommentit, jaot ja tallennukset jaettuna jakson julkaisujen näyttökerroilla.'
    from social_posts
    value { sum(likes + comments + shares + saves) / sum(impressions) }
  }
  otherwise {
    about en: 'Likes, comments and shares by impressions of the posts published in the period.',
        ru: 'Отметки «нравится», комментарии и репосты, делённые на показы публикаций за период.',
        be: 'Адзнакі «падабаецца», каментарыі і рэпосты, падзеленыя на паказы публікацый за перыяд.',
        fi: 'Tykkäykset, kommentit ja jaot jaettuna jakson julkaisujen näyttökerroilla.'
    from social_posts
    value { sum(likes + comments + shares) / sum(impressions) }
  }
  otherwise {
    title en: 'Engagement rate (by video views)', ru: 'Вовлечённость (по просмотрам видео)', be: 'Уцягнутасць (па праглядах відэа)', fi: 'Sitoutumisaste (videon katselukerroista)'
    about en: 'Engagements, as the network counts them, by video views of the posts published in the period.',
        ru: 'Взаимодействия по данным соцсети, делённые на просмотры видео, опубликованных за период.',
        be: 'Узаемадзеянні паводле звестак сацсеткі, падзеленыя на прагляды відэа, апублікаваных за перыяд.',
        fi: 'Sitoutumiset verkoston laskemina jaettuna jaksolla julkaistujen videoiden katselukerroilla.'
    from social_posts
    value { sum(engagements) / sum(video_views) }
  }
  otherwise {
    title en: 'Engagement rate (by video views)', ru: 'Вовлечённость (по просмотрам видео)', be: 'Уцягнутасць (па праглядах відэа)', fi: 'Sitoutumisaste (videon katselukerroista)'
    about en: 'Likes, comments and shares by video views of the posts published in the period.',
        ru: 'Отметки «нравится», комментарии и репосты, делённые на просмотры видео, опубликованных за период.',
        be: 'Адзнакі «падабаецца», каментарыі і рэпосты, падзеленыя на прагляды відэа, апублікаваных за перыяд.',
        fi: 'Tykkäykset, kommentit ja jaot jaettuna jaksolla julkaistujen videoiden katselukerroilla.'
    from social_posts
    value { sum(likes + comments + shares) / sum(video_views) }
  }
  by network, post_type
  example 'pooled over posts; the mean of the posts would be 0.055',
      rows: [[post_id: '1', engagements: 50, impressions: 500], [post_id: '2', engagements: 100, impressions: 10000]],
      expect: 0.0142857143, not: 0.055
  example 'a network that counts video views only',
      rows: [[post_id: '1', likes: 8, comments: 1, shares: 1, video_views: 200]],
      expect: 0.05
  example 'nothing shown gives no rate', rows: [[post_id: '1', engagements: 0, impressions: 0]], expect: notComputable
}

kpi('social.engagements') {
  title en: 'Engagements', ru: 'Взаимодействия', be: 'Узаемадзеянні', fi: 'Sitoutumiset'
  about en: 'Engagements with the posts published in the period, as the network counts them.',
      ru: 'Взаимодействия с публикациями, вышедшими за период, по данным соцсети.',
      be: 'Узаемадзеянні з публікацыямі, што выйшлі за перыяд, паводле звестак сацсеткі.',
      fi: 'Jaksolla julkaistujen julkaisujen sitoutumiset verkoston laskemina.'
  unit count
  better higher
  from social_posts
  value { sum(engagements) }
  otherwise {
    about en: 'Likes, comments and shares of the posts published in the period.',
        ru: 'Отметки «нравится», комментарии и репосты публикаций, вышедших за период.',
        be: 'Адзнакі «падабаецца», каментарыі і рэпосты публікацый, што выйшлі за перыяд.',
        fi: 'Jaksolla julkaistujen julkaisujen tykkäykset, kommentit ja jaot.'
    from social_posts
    value { sum(likes + comments + shares) }
  }
  by network, post_type
  example 'engagements add up', rows: [[post_id: '1', engagements: 50], [post_id: '2', engagements: 100]], expect: 150
  example 'as the network counts; its likes alone would be 40', rows: [[post_id: '1', engagements: 50, likes: 40, comments: 2, shares: 1]], expect: 50, not: 40
  example 'nothing imported is not zero', rows: [], expect: noData
}

kpi('social.engagement-rate-by-reach') {
  title en: 'Engagement rate (by reach, pooled)', ru: 'Вовлечённость (по охвату, в целом)', be: 'Уцягнутасць (па ахопе, у цэлым)', fi: 'Sitoutumisaste (kattavuudesta, yhteensä)'
  about en: 'Engagements of the posts published in the period by the accounts that each of them reached. A post with more reach weighs more.',
      ru: 'Взаимодействия с публикациями периода, делённые на сумму охватов каждой из них. Публикация с большим охватом весит больше.',
      be: 'Узаемадзеянні з публікацыямі перыяду, падзеленыя на суму ахопаў кожнай з іх. Публікацыя з большым ахопам важыць больш.',
      fi: 'Jakson julkaisujen sitoutumiset jaettuna kunkin julkaisun tavoittamilla tileillä. Laajemmalle levinnyt julkaisu painaa enemmän.'
  unit percent
  better higher
  from social_posts
  where reach != null
  per(post_id) { acts = sum(engagements); reached = max(reach) }
  value { sum(acts) / sum(reached) }
  by network, post_type
  example 'pooled over posts; the mean of the posts would be 0.055',
      rows: [[post_id: '1', engagements: 50, reach: 500], [post_id: '2', engagements: 100, reach: 10000]],
      expect: 0.0142857143, not: 0.055
  example 'nobody reached gives no rate', rows: [[post_id: '1', engagements: 0, reach: 0]], expect: notComputable
}

kpi('social.engagement-rate-mean-of-posts') {
  title en: 'Engagement rate (by reach, mean of posts)', ru: 'Вовлечённость (по охвату, среднее по публикациям)', be: 'Уцягнутасць (па ахопе, сярэдняе па публікацыях)', fi: 'Sitoutumisaste (kattavuudesta, julkaisujen keskiarvo)'
  about en: 'Mean of the engagement rates of the posts published in the period: each post weighs the same, however many it reached.',
      ru: 'Среднее из вовлечённости публикаций периода: каждая весит одинаково, каким бы ни был охват.',
      be: 'Сярэдняе з уцягнутасці публікацый перыяду: кожная важыць аднолькава, якім бы ні быў ахоп.',
      fi: 'Jakson julkaisujen sitoutumisasteiden keskiarvo: jokainen julkaisu painaa saman verran kattavuudesta riippumatta.'
  unit percent
  better higher
  from social_posts
  where reach > 0
  per(post_id) { acts = sum(engagements); reached = max(reach) }
  value { sum(acts / reached) / count() }
  by network, post_type
  example 'each post the same; pooled it would be 0.0142857143',
      rows: [[post_id: '1', engagements: 50, reach: 500], [post_id: '2', engagements: 100, reach: 10000]],
      expect: 0.055, not: 0.0142857143
  example 'a post that reached nobody has no rate', rows: [[post_id: '1', engagements: 0, reach: 0]], expect: notComputable
}

kpi('social.engagement-rate-by-followers') {
  title en: 'Engagement rate (by followers)', ru: 'Вовлечённость (по подписчикам)', be: 'Уцягнутасць (па падпісчыках)', fi: 'Sitoutumisaste (seuraajista)'
  about en: 'Engagements of the posts published in the period by followers: the mean of the first and the last count of the period.',
      ru: 'Взаимодействия с публикациями периода, делённые на число подписчиков: среднее из первого и последнего значения за период.',
      be: 'Узаемадзеянні з публікацыямі перыяду, падзеленыя на колькасць падпісчыкаў: сярэдняе з першага і апошняга значэння за перыяд.',
      fi: 'Jakson julkaisujen sitoutumiset jaettuna seuraajilla: jakson ensimmäisen ja viimeisen lukeman keskiarvo.'
  unit percent
  better higher
  value { kpi('social.engagements') / kpi('social.mean-followers') }
  by network
  example 'by followers; by reach it would be 0.5, and the sum of daily followers would give 0.05',
      social_posts: [[post_id: '1', engagements: 150, reach: 300]],
      social_accounts: [[day: '2026-10-01', followers: 900], [day: '2026-10-15', followers: 1000], [day: '2026-10-31', followers: 1100]],
      expect: 0.15, not: 0.5
  example 'no followers, no rate',
      social_posts: [[post_id: '1', engagements: 150]], social_accounts: [[followers: 0]], expect: notComputable
}

kpi('social.mean-followers') {
  title en: 'Followers (mean of start and end)', ru: 'Подписчики (среднее начала и конца)', be: 'Падпісчыкі (сярэдняе пачатку і канца)', fi: 'Seuraajat (alun ja lopun keskiarvo)'
  about en: 'Mean of the first and the last count of followers in the period, the base of the engagement rate by followers.',
      ru: 'Среднее из первого и последнего числа подписчиков за период, основа вовлечённости по подписчикам.',
      be: 'Сярэдняе з першай і апошняй колькасці падпісчыкаў за перыяд, аснова ўцягнутасці па падпісчыках.',
      fi: 'Jakson ensimmäisen ja viimeisen seuraajamäärän keskiarvo, seuraajista lasketun sitoutumisasteen pohja.'
  unit count
  better neutral
  from social_accounts
  value { 0.5 * (first(followers) + last(followers)) }
  by network
  example 'the mean of both ends; the sum of the days would be 3000',
      rows: [[day: '2026-10-01', followers: 900], [day: '2026-10-15', followers: 1000], [day: '2026-10-31', followers: 1100]],
      expect: 1000, not: 3000
  example 'nothing imported is not zero', rows: [], expect: noData
}

kpi('social.engagement-rate-by-views') {
  title en: 'Engagement rate (by views)', ru: 'Вовлечённость (по просмотрам)', be: 'Уцягнутасць (па праглядах)', fi: 'Sitoutumisaste (katselukerroista)'
  about en: 'Likes, comments and shares of the videos published in the period by their views. Clicks and saves are not counted for any network.',
      ru: 'Отметки «нравится», комментарии и репосты видео за период, делённые на их просмотры. Клики и сохранения не считаются ни для одной соцсети.',
      be: 'Адзнакі «падабаецца», каментарыі і рэпосты відэа за перыяд, падзеленыя на іх прагляды. Клікі і захаванні не лічацца ні для адной сацсеткі.',
      fi: 'Jakson videoiden tykkäykset, kommentit ja jaot jaettuna katselukerroilla. Klikkauksia ja tallennuksia ei lasketa minkään verkoston kohdalla.'
  unit percent
  better higher
  from social_posts
  where video_views > 0
  value { sum(likes + comments + shares) / sum(video_views) }
  by network, post_type
  example 'the same set for all; with the saves and clicks of one network it would be 0.11',
      rows: [
        [post_id: '1', likes: 8, comments: 1, shares: 1, saves: 6, link_clicks: 6, video_views: 100],
        [post_id: '2', likes: 0, comments: 0, shares: 0, video_views: 100]
      ],
      expect: 0.05, not: 0.11
  example 'a post without a video is none of them; with its likes it would be 0.5',
      rows: [
        [post_id: '1', likes: 8, comments: 1, shares: 1, video_views: 200],
        [post_id: '2', likes: 90, comments: 0, shares: 0, video_views: null]
      ],
      expect: known(0.05), not: 0.5
  example 'no views, no rate', rows: [[post_id: '1', likes: 1, comments: 0, shares: 0, video_views: 0]], expect: notComputable
}

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
      expect: 0.0142857143
  example 'a network that counts video views only',
      rows: [[post_id: '1', likes: 8, comments: 1, shares: 1, video_views: 200]],
      expect: 0.05
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
}

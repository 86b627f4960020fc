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
      expect: 1705, not: 3355
  example 'networks of one account are read on days of their own; of the last one alone it would be 1050',
      rows: [
        [day: '2026-10-31', network: 'facebook', followers: 1050],
        [day: '2026-10-30', network: 'instagram', followers: 655]
      ],
      expect: 1705, not: 1050
  example 'nothing imported is not zero', rows: [], expect: noData
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
  example 'growth of the period, not the level, which would be 1050',
      rows: [[day: '2026-10-01', followers: 1000, follower_change: 20], [day: '2026-10-31', followers: 1050, follower_change: 30]], expect: 50, not: 1050
  example 'nothing imported is not zero', rows: [], expect: noData
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
  example 'impressions, not reach, which would be 400', rows: [[post_id: '1', impressions: 500, reach: 400]], expect: 500, not: 400
  example 'nothing imported is not zero', rows: [], expect: noData
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
  example 'views of the period by day, not those of its new videos, which would be 7',
      rows: [[video_views: 40]], social_posts: [[post_id: '1', video_views: 7]], expect: 40, not: 7
  example 'nothing imported is not zero', rows: [], expect: noData
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
  example 'of the period only; with the earlier one it would be 2', rows: [[post_id: '1'], [day: '2026-09-30', post_id: '2']], expect: 1, not: 2
  example 'nothing imported is not zero', rows: [], expect: noData
}

kpi('social.follower-growth') {
  title en: 'Follower growth (of followers at the start)', ru: 'Рост подписчиков (от числа на начало)', be: 'Рост падпісчыкаў (ад колькасці на пачатак)', fi: 'Seuraajien kasvu (alun seuraajista)'
  about en: 'Followers on the last day of the period that has a count less those on the first, by those on the first.',
      ru: 'Подписчики на последний день периода с данными за вычетом подписчиков на первый такой день, делённые на последних.',
      be: 'Падпісчыкі на апошні дзень перыяду са звесткамі без падпісчыкаў на першы такі дзень, падзеленыя на апошніх.',
      fi: 'Seuraajat jakson viimeisenä päivänä, jolta on tieto, vähennettynä ensimmäisen päivän seuraajilla ja jaettuna niillä.'
  unit percent
  better higher
  from social_accounts
  value { (last(followers) - first(followers)) / first(followers) }
  by network
  example 'of the start; of the mean of both ends it would be 0.2222222222',
      rows: [[day: '2026-10-01', followers: 1000], [day: '2026-10-15', followers: 1100], [day: '2026-10-31', followers: 1250]],
      expect: 0.25, not: 0.2222222222
  example 'nobody at the start gives no rate',
      rows: [[day: '2026-10-01', followers: 0], [day: '2026-10-31', followers: 50]], expect: notComputable
}

kpi('social.followers-gained') {
  title en: 'Followers gained', ru: 'Новые подписчики', be: 'Новыя падпісчыкі', fi: 'Uudet seuraajat'
  about en: 'People who began to follow in the period. Those who stopped are counted apart.',
      ru: 'Те, кто подписался за период. Отписавшиеся считаются отдельно.',
      be: 'Тыя, хто падпісаўся за перыяд. Тыя, хто адпісаўся, лічацца асобна.',
      fi: 'Jaksolla seuraamisen aloittaneet. Lopettaneet lasketaan erikseen.'
  unit count
  better higher
  from social_accounts
  value { sum(followers_gained) }
  by network
  example 'without those lost; the net change would be 9', rows: [[followers_gained: 12, followers_lost: 5], [followers_gained: 2, followers_lost: 0]], expect: 14, not: 9
  example 'nothing imported is not zero', rows: [], expect: noData
}

kpi('social.followers-lost') {
  title en: 'Followers lost', ru: 'Отписавшиеся', be: 'Тыя, хто адпісаўся', fi: 'Menetetyt seuraajat'
  about en: 'People who stopped following in the period, accounts removed by the network among them.',
      ru: 'Те, кто отписался за период, включая аккаунты, удалённые соцсетью.',
      be: 'Тыя, хто адпісаўся за перыяд, разам з акаўнтамі, якія выдаліла сацсетка.',
      fi: 'Jaksolla seuraamisen lopettaneet, myös verkoston poistamat tilit.'
  unit count
  better lower
  from social_accounts
  value { sum(followers_lost) }
  by network
  example 'new ones do not make up for them; the net change would be 9 won', rows: [[followers_gained: 12, followers_lost: 5], [followers_gained: 2, followers_lost: 0]], expect: 5, not: 9
  example 'nothing imported is not zero', rows: [], expect: noData
}

kpi('social.reach') {
  title en: 'Reach (as counted by the network)', ru: 'Охват (по данным соцсети)', be: 'Ахоп (паводле звестак сацсеткі)', fi: 'Kattavuus (verkoston laskema)'
  about en: 'Different accounts reached, where the network counted them for exactly this period. Days, posts and networks cannot be added.',
      ru: 'Уникальные аккаунты, увидевшие материалы, если соцсеть посчитала их ровно за этот период. Дни, публикации и соцсети складывать нельзя.',
      be: 'Унікальныя акаўнты, што ўбачылі матэрыялы, калі сацсетка палічыла іх роўна за гэты перыяд. Дні, публікацыі і сацсеткі складаць нельга.',
      fi: 'Yksittäiset tavoitetut tilit, kun verkosto on laskenut ne juuri tältä jaksolta. Päiviä, julkaisuja ja verkostoja ei voi laskea yhteen.'
  unit count
  better higher
  from social_accounts
  value { asCounted(reach) }
  by network
  example 'one figure for the period is the answer', rows: [[reach: 950]], expect: 950
  example 'days are not added: 950 people were reached, the sum of the days would be 1200',
      rows: [[day: '2026-10-01', reach: 500], [day: '2026-10-02', reach: 300], [day: '2026-10-03', reach: 400]], expect: notComputable, not: 1200
  example 'nothing imported is not zero', rows: [], expect: noData
}

kpi('social.frequency') {
  title en: 'Frequency (impressions per account reached)', ru: 'Частота показов (на охваченный аккаунт)', be: 'Частата паказаў (на ахоплены акаўнт)', fi: 'Toistuvuus (näyttökertaa tavoitettua tiliä kohti)'
  about en: 'Impressions by reach of the same period, where the network counted reach for exactly this period.',
      ru: 'Показы, делённые на охват за тот же период, если соцсеть посчитала охват ровно за него.',
      be: 'Паказы, падзеленыя на ахоп за той жа перыяд, калі сацсетка палічыла ахоп роўна за яго.',
      fi: 'Näyttökerrat jaettuna saman jakson kattavuudella, kun verkosto on laskenut kattavuuden juuri tältä jaksolta.'
  unit ratio
  better neutral
  from social_accounts
  value { sum(impressions) / asCounted(reach) }
  by network
  example 'of one figure for the period', rows: [[impressions: 2850, reach: 950]], expect: 3
  example 'daily frequencies are not averaged, which would give 2',
      rows: [[day: '2026-10-01', impressions: 500, reach: 500], [day: '2026-10-02', impressions: 900, reach: 300]], expect: notComputable, not: 2
  example 'nobody reached gives no frequency', rows: [[impressions: 0, reach: 0]], expect: notComputable
}

kpi('social.organic-posts') {
  title en: 'Posts published (not promoted, without reposts)', ru: 'Публикации (без продвижения и репостов)', be: 'Публікацыі (без прасоўвання і рэпостаў)', fi: 'Julkaisut (ei maksetut, ilman uudelleenjakoja)'
  about en: 'Own posts published in the period that were not promoted. What was only shared from others does not count.',
      ru: 'Собственные публикации за период, которые не продвигались. Репосты чужих материалов не считаются.',
      be: 'Уласныя публікацыі за перыяд, якія не прасоўваліся. Рэпосты чужых матэрыялаў не лічацца.',
      fi: 'Jaksolla julkaistut omat julkaisut, joita ei mainostettu. Muilta jaettu sisältö ei ole mukana.'
  unit count
  better neutral
  from social_posts
  where is_paid == false && is_repost == false
  value { count() }
  otherwise {
    title en: 'Posts published (not promoted)', ru: 'Публикации (без продвижения)', be: 'Публікацыі (без прасоўвання)', fi: 'Julkaisut (ei maksetut)'
    from social_posts
    where is_paid == false
    value { count() }
  }
  by network, post_type
  example 'reposts and promoted posts are left out; all would be 4',
      rows: [
        [post_id: '1', is_paid: false, is_repost: false], [post_id: '2', is_paid: false, is_repost: true],
        [post_id: '3', is_paid: true, is_repost: false], [post_id: '4', is_paid: false, is_repost: false]
      ],
      expect: 2, not: 4
  example 'nothing imported is not zero', rows: [], expect: noData
}

kpi('social.promoted-posts') {
  title en: 'Promoted posts (with paid delivery in the period)', ru: 'Продвигаемые публикации (с платными показами за период)', be: 'Публікацыі з прасоўваннем (з платнымі паказамі за перыяд)', fi: 'Mainostetut julkaisut (maksettuja näyttöjä jaksolla)'
  about en: 'Different posts with paid impressions in the period, whenever they were published. A post in three campaigns counts once.',
      ru: 'Разные публикации с платными показами за период, когда бы они ни вышли. Публикация в трёх кампаниях считается один раз.',
      be: 'Розныя публікацыі з платнымі паказамі за перыяд, калі б яны ні выйшлі. Публікацыя ў трох кампаніях лічыцца адзін раз.',
      fi: 'Julkaisut, joilla oli jaksolla maksettuja näyttökertoja, julkaisuajasta riippumatta. Kolmessa kampanjassa ollut julkaisu lasketaan kerran.'
  unit count
  better neutral
  from ad_performance
  where impressions > 0
  value { distinct(post_id) }
  by network, campaign
  example 'posts, not ads, which would be 3; one without delivery is left out',
      rows: [
        [post_id: 'a', campaign: '1', impressions: 10], [post_id: 'a', campaign: '2', impressions: 5],
        [post_id: 'b', campaign: '2', impressions: 7], [post_id: 'c', campaign: '2', impressions: 0]
      ],
      expect: 2, not: 3
  example 'nothing imported is not zero', rows: [], expect: noData
}

kpi('social.promoted-share') {
  title en: 'Promoted share of posts (of those published)', ru: 'Доля продвигаемых публикаций (от вышедших)', be: 'Доля публікацый з прасоўваннем (ад тых, што выйшлі)', fi: 'Mainostettujen osuus julkaisuista'
  about en: 'Posts of the period that were promoted as a part of all posts published in it.',
      ru: 'Публикации периода, которые продвигались, как часть всех вышедших за период.',
      be: 'Публікацыі перыяду, якія прасоўваліся, як частка ўсіх, што выйшлі за перыяд.',
      fi: 'Jakson mainostetut julkaisut osuutena kaikista jaksolla julkaistuista.'
  unit percent
  better neutral
  from social_posts
  value { count().where(is_paid == true) / count() }
  by network, post_type
  example 'posts of the period, not ads, which would give 1.5',
      rows: [[post_id: '1', is_paid: true], [post_id: '2', is_paid: false]],
      ad_performance: [[post_id: '1', impressions: 1], [post_id: '1', impressions: 2], [post_id: '9', impressions: 3]],
      expect: 0.5, not: 1.5
  example 'without posts there is no share', rows: [[day: '2026-09-01', post_id: '1', is_paid: true]], expect: notComputable
}

kpi('social.promotion-cost') {
  title en: 'Cost of promoted posts', ru: 'Расходы на продвижение публикаций', be: 'Выдаткі на прасоўванне публікацый', fi: 'Mainostettujen julkaisujen kustannus'
  about en: 'Advertising cost of the period for ads that promote a post.',
      ru: 'Расходы за период на объявления, продвигающие публикации.',
      be: 'Выдаткі за перыяд на аб’явы, што прасоўваюць публікацыі.',
      fi: 'Jakson kustannus mainoksista, jotka mainostavat julkaisua.'
  unit money
  better neutral
  from ad_performance
  where post_id != null
  value { sum(cost) }
  by network, campaign
  example 'other ads are left out; with them it would be 90',
      rows: [[post_id: 'a', cost: 30], [post_id: 'b', cost: 10.5], [post_id: null, cost: 49.5]], expect: 40.5, not: 90
  example 'currencies are not added',
      rows: [[post_id: 'a', cost: 30, currency: 'EUR'], [post_id: 'b', cost: 10, currency: 'BYN']], expect: notComputable
}

kpi('social.reach-daily-sum') {
  title en: 'Daily reach, added up (not people)', ru: 'Сумма дневных охватов (не люди)', be: 'Сума дзённых ахопаў (не людзі)', fi: 'Päivittäisten kattavuuksien summa (ei henkilöitä)'
  about en: 'The reach of each day, added up. Who saw something on three days counts three times, so it is more than the people reached and compares only with itself.',
      ru: 'Охват каждого дня, сложенный за период. Увидевший материалы в три разных дня посчитан трижды, поэтому сумма больше числа людей и сравнима только сама с собой.',
      be: 'Ахоп кожнага дня, складзены за перыяд. Хто бачыў матэрыялы ў тры розныя дні, палічаны тройчы, таму сума большая за колькасць людзей і параўнальная толькі сама з сабой.',
      fi: 'Jokaisen päivän kattavuus laskettuna yhteen. Kolmena päivänä sisältöä nähnyt lasketaan kolmesti, joten luku on suurempi kuin tavoitettujen määrä ja vertautuu vain itseensä.'
  unit count
  better higher
  from social_accounts
  value { sumOfCounts(reach) }
  by network
  example 'days added, not the 950 people that were reached on them',
      rows: [[day: '2026-10-01', reach: 500], [day: '2026-10-02', reach: 300], [day: '2026-10-03', reach: 400]], expect: 1200, not: 950
  example 'nothing imported is not zero', rows: [], expect: noData
}

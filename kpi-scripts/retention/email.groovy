// Sent campaigns. Opens and clicks are unique within one message, not over messages.

kpi('email.sent') {
  title en: 'E-mails sent', ru: 'Отправленные письма', be: 'Адпраўленыя лісты', fi: 'Lähetetyt viestit'
  about en: 'Messages sent by the campaigns of the period.', ru: 'Письма, отправленные рассылками за период.', be: 'Лісты, адпраўленыя рассылкамі за перыяд.', fi: 'Jakson kampanjoiden lähettämät viestit.'
  unit count
  better neutral
  from email_campaigns
  value { sum(recipients) }
  by campaign, list
  example 'campaigns add up', rows: [[recipients: 1000], [recipients: 500]], expect: 1500
  example 'sent, not delivered, which would be 1380',
      rows: [[recipients: 1000, delivered: 900], [recipients: 500, delivered: 480]], expect: 1500, not: 1380
  example 'nothing imported is not zero', rows: [], expect: noData
}

kpi('email.delivered') {
  title en: 'E-mails delivered', ru: 'Доставленные письма', be: 'Дастаўленыя лісты', fi: 'Perille menneet viestit'
  about en: 'Messages sent less those that bounced.', ru: 'Отправленные письма за вычетом вернувшихся.', be: 'Адпраўленыя лісты за вылікам тых, што вярнуліся.', fi: 'Lähetetyt viestit vähennettynä palautuneilla.'
  unit count
  better neutral
  from email_campaigns
  value { sum(delivered) }
  by campaign, list
  example 'campaigns add up', rows: [[delivered: 900], [delivered: 100]], expect: 1000
  example 'without bounces; sent would be 1000', rows: [[recipients: 1000, delivered: 900, bounces_hard: 60, bounces_soft: 40]], expect: 900, not: 1000
  example 'nothing imported is not zero', rows: [], expect: noData
}

kpi('email.open-rate') {
  title en: 'Open rate (of delivered)', ru: 'Открываемость (от доставленных)', be: 'Адкрываемасць (ад дастаўленых)', fi: 'Avausprosentti (perille menneistä)'
  about en: 'Unique opens per delivered message. Apple\'s privacy protection opens messages by itself, so the rate is too high since 2021.',
      ru: 'Уникальные открытия на доставленное письмо. Защита конфиденциальности Apple сама открывает письма, поэтому с 2021 года показатель завышен.',
      be: 'Унікальныя адкрыцці на дастаўлены ліст. Абарона прыватнасці Apple сама адкрывае лісты, таму з 2021 года паказчык завышаны.',
      fi: 'Yksittäiset avaukset perille mennyttä viestiä kohti. Applen yksityisyydensuoja avaa viestejä itse, joten luku on ollut vuodesta 2021 liian suuri.'
  unit percent
  better higher
  from email_campaigns
  value { sum(opens_unique) / sum(delivered) }
  by campaign, list
  example 'of delivered; of sent it would be 0.2',
      rows: [[recipients: 1000, delivered: 900, opens_unique: 200]], expect: 0.2222222222, not: 0.2
  example 'of all messages; the mean of the campaigns would be 0.5',
      rows: [[delivered: 900, opens_unique: 90], [delivered: 100, opens_unique: 90]], expect: 0.18, not: 0.5
  example 'unique opens; all opens would give 0.5', rows: [[delivered: 1000, opens_total: 500, opens_unique: 200]], expect: 0.2, not: 0.5
  example 'nothing delivered gives no rate', rows: [[delivered: 0, opens_unique: 0]], expect: notComputable
}

kpi('email.ctr') {
  title en: 'E-mail click-through rate (of delivered)', ru: 'CTR писем (от доставленных)', be: 'CTR лістоў (ад дастаўленых)', fi: 'Sähköpostin klikkausprosentti (perille menneistä)'
  about en: 'Unique clicks per delivered message.',
      ru: 'Уникальные клики на доставленное письмо.',
      be: 'Унікальныя клікі на дастаўлены ліст.',
      fi: 'Yksittäiset klikkaukset perille mennyttä viestiä kohti.'
  unit percent
  better higher
  from email_campaigns
  value { sum(clicks_unique) / sum(delivered) }
  by campaign, list
  example 'ratio of sums; the mean of the rates would be 0.2611',
      rows: [[delivered: 900, clicks_unique: 20], [delivered: 100, clicks_unique: 50]], expect: 0.07, not: 0.2611
  example 'of delivered; of opened it would be 0.1',
      rows: [[recipients: 1000, delivered: 900, opens_unique: 200, clicks_unique: 20]], expect: 0.0222222222, not: 0.1
  example 'nothing delivered gives no rate',
      rows: [[delivered: 0, clicks_unique: 0]], expect: notComputable
}

kpi('email.click-to-open-rate') {
  title en: 'Click-to-open rate', ru: 'Клики на открытие (CTOR)', be: 'Клікі на адкрыццё (CTOR)', fi: 'Klikkaukset avausta kohti (CTOR)'
  about en: 'Unique clicks per unique open.', ru: 'Уникальные клики на уникальное открытие.', be: 'Унікальныя клікі на ўнікальнае адкрыццё.', fi: 'Yksittäiset klikkaukset yksittäistä avausta kohti.'
  unit percent
  better higher
  from email_campaigns
  value { sum(clicks_unique) / sum(opens_unique) }
  by campaign, list
  example 'of opened', rows: [[opens_unique: 200, clicks_unique: 20]], expect: 0.1
  example 'of opened; of delivered, the click-through rate, it would be 0.0222222222',
      rows: [[delivered: 900, opens_unique: 200, clicks_unique: 20]], expect: 0.1, not: 0.0222222222
  example 'nothing opened gives no rate', rows: [[opens_unique: 0, clicks_unique: 0]], expect: notComputable
}

kpi('email.unsubscribe-rate') {
  title en: 'Unsubscribe rate (of delivered)', ru: 'Доля отписок (от доставленных)', be: 'Доля адпісак (ад дастаўленых)', fi: 'Tilausten peruutusprosentti (perille menneistä)'
  about en: 'Unsubscribes per delivered message.', ru: 'Отписки на доставленное письмо.', be: 'Адпіскі на дастаўлены ліст.', fi: 'Peruutukset perille mennyttä viestiä kohti.'
  unit percent
  better lower
  from email_campaigns
  value { sum(unsubscribes) / sum(delivered) }
  by campaign, list
  example 'of delivered', rows: [[delivered: 1000, unsubscribes: 3]], expect: 0.003
  example 'of all delivered; the mean of the campaigns would be 0.0055',
      rows: [[delivered: 900, unsubscribes: 1], [delivered: 100, unsubscribes: 1]], expect: 0.002, not: 0.0055
  example 'nothing delivered gives no rate', rows: [[delivered: 0, unsubscribes: 0]], expect: notComputable
}

kpi('email.delivery-rate') {
  title en: 'Delivery rate (of sent)', ru: 'Доставляемость (от отправленных)', be: 'Дастаўляемасць (ад адпраўленых)', fi: 'Toimitusprosentti (lähetetyistä)'
  about en: 'Delivered messages per message sent. Delivered means accepted by the mailbox provider, not read.',
      ru: 'Доставленные письма на отправленное. Доставлено значит принято почтовой службой, а не прочитано.',
      be: 'Дастаўленыя лісты на адпраўлены. Дастаўлена значыць прынята паштовай службай, а не прачытана.',
      fi: 'Perille menneet viestit lähetettyä kohti. Perille mennyt tarkoittaa postipalvelun vastaanottamaa, ei luettua.'
  unit percent
  better higher
  from email_campaigns
  value { sum(delivered) / sum(recipients) }
  by campaign, list
  example 'delivered of sent', rows: [[recipients: 1000, delivered: 900]], expect: 0.9
  example 'of all sent; the mean of the campaigns would be 0.7',
      rows: [[recipients: 900, delivered: 810], [recipients: 100, delivered: 50]], expect: 0.86, not: 0.7
  example 'nothing sent gives no rate', rows: [[recipients: 0, delivered: 0]], expect: notComputable
}

kpi('email.complaint-rate') {
  title en: 'Spam complaint rate (of delivered)', ru: 'Доля жалоб на спам (от доставленных)', be: 'Доля скаргаў на спам (ад дастаўленых)', fi: 'Roskapostivalitusten osuus (perille menneistä)'
  about en: 'Complaints about spam per delivered message.', ru: 'Жалобы на спам на доставленное письмо.', be: 'Скаргі на спам на дастаўлены ліст.', fi: 'Roskapostivalitukset perille mennyttä viestiä kohti.'
  unit percent
  better lower
  from email_campaigns
  value { sum(complaints) / sum(delivered) }
  by campaign, list
  example 'of all delivered; the mean of the campaigns would be 0.0055',
      rows: [[delivered: 900, complaints: 1], [delivered: 100, complaints: 1]], expect: 0.002, not: 0.0055
  example 'nothing delivered gives no rate', rows: [[delivered: 0, complaints: 0]], expect: notComputable
}

kpi('email.open-rate-of-sent') {
  title en: 'Open rate (of sent)', ru: 'Открываемость (от отправленных)', be: 'Адкрываемасць (ад адпраўленых)', fi: 'Avausprosentti (lähetetyistä)'
  about en: 'Unique opens per message sent, as some mailing services count. It is lower than the rate of delivered messages.',
      ru: 'Уникальные открытия на отправленное письмо, как считают некоторые сервисы рассылок. Ниже, чем от доставленных.',
      be: 'Унікальныя адкрыцці на адпраўлены ліст, як лічаць некаторыя сэрвісы рассылак. Ніжэй, чым ад дастаўленых.',
      fi: 'Yksittäiset avaukset lähetettyä viestiä kohti, kuten jotkin postituspalvelut laskevat. Pienempi kuin perille menneistä laskettu.'
  unit percent
  better higher
  from email_campaigns
  value { sum(opens_unique) / sum(recipients) }
  by campaign, list
  example 'of sent; of delivered it would be 0.2222222222',
      rows: [[recipients: 1000, delivered: 900, opens_unique: 200]], expect: 0.2, not: 0.2222222222
  example 'nothing sent gives no rate', rows: [[recipients: 0, opens_unique: 0]], expect: notComputable
}

kpi('email.open-rate-of-people') {
  title en: 'Open rate (of delivered, without automatic opens)', ru: 'Открываемость (от доставленных, без автоматических открытий)', be: 'Адкрываемасць (ад дастаўленых, без аўтаматычных адкрыццяў)', fi: 'Avausprosentti (perille menneistä, ilman automaattisia avauksia)'
  about en: 'Unique opens less those that Apple\'s privacy protection made by itself, per delivered message. Only where the mailing service tells them apart.',
      ru: 'Уникальные открытия без тех, что сделала сама защита конфиденциальности Apple, на доставленное письмо. Только если сервис рассылок их различает.',
      be: 'Унікальныя адкрыцці без тых, што зрабіла сама абарона прыватнасці Apple, на дастаўлены ліст. Толькі калі сэрвіс рассылак іх адрознівае.',
      fi: 'Yksittäiset avaukset ilman Applen yksityisyydensuojan itse tekemiä perille mennyttä viestiä kohti. Vain jos postituspalvelu erottelee ne.'
  unit percent
  better higher
  from email_campaigns
  value { (sum(opens_unique) - sum(opens_machine)) / sum(delivered) }
  by campaign, list
  example 'without automatic opens; with them it would be 0.5',
      rows: [[delivered: 1000, opens_unique: 500, opens_machine: 300]], expect: 0.2, not: 0.5
  example 'where they are not told apart there is no figure', rows: [[delivered: 1000, opens_unique: 500]], expect: noData
  example 'nothing delivered gives no rate', rows: [[delivered: 0, opens_unique: 0, opens_machine: 0]], expect: notComputable
}

kpi('email.ctr-of-sent') {
  title en: 'E-mail click-through rate (of sent)', ru: 'CTR писем (от отправленных)', be: 'CTR лістоў (ад адпраўленых)', fi: 'Sähköpostin klikkausprosentti (lähetetyistä)'
  about en: 'Unique clicks per message sent, as some mailing services count.',
      ru: 'Уникальные клики на отправленное письмо, как считают некоторые сервисы рассылок.',
      be: 'Унікальныя клікі на адпраўлены ліст, як лічаць некаторыя сэрвісы рассылак.',
      fi: 'Yksittäiset klikkaukset lähetettyä viestiä kohti, kuten jotkin postituspalvelut laskevat.'
  unit percent
  better higher
  from email_campaigns
  value { sum(clicks_unique) / sum(recipients) }
  by campaign, list
  example 'of sent; of delivered it would be 0.0222222222',
      rows: [[recipients: 1000, delivered: 900, clicks_unique: 20]], expect: 0.02, not: 0.0222222222
  example 'nothing sent gives no rate', rows: [[recipients: 0, clicks_unique: 0]], expect: notComputable
}

kpi('email.offer-conversion-rate') {
  title en: 'Orders by offer (of delivered e-mails)', ru: 'Заказы по предложению (от доставленных писем)', be: 'Заказы па прапанове (ад дастаўленых лістоў)', fi: 'Tilaukset tarjouksittain (perille menneistä sähköposteista)'
  about en: 'Orders that the mailing service attributes to the e-mails of an offer per delivered message. Compare offers that ran equally long.',
      ru: 'Заказы, которые сервис рассылок относит к письмам с предложением, на доставленное письмо. Сравнивать стоит предложения с одинаковым сроком.',
      be: 'Заказы, якія сэрвіс рассылак адносіць да лістоў з прапановай, на дастаўлены ліст. Параўноўваць варта прапановы з аднолькавым тэрмінам.',
      fi: 'Tilaukset, jotka postituspalvelu lukee tarjouksen sähköpostien ansioksi, perille mennyttä viestiä kohti. Vertaa yhtä kauan voimassa olleita tarjouksia.'
  unit percent
  better higher
  from email_campaigns
  value { sum(orders) / sum(delivered) }
  by offer, campaign, list
  example 'of all delivered; the mean of the two offers would be 0.055',
      rows: [[offer: 'A', delivered: 900, orders: 9], [offer: 'B', delivered: 100, orders: 10]], expect: 0.019, not: 0.055
  example 'nothing delivered gives no rate', rows: [[delivered: 0, orders: 0]], expect: notComputable
}

kpi('email.repeat-orders') {
  title en: 'Repeat orders from e-mail (last click)', ru: 'Повторные заказы из писем (последний клик)', be: 'Паўторныя заказы з лістоў (апошні клік)', fi: 'Uusintatilaukset sähköpostista (viimeinen klikkaus)'
  about en: 'Orders of the period that are not the customer\'s first and that the shop attributes to e-mail by the last click. E-mail tools claim more: they count whatever follows an open for days.',
      ru: 'Заказы периода, не первые у покупателя, которые магазин по последнему клику относит к письмам. Сервисы рассылок засчитывают больше: всё, что случилось за несколько дней после открытия.',
      be: 'Заказы перыяду, не першыя ў пакупніка, якія крама паводле апошняга кліку адносіць да лістоў. Сэрвісы рассылак залічваюць больш: усё, што адбылося за некалькі дзён пасля адкрыцця.',
      fi: 'Jakson tilaukset, jotka eivät ole asiakkaan ensimmäisiä ja jotka kauppa lukee viimeisen klikkauksen perusteella sähköpostin ansioksi. Sähköpostityökalut laskevat enemmän: kaiken, mikä seuraa avausta päivien ajan.'
  unit count
  better higher
  param emailMediums: ['email', 'e-mail', 'newsletter']
  from orders
  where status == 'placed'
  history(customer_key) { n = nth() }
  value { count().where(n > 1 && medium in emailMediums) }
  by campaign, country
  example 'neither first orders, with which it would be 2, nor those of other channels, with which it would be 3',
      rows: [
        [day: '2026-09-01', order_id: '1', customer_key: 'ann', status: 'placed', medium: 'organic'],
        [day: '2026-10-03', order_id: '2', customer_key: 'ann', status: 'placed', medium: 'email'],
        [day: '2026-10-09', order_id: '3', customer_key: 'ann', status: 'placed', medium: 'cpc'],
        [day: '2026-10-10', order_id: '4', customer_key: 'ann', status: 'placed', medium: 'cpc'],
        [day: '2026-10-12', order_id: '5', customer_key: 'bob', status: 'placed', medium: 'email']
      ],
      expect: 1, not: [2, 3]
  example 'nothing imported is not zero', rows: [], expect: noData
}

kpi('email.repeat-customers') {
  title en: 'Customers who ordered again from e-mail (last click)', ru: 'Покупатели с повторным заказом из писем (последний клик)', be: 'Пакупнікі з паўторным заказам з лістоў (апошні клік)', fi: 'Sähköpostista uudelleen tilanneet asiakkaat (viimeinen klikkaus)'
  about en: 'Different customers with an order in the period that is not their first and that the shop attributes to e-mail by the last click.',
      ru: 'Разные покупатели с заказом за период, не первым у них, который магазин по последнему клику относит к письмам.',
      be: 'Розныя пакупнікі з заказам за перыяд, не першым у іх, які крама паводле апошняга кліку адносіць да лістоў.',
      fi: 'Eri asiakkaat, joilla on jaksolla muu kuin ensimmäinen tilaus, jonka kauppa lukee viimeisen klikkauksen perusteella sähköpostin ansioksi.'
  unit count
  better higher
  param emailMediums: ['email', 'e-mail', 'newsletter']
  from orders
  where status == 'placed'
  history(customer_key) { n = nth() }
  value { distinct(customer_key).where(n > 1 && medium in emailMediums) }
  by campaign, country
  example 'customers, not orders, which would be 2',
      rows: [
        [day: '2026-09-01', customer_key: 'ann', status: 'placed', medium: 'organic'], [day: '2026-10-03', customer_key: 'ann', status: 'placed', medium: 'email'],
        [day: '2026-10-09', customer_key: 'ann', status: 'placed', medium: 'email'], [day: '2026-10-12', customer_key: 'bob', status: 'placed', medium: 'email']
      ],
      expect: 1, not: 2
  example 'nothing imported is not zero', rows: [], expect: noData
}

kpi('email.claimed-revenue') {
  title en: 'Revenue from e-mail (as the e-mail tool claims)', ru: 'Выручка с писем (по данным сервиса рассылок)', be: 'Выручка з лістоў (паводле звестак сэрвісу рассылак)', fi: 'Sähköpostin liikevaihto (lähetystyökalun ilmoittama)'
  about en: 'Revenue that the e-mail tool attributes to its own messages, on the day of the message. Advertising platforms may claim the same orders.',
      ru: 'Выручка, которую сервис рассылок относит к своим письмам, по дню отправки. Те же заказы могут засчитать рекламные площадки.',
      be: 'Выручка, якую сэрвіс рассылак адносіць да сваіх лістоў, паводле дня адпраўкі. Тыя ж заказы могуць залічыць рэкламныя пляцоўкі.',
      fi: 'Liikevaihto, jonka lähetystyökalu lukee omien viestiensä ansioksi, lähetyspäivän mukaan. Mainosalustat voivat laskea samat tilaukset.'
  unit money
  better higher
  from email_campaigns
  value { sum(revenue) }
  by campaign, list
  example 'what the tool claims, not what the shop attributes to e-mail, which is 40',
      rows: [[campaign: 'a', revenue: 90.25], [campaign: 'b', revenue: 10]],
      orders: [[order_id: '1', status: 'placed', medium: 'email', total: 40]],
      expect: 100.25, not: 40
  example 'nothing imported is not zero', rows: [], expect: noData
}

kpi('email.customers-mailed') {
  title en: 'Existing customers reached by e-mail', ru: 'Покупатели, получившие письма', be: 'Пакупнікі, якія атрымалі лісты', fi: 'Sähköpostin saaneet asiakkaat'
  about en: 'Different people who had ordered before and to whom at least one message of the period was delivered.',
      ru: 'Разные люди, уже заказывавшие раньше, которым за период доставлено хотя бы одно письмо.',
      be: 'Розныя людзі, якія ўжо заказвалі раней, каму за перыяд дастаўлены хаця б адзін ліст.',
      fi: 'Eri henkilöt, jotka olivat tilanneet aiemmin ja joille meni perille vähintään yksi jakson viesti.'
  unit count
  better neutral
  from email_recipients
  where is_delivered == true && is_customer == true
  value { distinct(customer_key) }
  by campaign, list
  example 'people, not messages, which would be 3, nor all subscribers, who would be 3',
      rows: [
        [message_id: '1', customer_key: 'ann', is_delivered: true, is_customer: true], [message_id: '2', customer_key: 'ann', is_delivered: true, is_customer: true],
        [message_id: '3', customer_key: 'bob', is_delivered: true, is_customer: true], [message_id: '4', customer_key: 'eve', is_delivered: true, is_customer: false],
        [message_id: '5', customer_key: 'dan', is_delivered: false, is_customer: true]
      ],
      expect: 2, not: 3
  example 'nothing imported is not zero', rows: [], expect: noData
}

kpi('email.repeat-rate') {
  title en: 'Customers who ordered again from e-mail (of customers mailed)', ru: 'Доля покупателей с повторным заказом из писем (от получивших письма)', be: 'Доля пакупнікоў з паўторным заказам з лістоў (ад тых, хто атрымаў лісты)', fi: 'Sähköpostista uudelleen tilanneiden osuus (viestin saaneista asiakkaista)'
  about en: 'Customers with a repeat order from e-mail in the period by the customers who had ordered before and to whom a message was delivered. It needs the single messages of the e-mail tool.',
      ru: 'Покупатели с повторным заказом из писем за период, делённые на покупателей, заказывавших раньше и получивших письмо. Нужна выгрузка отдельных писем из сервиса рассылок.',
      be: 'Пакупнікі з паўторным заказам з лістоў за перыяд, падзеленыя на пакупнікоў, якія заказвалі раней і атрымалі ліст. Патрэбна выгрузка асобных лістоў з сэрвісу рассылак.',
      fi: 'Sähköpostista jaksolla uudelleen tilanneet asiakkaat jaettuna aiemmin tilanneilla asiakkailla, joille viesti meni perille. Edellyttää yksittäisten viestien vientiä sähköpostityökalusta.'
  unit percent
  better higher
  value { kpi('email.repeat-customers') / kpi('email.customers-mailed') }
  example 'of existing customers; of all subscribers it would be 0.25',
      orders: [
        [day: '2026-09-01', customer_key: 'ann', status: 'placed', medium: 'organic'], [day: '2026-10-03', customer_key: 'ann', status: 'placed', medium: 'email'],
        [day: '2026-09-02', customer_key: 'bob', status: 'placed', medium: 'organic']
      ],
      email_recipients: [
        [customer_key: 'ann', is_delivered: true, is_customer: true], [customer_key: 'bob', is_delivered: true, is_customer: true],
        [customer_key: 'eve', is_delivered: true, is_customer: false], [customer_key: 'dan', is_delivered: true, is_customer: false]
      ],
      expect: 0.5, not: 0.25
  example 'no customer mailed, no rate',
      orders: [[day: '2026-10-03', customer_key: 'ann', status: 'placed', medium: 'email']],
      email_recipients: [[customer_key: 'eve', is_delivered: true, is_customer: false]], expect: notComputable
}

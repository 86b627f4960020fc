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
      rows: [[recipients: 1000, delivered: 900, opens_unique: 200]], expect: 0.2222222222
  example 'of all messages; the mean of the campaigns would be 0.5',
      rows: [[delivered: 900, opens_unique: 90], [delivered: 100, opens_unique: 90]], expect: 0.18
}

kpi('email.ctr') {
  title en: 'E-mail click-through rate', ru: 'CTR писем', be: 'CTR лістоў', fi: 'Sähköpostin klikkausprosentti'
  about en: 'Unique clicks per delivered message.',
      ru: 'Уникальные клики на доставленное письмо.',
      be: 'Унікальныя клікі на дастаўлены ліст.',
      fi: 'Yksittäiset klikkaukset perille mennyttä viestiä kohti.'
  unit percent
  better higher
  from email_campaigns
  value { sum(clicks_unique) / sum(delivered) }
  by campaign, list
  example 'ratio of sums, not mean of rates',
      rows: [[delivered: 900, clicks_unique: 20], [delivered: 100, clicks_unique: 50]], expect: 0.07
  example 'of delivered; of opened it would be 0.1',
      rows: [[recipients: 1000, delivered: 900, opens_unique: 200, clicks_unique: 20]], expect: 0.0222222222
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
}

kpi('email.unsubscribe-rate') {
  title en: 'Unsubscribe rate', ru: 'Доля отписок', be: 'Доля адпісак', fi: 'Tilausten peruutusprosentti'
  about en: 'Unsubscribes per delivered message.', ru: 'Отписки на доставленное письмо.', be: 'Адпіскі на дастаўлены ліст.', fi: 'Peruutukset perille mennyttä viestiä kohti.'
  unit percent
  better lower
  from email_campaigns
  value { sum(unsubscribes) / sum(delivered) }
  by campaign, list
  example 'of delivered', rows: [[delivered: 1000, unsubscribes: 3]], expect: 0.003
}

kpi('email.delivery-rate') {
  title en: 'Delivery rate', ru: 'Доставляемость', be: 'Дастаўляемасць', fi: 'Toimitusprosentti'
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
}

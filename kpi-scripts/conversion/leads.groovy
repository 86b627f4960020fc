// Requests of people who may become customers. One person is one lead, however often they ask.

kpi('leads.valid') {
  title en: 'Leads (valid, by person)', ru: 'Лиды (валидные, по людям)', be: 'Ліды (валідныя, па людзях)', fi: 'Liidit (kelvolliset, henkilöittäin)'
  about en: 'Different people, by phone or address, who left a request in the period. Spam and rejected requests are left out.',
      ru: 'Разные люди (по телефону или адресу), оставившие заявку за период. Спам и отклонённые заявки не считаются.',
      be: 'Розныя людзі (па тэлефоне або адрасе), што пакінулі заяўку за перыяд. Спам і адхіленыя заяўкі не лічацца.',
      fi: 'Eri henkilöt puhelimen tai osoitteen mukaan, jotka jättivät yhteydenottopyynnön jaksolla. Roskaposti ja hylätyt eivät ole mukana.'
  unit count
  better higher
  from leads
  where status in ['new', 'valid', 'qualified']
  value { distinct(lead_key) }
  by channel, source_name, campaign, form, lead_type
  example 'people, not requests, which would be 3, nor the leads platforms claim, which would be 9',
      rows: [
        [lead_id: '1', lead_key: 'ann', status: 'valid'], [lead_id: '2', lead_key: 'ann', status: 'new'],
        [lead_id: '3', lead_key: 'bob', status: 'qualified'], [lead_id: '4', lead_key: 'x', status: 'spam']
      ],
      ad_performance: [[result_type: 'lead', results: 9]],
      expect: 2, not: 3
  example 'nothing imported is not zero', rows: [], expect: noData
}

kpi('leads.requests') {
  title en: 'Requests (raw, spam included)', ru: 'Заявки (все, включая спам)', be: 'Заяўкі (усе, разам са спамам)', fi: 'Yhteydenottopyynnöt (kaikki, myös roskaposti)'
  about en: 'All requests of the period, repeated and unwanted ones too.',
      ru: 'Все заявки за период, включая повторные и нежелательные.',
      be: 'Усе заяўкі за перыяд, разам з паўторнымі і непажаданымі.',
      fi: 'Kaikki jakson yhteydenottopyynnöt, myös toistuvat ja asiattomat.'
  unit count
  better neutral
  from leads
  value { count() }
  by channel, source_name, campaign, form, lead_type, status
  example 'every request counts; valid people would be 1',
      rows: [[lead_id: '1', lead_key: 'ann', status: 'valid'], [lead_id: '2', lead_key: 'ann', status: 'new'], [lead_id: '3', lead_key: 'x', status: 'spam']],
      expect: 3, not: 1
  example 'nothing imported is not zero', rows: [], expect: noData
}

kpi('leads.qualified-share') {
  title en: 'Qualified leads (of valid)', ru: 'Доля квалифицированных лидов (от валидных)', be: 'Доля кваліфікаваных лідаў (ад валідных)', fi: 'Kartoitettujen liidien osuus (kelvollisista)'
  about en: 'Different people whose request was qualified as a part of all valid leads of the period.',
      ru: 'Люди, чья заявка квалифицирована, как часть всех валидных лидов за период.',
      be: 'Людзі, чыя заяўка кваліфікавана, як частка ўсіх валідных лідаў за перыяд.',
      fi: 'Henkilöt, joiden pyyntö todettiin potentiaaliseksi, osuutena kaikista jakson kelvollisista liideistä.'
  unit percent
  better higher
  from leads
  where status in ['new', 'valid', 'qualified']
  value { distinct(lead_key).where(status == 'qualified') / distinct(lead_key) }
  by channel, source_name, campaign, form, lead_type
  example 'of valid people; of all requests it would be 0.25',
      rows: [
        [lead_id: '1', lead_key: 'ann', status: 'qualified'], [lead_id: '2', lead_key: 'bob', status: 'valid'],
        [lead_id: '3', lead_key: 'bob', status: 'new'], [lead_id: '4', lead_key: 'x', status: 'spam']
      ],
      expect: 0.5, not: 0.25
  example 'only spam gives no share', rows: [[lead_id: '1', lead_key: 'x', status: 'spam']], expect: notComputable
}

-- Files of exchange rates, each of which brought something new. None of them is changed or removed,
-- so that what a report was converted by is still there.
create table rate_file (
  number      integer      not null primary key,
  name        varchar(200) not null,
  sha256      char(64)     not null,
  imported_at timestamp with time zone not null,
  imported_by varchar(200) not null,
  new_rates   integer      not null,
  changed     integer      not null,
  first_day   date         not null,
  last_day    date         not null
);

-- One unit of the base is worth so much of the currency on a day. Of one day the latest file counts.
create table exchange_rate (
  base     char(3)         not null,
  currency char(3)         not null,
  rate_day date            not null,
  file     integer         not null references rate_file (number),
  rate     decimal(24, 12) not null,
  primary key (base, currency, rate_day, file)
);

-- Clients whose amounts are converted into their currency.
create table client_conversion (
  client_id varchar(64) not null primary key references client (id) on delete cascade
);

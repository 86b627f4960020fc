-- The first and the last day on which a schedule issues anything; null for no such day.
alter table report_schedule add column starts date;
alter table report_schedule add column ends date;

-- By which zone's clocks a schedule's times were looked at so far: what its client's new zone passes over is noted.
alter table report_schedule add column planned_in varchar(64);
update report_schedule set planned_in = (select zone from client where client.id = report_schedule.client);

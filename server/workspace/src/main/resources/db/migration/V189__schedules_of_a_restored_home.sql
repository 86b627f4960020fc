-- Between these two moments nobody knows what a schedule sent: the home it ran in is lost.
alter table report_schedule add column restored_from timestamp with time zone;
alter table report_schedule add column restored_at timestamp with time zone;

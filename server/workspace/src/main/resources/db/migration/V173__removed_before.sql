-- Whoever removed a schedule by an earlier version left its mails on their way and its reports waiting for a decision
-- for ever. They end as they would now: mails that wait are stopped, and what was not issued is withdrawn.
insert into run_step (id, run_id, kind, by_whom, at, note)
select run.id, run.id, 'withdrawn', null, current_timestamp, ''
from report_run run
where run.schedule_id is not null
  and not exists (select 1 from report_schedule there where there.id = run.schedule_id)
  and not exists
    (select 1 from run_step step
     where step.run_id = run.id and step.kind in ('withdrawn', 'rejected', 'superseded'))
  and (exists (select 1 from delivery mail where mail.run_id = run.id and mail.state = 'queued')
    or (run.state <> 'failed' and not exists
      (select 1 from report_run done
       join run_step issued on issued.run_id = done.id and issued.kind = 'issued'
       where done.schedule_id = run.schedule_id and done.period = run.period)));

-- What is being sent and has no time of a next attempt is not tried again.
update delivery
set state = case when state = 'queued' then 'failed' else state end,
    told_at = case when state = 'queued' then current_timestamp else told_at end,
    answer = 'Stopped by the upgrade, as its schedule had been removed.',
    updated_at = current_timestamp, next_attempt_at = null
where state in ('queued', 'sending') and run_id in
  (select run.id from report_run run
   where run.schedule_id is not null
     and not exists (select 1 from report_schedule there where there.id = run.schedule_id));

update run_copy
set state = 'failed', answer = 'Stopped by the upgrade, as its schedule had been removed.',
    updated_at = current_timestamp, next_attempt_at = null, told_at = current_timestamp
where state = 'queued' and kind = 'internal' and run_id in
  (select run.id from report_run run
   where run.schedule_id is not null
     and not exists (select 1 from report_schedule there where there.id = run.schedule_id));

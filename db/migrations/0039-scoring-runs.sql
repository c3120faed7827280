-- 0039-scoring-runs
-- A run says in which of its steps it is, and with figures why it failed.

alter table scoring.run
  add column step text,
  add column failure_params jsonb,
  add constraint run_step check (step in ('facts', 'scores', 'writing')),
  add constraint run_failure_params check (failure_params is null or failure is not null);

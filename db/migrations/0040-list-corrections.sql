-- 0040-list-corrections
-- A final list stays as it was published. What is wrong with it is put right by a list of its own, with four eyes, notice and objections,
-- which takes its place; and certificates carry a signature.

-- Why a run is corrected; needed where a final list stands on it.
alter table scoring.run add column correct_reason text check (length(correct_reason) between 2 and 500);

alter table scoring.list
  add column supplements_id uuid references scoring.list (id),
  add column supplement_reason text check (length(supplement_reason) between 2 and 500),
  add column replaced_at timestamptz,
  drop constraint list_state,
  drop constraint list_announced,
  drop constraint list_finalised,
  add constraint list_state check (state in ('draft', 'approved', 'notice', 'final', 'replaced', 'withdrawn')),
  add constraint list_announced check (state = 'withdrawn' or (state in ('notice', 'final', 'replaced')) = (announced_at is not null)),
  add constraint list_finalised check (state = 'withdrawn' or (state in ('final', 'replaced')) = (finalised_at is not null)),
  add constraint list_replaced check ((state = 'replaced') = (replaced_at is not null)),
  add constraint list_supplement check ((supplements_id is null) = (supplement_reason is null) and supplements_id <> id);

-- One correction of a list at a time.
create unique index list_supplement_once on scoring.list (supplements_id) where supplements_id is not null and state <> 'withdrawn';

-- Of one model, kind and period one list is on notice and one is final; both at once only where the one corrects the other.
drop index scoring.list_public_once;
create unique index list_public_once on scoring.list (model_code, kind, period) where state in ('notice', 'final') and supplements_id is null;
create unique index list_notice_once on scoring.list (model_code, kind, period) where state = 'notice';
create unique index list_final_once on scoring.list (model_code, kind, period) where state = 'final';

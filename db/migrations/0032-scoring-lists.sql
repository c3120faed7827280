-- 0032-scoring-lists
-- Lists of a run that the public sees: four eyes, public notice, objections with a clock, final publication, withdrawal; and certificates.

-- Whoever changed a draft last does not publish it either.
alter table scoring.model
  add column edited_by uuid,
  add column edited_at timestamptz,
  add constraint model_editor_not_publisher check (published_by <> edited_by);

-- Corrections follow each other in one line: a run that failed leaves its place free.
create unique index run_corrected_once on scoring.run (corrects_id)
  where corrects_id is not null and purpose = 'official' and state <> 'failed';

-- A list is one matter from draft to withdrawal. What it shows stands in its editions, which are never changed once they are public.
create table scoring.list (
  id uuid primary key,
  number text not null,
  kind text not null,
  title_zh text not null check (length(title_zh) between 2 and 100),
  title_en text not null check (length(title_en) between 2 and 200),
  model_code text not null,
  period text not null,
  -- Of the best: how many. By stage: tiers with the percentage up to which each reaches, and how a part of an enterprise is rounded.
  rules jsonb not null,
  shows_scores boolean not null,
  contact text not null check (length(contact) between 5 and 300),
  notice_days int not null,
  objection_days int not null,
  state text not null default 'draft',
  edition int not null default 1,
  -- Who made the current edition: another person approves and publishes.
  prepared_by uuid not null,
  open_objections int not null default 0,
  created_at timestamptz not null,
  approved_by uuid,
  approved_at timestamptz,
  announced_by uuid,
  announced_at timestamptz,
  -- First and last day of the notice, both included.
  notice_from date,
  notice_until date,
  finalised_by uuid,
  finalised_at timestamptz,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  withdraw_reason text check (length(withdraw_reason) between 2 and 1000),
  version int not null default 1,
  constraint list_number unique (number),
  constraint list_kind check (kind in ('top', 'shares')),
  constraint list_state check (state in ('draft', 'approved', 'notice', 'final', 'withdrawn')),
  constraint list_notice_days check (notice_days between 5 and 60),
  constraint list_objection_days check (objection_days between 1 and 60),
  constraint list_open_objections check (open_objections >= 0),
  constraint list_approved check (state = 'withdrawn' or (state = 'draft') = (approved_at is null)),
  constraint list_announced check (state = 'withdrawn' or (state in ('notice', 'final')) = (announced_at is not null)),
  constraint list_notice check ((announced_at is null) = (notice_from is null) and (announced_at is null) = (notice_until is null)),
  constraint list_finalised check (state = 'withdrawn' or (state = 'final') = (finalised_at is not null)),
  constraint list_withdrawn check ((state = 'withdrawn') = (withdrawn_at is not null) and (state = 'withdrawn') = (withdraw_reason is not null)),
  -- Four eyes, twice; and nothing is final while somebody waits for an answer.
  constraint list_final_four_eyes check (state <> 'final' or finalised_by <> prepared_by),
  constraint list_final_without_objections check (state <> 'final' or open_objections = 0)
);
create index list_newest on scoring.list (created_at desc, id desc);
-- Of one model, kind and period one list stands before the public.
create unique index list_public_once on scoring.list (model_code, kind, period) where state in ('notice', 'final');

create table scoring.list_edition (
  list_id uuid not null references scoring.list (id),
  edition int not null,
  run_id uuid not null references scoring.run (id),
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (list_id, edition)
);
create index list_edition_run on scoring.list_edition (run_id);
alter table scoring.list
  add constraint list_current_edition foreign key (id, edition) references scoring.list_edition (list_id, edition)
  deferrable initially deferred;

-- The enterprises of an edition, as they were called and scored then.
create table scoring.list_entry (
  list_id uuid not null,
  edition int not null,
  position int not null,
  enterprise_id uuid not null references scoring.enterprise (id),
  name text not null,
  -- Place in `rules.tiers`; null where there are none.
  tier int,
  stage text,
  rank int not null,
  score text not null,
  primary key (list_id, edition, position),
  constraint list_entry_once unique (list_id, edition, enterprise_id),
  constraint list_entry_edition foreign key (list_id, edition) references scoring.list_edition (list_id, edition)
);
create index list_entry_enterprise on scoring.list_entry (enterprise_id);

-- What somebody holds against a list. Objectors are members of organisations, or citizens who leave a name and a way to be reached.
create table scoring.objection (
  id uuid primary key,
  number text not null,
  list_id uuid not null references scoring.list (id),
  edition int not null,
  -- The enterprise that it is about; null: the list as a whole.
  enterprise_id uuid references scoring.enterprise (id),
  organisation_id uuid,
  person_id uuid,
  objector_name text not null check (length(objector_name) between 2 and 100),
  contact text check (length(contact) between 5 and 200),
  -- By what a citizen without an account reads the answer.
  code_hash text,
  claim text not null check (length(claim) between 5 and 4000),
  state text not null default 'open',
  received_at timestamptz not null,
  due_on date not null,
  handler_id uuid,
  decided_by uuid,
  decided_at timestamptz,
  reasons text check (length(reasons) between 5 and 4000),
  version int not null default 1,
  constraint objection_number unique (number),
  constraint objection_state check (state in ('open', 'upheld', 'rejected')),
  constraint objection_decided check ((state = 'open') = (decided_at is null) and (state = 'open') = (reasons is null)),
  constraint objection_objector check ((person_id is null) = (organisation_id is null) and (person_id is null) = (contact is not null)),
  constraint objection_code check ((person_id is null) = (code_hash is not null))
);
create unique index objection_code_hash on scoring.objection (code_hash) where code_hash is not null;
create index objection_of_list on scoring.objection (list_id, received_at, id);
create index objection_open on scoring.objection (due_on, id) where state = 'open';
create index objection_own on scoring.objection (organisation_id, received_at desc) where organisation_id is not null;

create table scoring.objection_file (
  id uuid primary key,
  objection_id uuid not null references scoring.objection (id),
  file_id uuid not null references platform.file (id),
  added_at timestamptz not null
);
create index objection_file_of on scoring.objection_file (objection_id, added_at);

-- The facts that an upheld objection replaced.
create table scoring.objection_fact (
  objection_id uuid not null references scoring.objection (id),
  fact_id uuid not null references scoring.fact (id),
  primary key (objection_id, fact_id)
);

-- A paper that anybody can check by its code. What it says is kept word for word.
create table scoring.certificate (
  id uuid primary key,
  number text not null,
  code text not null,
  run_id uuid not null references scoring.run (id),
  enterprise_id uuid not null references scoring.enterprise (id),
  content jsonb not null,
  sha256 text not null,
  size_bytes bigint not null,
  pages int not null,
  issued_by uuid not null,
  issued_at timestamptz not null,
  constraint certificate_number unique (number),
  constraint certificate_code unique (code)
);
create index certificate_of_enterprise on scoring.certificate (enterprise_id, issued_at desc, id);

-- Runs whose scores are published: the current edition of a list that is on notice or final stands on them.
create view scoring_pub.published_run as
select e.run_id, min(greatest(l.announced_at, e.made_at)) as published_at,
  case when bool_or(l.state = 'final') then 'final' else 'notice' end as state
from scoring.list l
join scoring.list_edition e on e.list_id = l.id and e.edition = l.edition
where l.state in ('notice', 'final')
group by e.run_id;

-- Work: the tasks of an order on booked instruments, their results and checks; studies under good laboratory practice; batches; granted access.

-- One piece of work of an item. A test again is a new task of the next round: what was found first stays.
create table orders.task (
  id uuid primary key,
  order_id uuid not null references orders.service_order (id),
  order_item_id uuid not null references orders.order_item (id),
  provider_id uuid not null,
  kind text not null,
  position int not null,
  round int not null default 1,
  retest_of uuid references orders.task (id),
  title text not null,
  method text not null default '',
  state text not null default 'planned',
  assignee_id uuid,
  due_day date,
  conditions text not null default '',
  note text not null default '',
  version int not null default 1,
  -- Everybody who has entered or changed a result, or finished the work: none of them may check it.
  entered_by uuid[] not null default '{}',
  started_at timestamptz,
  done_at timestamptz,
  done_by uuid,
  checked_at timestamptz,
  checked_by uuid,
  void_reason text,
  created_at timestamptz not null,
  constraint task_position unique (order_id, position),
  constraint task_kind check (kind in ('test', 'batch')),
  constraint task_state check (state in ('planned', 'running', 'done', 'checked', 'void')),
  constraint task_round check (round between 1 and 20 and (retest_of is null or round > 1)),
  constraint task_title check (length(title) between 1 and 300 and length(method) <= 1000),
  constraint task_words check (length(conditions) <= 1000 and length(note) <= 2000),
  constraint task_done check (state not in ('done', 'checked') or (done_at is not null and done_by is not null)),
  constraint task_checked check ((state = 'checked') = (checked_at is not null) and (state = 'checked') = (checked_by is not null)),
  -- The second person: whoever entered or finished does not check.
  constraint task_second_person check (checked_by is null or (checked_by <> done_by and not (checked_by = any (entered_by)))),
  constraint task_void check ((state = 'void') = (void_reason is not null) and length(void_reason) between 1 and 1000)
);
-- Of one task there is one that tests it again.
create unique index task_retest_once on orders.task (retest_of) where retest_of is not null;
create index task_item on orders.task (order_item_id, round, id);
create index task_board on orders.task (provider_id, state, due_day, id);
create index task_assignee on orders.task (assignee_id, state, due_day, id) where assignee_id is not null;

-- Who did what to a task, when, why. Never changed.
create table orders.task_step (
  id uuid primary key,
  task_id uuid not null references orders.task (id),
  version int not null,
  act text not null,
  from_state text,
  to_state text not null,
  person_id uuid,
  reason text,
  detail jsonb not null default '{}',
  at timestamptz not null,
  constraint task_step_version unique (task_id, version)
);

-- When a task is worked on, by whom, on which resources. A new time is a new plan.
create table orders.task_plan (
  id uuid primary key,
  task_id uuid not null references orders.task (id),
  provider_id uuid not null,
  person_id uuid,
  during tstzrange not null,
  -- Whether the person is needed the whole time: then nobody has two plans at once.
  takes_person boolean not null,
  state text not null default 'live',
  end_reason text,
  planned_by uuid,
  planned_at timestamptz not null,
  ended_at timestamptz,
  constraint task_plan_state check (state in ('live', 'replaced', 'released', 'lost')),
  constraint task_plan_ended check ((state = 'live') = (ended_at is null)),
  constraint task_plan_during check (not isempty(during) and lower_inc(during) and not upper_inc(during)),
  constraint task_plan_person check (not takes_person or person_id is not null),
  constraint task_plan_person_free exclude using gist (person_id with =, during with &&) where (state = 'live' and takes_person)
);
create unique index task_plan_live_once on orders.task_plan (task_id) where state = 'live';
create index task_plan_provider on orders.task_plan using gist (provider_id, during) where (state = 'live');

-- The bookings of a plan. `released_at` is set once the booking domain has given the time back.
create table orders.task_plan_resource (
  plan_id uuid not null references orders.task_plan (id),
  resource_id uuid not null,
  reservation_id uuid not null,
  released_at timestamptz,
  constraint task_plan_resource_pkey primary key (plan_id, resource_id),
  constraint task_plan_resource_reservation unique (reservation_id)
);

-- A figure of a task that a report tells. What it says stands in its newest entry.
create table orders.result (
  id uuid primary key,
  task_id uuid not null references orders.task (id),
  position int not null,
  revision int not null default 1,
  constraint result_position unique (task_id, position)
);

-- Every value that was ever entered. A change is a new row with its reason; none is altered or removed.
create table orders.result_entry (
  id uuid primary key,
  result_id uuid not null references orders.result (id),
  revision int not null,
  parameter text not null,
  sample_label text not null default '',
  value text not null,
  unit text not null default '',
  -- Bounds that count as met; null when open.
  limit_low numeric,
  limit_high numeric,
  limit_words text not null default '',
  basis text not null default '',
  verdict text not null,
  is_withdrawn boolean not null default false,
  source text not null,
  reason text,
  entered_by uuid not null,
  entered_at timestamptz not null,
  constraint result_entry_revision unique (result_id, revision),
  constraint result_entry_reason check ((revision = 1) = (reason is null) and length(reason) between 1 and 1000),
  constraint result_entry_verdict check (verdict in ('pass', 'fail', 'not_judged')),
  constraint result_entry_source check (source in ('form', 'import')),
  constraint result_entry_words check (length(parameter) between 1 and 200 and length(sample_label) <= 60 and length(value) between 1 and 500
    and length(unit) <= 40 and length(limit_words) <= 200 and length(basis) <= 300),
  constraint result_entry_limits check (limit_low is null or limit_high is null or limit_low <= limit_high)
);

-- What was used for a task, with what was known of its calibration on that day.
create table orders.task_instrument (
  id uuid primary key,
  task_id uuid not null references orders.task (id),
  resource_id uuid not null,
  reservation_id uuid,
  used_on date not null,
  calibration_id uuid,
  calibration_due_on date,
  calibration_state text not null,
  -- Why it was used although its calibration was overdue.
  reason text,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  constraint task_instrument_once unique (task_id, resource_id, used_on),
  constraint task_instrument_state check (calibration_state in ('unknown', 'valid', 'due_soon', 'overdue')),
  constraint task_instrument_overdue check (calibration_state <> 'overdue' or length(reason) between 1 and 1000)
);
create index task_instrument_resource on orders.task_instrument (resource_id, used_on desc, id desc);

-- A result outside its limits is looked into before anything follows from it.
create table orders.investigation (
  id uuid primary key,
  task_id uuid not null references orders.task (id),
  result_id uuid not null references orders.result (id),
  revision int not null,
  provider_id uuid not null,
  state text not null default 'open',
  cause text,
  findings text,
  conclusion text,
  is_retest_allowed boolean,
  opened_by uuid not null,
  opened_at timestamptz not null,
  closed_by uuid,
  closed_at timestamptz,
  constraint investigation_once unique (result_id, revision),
  constraint investigation_state check (state in ('open', 'closed')),
  constraint investigation_cause check (cause in ('confirmed', 'laboratory_error', 'sample', 'instrument', 'method', 'unknown')),
  constraint investigation_closed check ((state = 'closed') = (closed_at is not null) and (state = 'closed') = (closed_by is not null)
    and (state = 'closed') = (cause is not null and findings is not null and conclusion is not null and is_retest_allowed is not null)),
  constraint investigation_words check (length(findings) between 1 and 4000 and length(conclusion) between 1 and 4000),
  constraint investigation_second_person check (closed_by is null or closed_by <> opened_by)
);
create index investigation_task on orders.investigation (task_id, opened_at, id);
create index investigation_open on orders.investigation (provider_id, opened_at, id) where state = 'open';

create trigger task_step_append_only before update or delete or truncate on orders.task_step
  for each statement execute function platform.refuse_change();
create trigger result_entry_append_only before update or delete or truncate on orders.result_entry
  for each statement execute function platform.refuse_change();

-- A study under good laboratory practice: one of an order. Three duties, three persons.
create table orders.study (
  id uuid primary key,
  number text not null,
  order_id uuid not null references orders.service_order (id),
  provider_id uuid not null,
  title text not null,
  state text not null default 'planning',
  director_id uuid not null,
  quality_id uuid not null,
  archivist_id uuid not null,
  version int not null default 1,
  starts_on date,
  ends_on date,
  started_at timestamptz,
  completed_at timestamptz,
  -- The statement of quality assurance about the final report.
  statement text,
  statement_by uuid,
  statement_at timestamptz,
  final_signed_by uuid,
  final_signed_at timestamptz,
  archived_at timestamptz,
  stop_reason text,
  stopped_at timestamptz,
  created_by uuid not null,
  created_at timestamptz not null,
  constraint study_number unique (number),
  constraint study_order unique (order_id),
  constraint study_title check (length(title) between 1 and 300),
  constraint study_state check (state in ('planning', 'running', 'completed', 'final', 'archived', 'stopped')),
  constraint study_three_persons check (director_id <> quality_id and director_id <> archivist_id and quality_id <> archivist_id),
  constraint study_days check (ends_on >= starts_on),
  constraint study_statement check ((statement_by is null) = (statement is null) and (statement_by is null) = (statement_at is null)
    and length(statement) between 1 and 8000),
  -- No final report without the statement of quality assurance.
  constraint study_final check ((state in ('final', 'archived')) = (final_signed_at is not null) and (final_signed_at is null or statement_at is not null)
    and (final_signed_by is null) = (final_signed_at is null)),
  constraint study_signers check (final_signed_by is null or statement_by <> final_signed_by),
  constraint study_stopped check ((state = 'stopped') = (stopped_at is not null) and (state = 'stopped') = (stop_reason is not null))
);
create index study_master_schedule on orders.study (provider_id, created_at desc, id desc);

-- The plan is number 0, its amendments follow. What was signed is never edited.
create table orders.study_plan (
  id uuid primary key,
  study_id uuid not null references orders.study (id),
  number int not null,
  content jsonb not null,
  reason text,
  state text not null default 'draft',
  written_by uuid not null,
  written_at timestamptz not null,
  director_signed_by uuid,
  director_signed_at timestamptz,
  sponsor_signed_by uuid,
  sponsor_signed_at timestamptz,
  constraint study_plan_number unique (study_id, number),
  constraint study_plan_reason check ((number = 0) = (reason is null) and length(reason) between 1 and 2000),
  constraint study_plan_state check (state in ('draft', 'signed', 'in_force')),
  constraint study_plan_signed check ((state <> 'draft') = (director_signed_at is not null) and (director_signed_at is null) = (director_signed_by is null)),
  constraint study_plan_in_force check ((state = 'in_force') = (sponsor_signed_at is not null) and (sponsor_signed_at is null) = (sponsor_signed_by is null))
);
create unique index study_plan_open_once on orders.study_plan (study_id) where state <> 'in_force';

-- Phases as the plan names them: what quality assurance inspects and the statement lists.
create table orders.study_phase (
  id uuid primary key,
  study_id uuid not null references orders.study (id),
  position int not null,
  name text not null,
  planned_from date not null,
  planned_to date not null,
  begun_on date,
  ended_on date,
  constraint study_phase_position unique (study_id, position),
  constraint study_phase_name check (length(name) between 1 and 200),
  constraint study_phase_days check (planned_from <= planned_to and begun_on <= ended_on and (ended_on is null or begun_on is not null))
);

-- What happened otherwise than planned, and what it means for the study.
create table orders.study_deviation (
  id uuid primary key,
  study_id uuid not null references orders.study (id),
  number int not null,
  happened_on date not null,
  words text not null,
  impact text,
  measure text,
  reported_by uuid not null,
  reported_at timestamptz not null,
  judged_by uuid,
  judged_at timestamptz,
  constraint study_deviation_number unique (study_id, number),
  constraint study_deviation_words check (length(words) between 1 and 4000 and length(impact) between 1 and 4000 and length(measure) between 1 and 4000),
  constraint study_deviation_judged check ((judged_at is null) = (judged_by is null) and (judged_at is null) = (impact is null) and (judged_at is null) = (measure is null))
);

-- Quality assurance inspects a study, the facility or a process, and reports to the management and, for a study, to its director.
create table orders.inspection (
  id uuid primary key,
  provider_id uuid not null,
  number text not null,
  kind text not null,
  study_id uuid references orders.study (id),
  phase_id uuid references orders.study_phase (id),
  subject text not null,
  inspected_on date not null,
  inspector_id uuid not null,
  findings text not null,
  has_findings boolean not null,
  reported_at timestamptz not null,
  management_seen_by uuid,
  management_seen_at timestamptz,
  director_seen_by uuid,
  director_seen_at timestamptz,
  -- What was done about what was found.
  action text,
  closed_at timestamptz,
  closed_by uuid,
  constraint inspection_number unique (number),
  constraint inspection_kind check (kind in ('study', 'facility', 'process')),
  constraint inspection_study check ((kind = 'study') = (study_id is not null) and (phase_id is null or study_id is not null)),
  constraint inspection_words check (length(subject) between 1 and 300 and length(findings) between 1 and 8000 and length(action) between 1 and 4000),
  constraint inspection_management check ((management_seen_by is null) = (management_seen_at is null) and management_seen_by <> inspector_id),
  constraint inspection_director check ((director_seen_by is null) = (director_seen_at is null) and director_seen_by <> inspector_id),
  constraint inspection_closed check ((closed_at is null) = (closed_by is null) and (not has_findings or closed_at is null or action is not null))
);
create index inspection_provider on orders.inspection (provider_id, inspected_on desc, id desc);
create index inspection_study_of on orders.inspection (study_id, inspected_on, id) where study_id is not null;

-- Where plan, raw data, specimens and report of a study lie, and how long they are kept.
create table orders.archive_item (
  id uuid primary key,
  study_id uuid not null references orders.study (id),
  position int not null,
  kind text not null,
  name text not null,
  place text not null,
  retain_until date,
  -- Perishable specimens are kept while they can be evaluated.
  retain_words text not null default '',
  archived_by uuid not null,
  archived_at timestamptz not null,
  constraint archive_item_position unique (study_id, position),
  constraint archive_item_kind check (kind in ('plan', 'raw_data', 'specimen', 'report', 'record', 'other')),
  constraint archive_item_words check (length(name) between 1 and 300 and length(place) between 1 and 200 and length(retain_words) <= 300),
  constraint archive_item_retained check (retain_until is not null or retain_words <> '')
);

create table orders.study_step (
  id uuid primary key,
  study_id uuid not null references orders.study (id),
  version int not null,
  act text not null,
  to_state text not null,
  person_id uuid,
  reason text,
  detail jsonb not null default '{}',
  at timestamptz not null,
  constraint study_step_version unique (study_id, version)
);
create trigger study_step_append_only before update or delete or truncate on orders.study_step
  for each statement execute function platform.refuse_change();

-- How a batch is made. An approved version is never edited; a change is the next version.
create table orders.recipe (
  id uuid primary key,
  provider_id uuid not null,
  code text not null,
  name text not null,
  created_by uuid not null,
  created_at timestamptz not null,
  constraint recipe_code unique (provider_id, code),
  constraint recipe_words check (length(code) between 1 and 40 and length(name) between 1 and 200)
);

create table orders.recipe_version (
  id uuid primary key,
  recipe_id uuid not null references orders.recipe (id),
  number int not null,
  state text not null default 'draft',
  batch_size numeric not null,
  size_unit text not null,
  steps jsonb not null,
  change_words text not null default '',
  version int not null default 1,
  written_by uuid not null,
  written_at timestamptz not null,
  approved_by uuid,
  approved_at timestamptz,
  constraint recipe_version_number unique (recipe_id, number),
  constraint recipe_version_state check (state in ('draft', 'approved', 'replaced')),
  constraint recipe_version_size check (batch_size > 0 and length(size_unit) between 1 and 20),
  constraint recipe_version_approved check ((state = 'draft') = (approved_at is null) and (approved_at is null) = (approved_by is null)),
  constraint recipe_version_second_person check (approved_by <> written_by)
);
create unique index recipe_version_in_force_once on orders.recipe_version (recipe_id) where state = 'approved';
create unique index recipe_version_draft_once on orders.recipe_version (recipe_id) where state = 'draft';

create table orders.batch (
  id uuid primary key,
  number text not null,
  task_id uuid not null references orders.task (id),
  order_id uuid not null references orders.service_order (id),
  provider_id uuid not null,
  recipe_version_id uuid not null references orders.recipe_version (id),
  planned_size numeric not null,
  size_unit text not null,
  yield_size numeric,
  state text not null default 'running',
  version int not null default 1,
  -- Everybody who has had a hand in making it: none of them releases it.
  makers uuid[] not null default '{}',
  begun_by uuid not null,
  begun_at timestamptz not null,
  made_at timestamptz,
  decided_by uuid,
  decided_at timestamptz,
  decision_words text,
  constraint batch_number unique (provider_id, number),
  constraint batch_sizes check (planned_size > 0 and yield_size >= 0),
  constraint batch_state check (state in ('running', 'made', 'released', 'rejected')),
  constraint batch_made check ((state <> 'running') = (made_at is not null) and (made_at is null or yield_size is not null)),
  constraint batch_decided check ((state in ('released', 'rejected')) = (decided_at is not null) and (decided_at is null) = (decided_by is null)
    and (decided_at is null) = (decision_words is null)),
  constraint batch_quality_person check (decided_by is null or not (decided_by = any (makers)))
);
create index batch_task on orders.batch (task_id, begun_at, id);
create index batch_order on orders.batch (order_id, begun_at, id);

-- The batch record: each step of the recipe as it was done.
create table orders.batch_step (
  batch_id uuid not null references orders.batch (id),
  position int not null,
  title text not null,
  instruction text not null default '',
  checks jsonb not null default '[]',
  done_by uuid,
  done_at timestamptz,
  words text,
  witnessed_by uuid,
  witnessed_at timestamptz,
  constraint batch_step_pkey primary key (batch_id, position),
  constraint batch_step_done check ((done_at is null) = (done_by is null) and (witnessed_at is null) = (witnessed_by is null) and (witnessed_at is null or done_at is not null)),
  constraint batch_step_second_person check (witnessed_by <> done_by)
);

-- Values of in-process checks, all that were ever entered.
create table orders.batch_check (
  id uuid primary key,
  batch_id uuid not null,
  step_position int not null,
  parameter text not null,
  revision int not null,
  value text not null,
  is_within boolean,
  reason text,
  entered_by uuid not null,
  entered_at timestamptz not null,
  constraint batch_check_step foreign key (batch_id, step_position) references orders.batch_step (batch_id, position),
  constraint batch_check_revision unique (batch_id, step_position, parameter, revision),
  constraint batch_check_reason check ((revision = 1) = (reason is null) and length(reason) between 1 and 1000),
  constraint batch_check_words check (length(parameter) between 1 and 200 and length(value) between 1 and 200)
);
create trigger batch_check_append_only before update or delete or truncate on orders.batch_check
  for each statement execute function platform.refuse_change();

-- Access to computing or a data set: from, until, how much, and what was used of it.
create table orders.access_grant (
  id uuid primary key,
  order_id uuid not null references orders.service_order (id),
  order_item_id uuid not null references orders.order_item (id),
  provider_id uuid not null,
  during tstzrange not null,
  unit text not null,
  quota numeric,
  -- How the client gets there: an address, an account; never a secret.
  directions text not null,
  state text not null default 'granted',
  version int not null default 1,
  granted_by uuid not null,
  granted_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  end_reason text,
  constraint access_grant_during check (not isempty(during) and lower_inc(during) and not upper_inc(during)),
  constraint access_grant_words check (length(unit) between 1 and 40 and length(directions) between 1 and 1000),
  constraint access_grant_quota check (quota > 0),
  constraint access_grant_state check (state in ('granted', 'ended')),
  constraint access_grant_ended check ((state = 'ended') = (ended_at is not null)),
  -- One item has one grant at a time.
  constraint access_grant_one exclude using gist (order_item_id with =, during with &&) where (state = 'granted')
);
create index access_grant_order on orders.access_grant (order_id, granted_at, id);
create index access_grant_running on orders.access_grant (upper(during), id) where state = 'granted';

-- Used amounts; the key of the meter makes that each is counted once.
create table orders.access_use (
  id uuid primary key,
  grant_id uuid not null references orders.access_grant (id),
  meter_key text not null,
  used_at timestamptz not null,
  quantity numeric not null,
  note text not null default '',
  recorded_by uuid,
  recorded_at timestamptz not null,
  constraint access_use_once unique (grant_id, meter_key),
  constraint access_use_quantity check (quantity > 0),
  constraint access_use_words check (length(meter_key) between 1 and 100 and length(note) <= 500)
);
create index access_use_grant on orders.access_use (grant_id, used_at, id);
create trigger access_use_append_only before update or delete or truncate on orders.access_use
  for each statement execute function platform.refuse_change();

-- Calibrations of a resource and whether an overdue one keeps it from use.
create view booking_pub.calibration as
select c.id, c.resource_id, c.kind, c.done_on, c.due_on, c.certificate_no, k.blocks_when_overdue
from booking.calibration c join booking.calendar k on k.resource_id = c.resource_id;

-- Where a booking lies now.
create view booking_pub.reservation_time as
select id, resource_id, provider_id, organisation_id, number, state, lower(during) as starts_at, upper(during) as ends_at from booking.reservation;

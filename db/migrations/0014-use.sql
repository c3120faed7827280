-- Use of what was booked: the meter log, corrections by two people, charges and their answers, consumables, evaluations.
--
-- What was metered is evidence: signals, records and charges are only ever added to, and the database refuses anything else. Inserts do not
-- meet the triggers.

-- How use is begun and ended on a resource: without a row the defaults of core/use/rules.ts hold.
create table booking.use_rules (
  resource_id uuid primary key,
  provider_id uuid not null,
  check_in text not null,
  early_minutes int not null,
  grace_minutes int not null,
  overrun_minutes int not null,
  allows_unbooked boolean not null,
  answer_days int not null,
  version int not null default 1,
  updated_at timestamptz not null,
  updated_by uuid,
  constraint use_rules_check_in check (check_in in ('optional', 'required')),
  constraint use_rules_minutes check (early_minutes between 0 and 240 and grace_minutes between 5 and 480 and overrun_minutes between 0 and 480),
  constraint use_rules_answer check (answer_days between 1 and 30)
);

-- The code on the sheet beside the instrument: a new one makes the old sheet worthless.
create table booking.use_code (
  resource_id uuid primary key,
  provider_id uuid not null,
  code text not null,
  created_at timestamptz not null,
  created_by uuid,
  constraint use_code_code unique (code),
  constraint use_code_form check (code ~ '^[0-9A-HJKMNP-TV-Z]{10}$')
);

-- Who is on what now: one use of a unit at a time. The row goes when the use ends; the log keeps what it was.
create table booking.running_use (
  id uuid primary key,
  resource_id uuid not null,
  unit int not null,
  provider_id uuid not null,
  reservation_id uuid,
  organisation_id uuid not null,
  person_id uuid,
  started_at timestamptz not null,
  planned_end timestamptz not null,
  source text not null,
  device text,
  purpose text,
  constraint running_use_unit unique (resource_id, unit),
  constraint running_use_reservation unique (reservation_id),
  constraint running_use_source check (source in ('page', 'qr', 'api_key', 'staff')),
  constraint running_use_texts check (length(device) <= 100 and length(purpose) <= 200)
);
create index running_use_provider on booking.running_use (provider_id, planned_end, id);
create index running_use_due on booking.running_use (planned_end, id);

-- Every signal as it came, also one that matched no use. `at` is what counts; a device's own clock stands beside it.
create table booking.use_event (
  id uuid primary key,
  use_id uuid,
  resource_id uuid not null,
  provider_id uuid not null,
  reservation_id uuid,
  kind text not null,
  at timestamptz not null,
  received_at timestamptz not null,
  source text not null,
  device text,
  device_event text,
  device_at timestamptz,
  skew_seconds int,
  outcome text not null,
  recorded_by uuid,
  constraint use_event_kind check (kind in ('start', 'end')),
  constraint use_event_source check (source in ('page', 'qr', 'api_key', 'staff', 'inferred')),
  constraint use_event_outcome check (outcome in ('started', 'finished', 'unmatched') and (outcome = 'unmatched') = (use_id is null)),
  constraint use_event_device check (length(device) <= 100 and length(device_event) <= 100 and (device_event is null or device is not null))
);
create unique index use_event_once on booking.use_event (provider_id, device, device_event) where device_event is not null;
create index use_event_use on booking.use_event (use_id, at, id) where use_id is not null;

-- What was used, from when to when. A correction or confirmation is a new row that names the one it replaces.
create table booking.use_record (
  id uuid primary key,
  use_id uuid not null,
  replaces uuid,
  resource_id uuid not null,
  unit int not null,
  provider_id uuid not null,
  reservation_id uuid,
  organisation_id uuid not null,
  person_id uuid,
  is_outside boolean not null,
  started_at timestamptz not null,
  ended_at timestamptz not null,
  start_source text not null,
  end_source text not null,
  is_proved boolean not null,
  device text,
  purpose text,
  recorded_by uuid,
  recorded_at timestamptz not null,
  reason text,
  confirmed_by uuid,
  constraint use_record_replaces foreign key (replaces) references booking.use_record (id),
  constraint use_record_replaced_once unique (replaces),
  constraint use_record_range check (started_at <= ended_at),
  constraint use_record_sources check (start_source in ('page', 'qr', 'api_key', 'staff', 'inferred') and end_source in ('page', 'qr', 'api_key', 'staff', 'inferred')),
  constraint use_record_second_person check (confirmed_by <> recorded_by and (replaces is not null) = (confirmed_by is not null)),
  constraint use_record_texts check (length(device) <= 100 and length(purpose) <= 200 and length(reason) <= 500)
);
create unique index use_record_first on booking.use_record (use_id) where replaces is null;
create index use_record_resource on booking.use_record (resource_id, started_at, id);
create index use_record_provider on booking.use_record (provider_id, started_at, id);
create index use_record_reservation on booking.use_record (reservation_id) where reservation_id is not null;
create index use_record_unproved on booking.use_record (provider_id, started_at, id) where not is_proved;

-- A correction waits for a second person; times, money or both. Of one use one at a time.
create table booking.use_correction (
  id uuid primary key,
  use_id uuid not null,
  record_id uuid not null references booking.use_record (id),
  resource_id uuid not null,
  provider_id uuid not null,
  reservation_id uuid,
  started_at timestamptz not null,
  ended_at timestamptz not null,
  adjust_fen bigint not null,
  reason text not null,
  state text not null default 'proposed',
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  decision_text text,
  constraint use_correction_state check (state in ('proposed', 'confirmed', 'declined', 'withdrawn')),
  constraint use_correction_decided check ((state = 'proposed') = (decided_at is null) and (state = 'proposed') = (decided_by is null)),
  constraint use_correction_second_person check (state not in ('confirmed', 'declined') or decided_by <> proposed_by),
  constraint use_correction_range check (started_at <= ended_at),
  constraint use_correction_texts check (length(reason) between 1 and 500 and length(decision_text) <= 500)
);
create unique index use_correction_one_open on booking.use_correction (use_id) where state = 'proposed';
create index use_correction_waiting on booking.use_correction (provider_id, proposed_at, id) where state = 'proposed';
create index use_correction_use on booking.use_correction (use_id, proposed_at, id);

-- What a use costs, with the lines that explain it. A corrected charge is a new row that names the old one.
create table booking.charge (
  id uuid primary key,
  reservation_id uuid not null,
  version int not null,
  replaces uuid,
  record_id uuid not null references booking.use_record (id),
  resource_id uuid not null,
  provider_id uuid not null,
  organisation_id uuid not null,
  is_outside boolean not null,
  basis text not null,
  charged_by text not null,
  booked_minutes int not null,
  metered_minutes int not null,
  lines jsonb not null,
  total_fen bigint not null,
  answer_until timestamptz not null,
  reason text,
  created_by uuid,
  created_at timestamptz not null,
  constraint charge_version unique (reservation_id, version),
  constraint charge_replaces foreign key (replaces) references booking.charge (id),
  constraint charge_replaced_once unique (replaces),
  constraint charge_first check ((version = 1) = (replaces is null) and (version = 1) = (reason is null)),
  constraint charge_basis check (basis in ('booked', 'actual', 'longer') and charged_by in ('booked', 'metered')),
  constraint charge_amounts check (total_fen >= 0 and booked_minutes >= 0 and metered_minutes >= 0),
  constraint charge_reason check (length(reason) <= 500)
);
create index charge_provider on booking.charge (provider_id, created_at, id);
create index charge_organisation on booking.charge (organisation_id, created_at, id);
create index charge_due on booking.charge (answer_until, id);

-- One answer a charge: who is first has answered. Silence is an answer too, given when the limit has passed.
create table booking.charge_answer (
  charge_id uuid primary key references booking.charge (id),
  kind text not null,
  words text,
  answered_by uuid,
  answered_at timestamptz not null,
  constraint charge_answer_kind check (kind in ('accepted', 'objected', 'silence') and (kind = 'silence') = (answered_by is null)),
  constraint charge_answer_words check (length(words) <= 1000 and (kind <> 'objected' or words is not null))
);

create table booking.consumable (
  id uuid primary key,
  provider_id uuid not null,
  -- None: for every resource of the provider.
  resource_id uuid,
  name_zh text not null,
  name_en text,
  unit_name text not null,
  -- None: not counted.
  stock int,
  is_offered boolean not null default true,
  version int not null default 1,
  updated_at timestamptz not null,
  updated_by uuid,
  constraint consumable_texts check (length(name_zh) between 1 and 60 and length(name_en) between 1 and 120 and length(unit_name) between 1 and 20),
  constraint consumable_stock check (stock between 0 and 1000000)
);
create index consumable_provider on booking.consumable (provider_id, name_zh, id);

create table booking.consumable_price (
  consumable_id uuid not null references booking.consumable (id),
  valid_from date not null,
  price_fen bigint not null,
  constraint consumable_price_pkey primary key (consumable_id, valid_from),
  constraint consumable_price_amount check (price_fen between 0 and 100000000)
);

-- Taken during a use, at the price of that day. Only added to: a mistake is put right by a correction of the charge.
create table booking.use_consumable (
  id uuid primary key,
  reservation_id uuid not null,
  consumable_id uuid not null references booking.consumable (id),
  quantity int not null,
  unit_price_fen bigint not null,
  added_by uuid,
  added_at timestamptz not null,
  constraint use_consumable_quantity check (quantity between 1 and 10000)
);
create index use_consumable_reservation on booking.use_consumable (reservation_id, added_at, id);

-- What the customer says of a use that is over.
create table booking.evaluation (
  reservation_id uuid primary key,
  resource_id uuid not null,
  provider_id uuid not null,
  organisation_id uuid not null,
  person_id uuid not null,
  condition int not null,
  service int not null,
  process int not null,
  words text,
  created_at timestamptz not null,
  constraint evaluation_marks check (condition between 1 and 5 and service between 1 and 5 and process between 1 and 5),
  constraint evaluation_words check (length(words) between 1 and 1000)
);
create index evaluation_resource on booking.evaluation (resource_id, created_at, reservation_id);
create index evaluation_provider on booking.evaluation (provider_id, created_at, reservation_id);

-- Whose use nobody has begun or ended: asked every minute.
create index reservation_unmetered on booking.reservation (lower(during), id) where state = 'confirmed' and kind <> 'outage';

create trigger use_event_append_only before update or delete or truncate on booking.use_event
  for each statement execute function platform.refuse_change();
create trigger use_record_append_only before update or delete or truncate on booking.use_record
  for each statement execute function platform.refuse_change();
create trigger charge_append_only before update or delete or truncate on booking.charge
  for each statement execute function platform.refuse_change();
create trigger charge_answer_append_only before update or delete or truncate on booking.charge_answer
  for each statement execute function platform.refuse_change();

-- What was used, as it stands after corrections. `is_proved`: metered at both ends, or confirmed by a second person.
create view booking_pub.use as
select r.id, r.use_id, r.resource_id, r.provider_id, r.organisation_id, case when r.is_outside then 'outside' else 'inside' end as side,
  r.reservation_id, r.unit, r.started_at, r.ended_at,
  case when 'inferred' in (r.start_source, r.end_source) then 'inferred' when 'staff' in (r.start_source, r.end_source) then 'staff' else r.start_source end as source,
  r.is_proved, r.replaces is not null as is_corrected
from booking.use_record r
where not exists (select from booking.use_record later where later.replaces = r.id);

-- What uses cost, as it stands after corrections.
create view booking_pub.charge as
select c.id, c.reservation_id, c.version, c.resource_id, c.provider_id, c.organisation_id, case when c.is_outside then 'outside' else 'inside' end as side,
  c.basis, c.booked_minutes, c.metered_minutes, c.total_fen, c.created_at, c.answer_until,
  case when a.kind = 'objected' then 'objected' when a.kind is not null or c.answer_until <= now() then 'accepted' else 'open' end as state
from booking.charge c
left join booking.charge_answer a on a.charge_id = c.id
where not exists (select from booking.charge later where later.replaces = c.id);

create view booking_pub.evaluation as
select reservation_id, resource_id, provider_id, organisation_id, condition, service, process, created_at from booking.evaluation;

-- Requests that a provider answers, numbered units, fair shares, no-show points with appeal, and queues of samples.

alter table booking.calendar
  add column decide_within_hours int not null default 4,
  add column capacity int not null default 1,
  add column person_week_hours int,
  add column organisation_week_hours int,
  add column open_bookings int,
  add column ahead_hours int,
  add column limits_include_inside boolean not null default false,
  add constraint calendar_decide_within check (decide_within_hours between 1 and 80),
  add constraint calendar_capacity check (capacity between 1 and 50),
  add constraint calendar_person_week check (person_week_hours between 1 and 168),
  add constraint calendar_organisation_week check (organisation_week_hours between 1 and 8400),
  add constraint calendar_open_bookings check (open_bookings between 1 and 1000),
  add constraint calendar_ahead check (ahead_hours between 1 and 8784);

-- A pending reservation takes its slot until `decide_until`; `asked_during` is the time first asked for when the provider proposed another.
alter table booking.reservation
  add column decide_until timestamptz,
  add column awaits text,
  add column request_cause text,
  add column asked_during tstzrange,
  add column decline_reason text,
  add constraint reservation_pending check ((state = 'pending') = (decide_until is not null) and (state = 'pending') = (awaits is not null)),
  add constraint reservation_awaits check (awaits in ('provider', 'customer')),
  add constraint reservation_request_cause check (request_cause in ('calendar', 'no_show')),
  add constraint reservation_unit check (unit between 1 and 50),
  add constraint reservation_decline_reason check ((decline_reason is not null) = (state = 'declined') and decline_reason in
    ('no_staff', 'own_use', 'instrument_condition', 'purpose_unsuitable', 'sample_unsuitable', 'not_qualified', 'other'));
create index reservation_request on booking.reservation (provider_id, decide_until, id) where state = 'pending';

-- Whoever searches sees what is taken and on which unit; a hold or a request that ran out no longer counts, even before it is given back.
create or replace view booking_pub.busy as
select resource_id, blocked, unit
from booking.reservation
where state in ('held', 'pending', 'confirmed', 'in_use', 'completed')
  and (state <> 'held' or held_until > now()) and (state <> 'pending' or decide_until > now());

create or replace view booking_pub.calendar as
select resource_id, provider_id, is_accepting, step_minutes, min_minutes, max_minutes, buffer_before_minutes, buffer_after_minutes,
       min_notice_minutes, horizon_days, operations, confirmation, capacity, decide_within_hours
from booking.calendar;

-- What a provider asks of people who do not come: without a row the defaults hold.
create table booking.no_show_policy (
  provider_id uuid primary key,
  points int not null default 1,
  threshold int not null default 3,
  expires_after_days int not null default 90,
  version int not null default 1,
  updated_at timestamptz not null,
  updated_by uuid,
  constraint no_show_policy_points check (points between 1 and 10),
  constraint no_show_policy_threshold check (threshold between 1 and 100),
  constraint no_show_policy_expiry check (expires_after_days between 1 and 730)
);

-- Points of a person at a provider for one missed booking, with the appeal against them.
create table booking.no_show (
  id uuid primary key,
  reservation_id uuid not null,
  resource_id uuid not null,
  provider_id uuid not null,
  organisation_id uuid not null,
  person_id uuid not null,
  points int not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  expires_at timestamptz not null,
  appealed_at timestamptz,
  appeal_text text,
  decided_at timestamptz,
  decided_by uuid,
  is_upheld boolean,
  decision_text text,
  version int not null default 1,
  constraint no_show_once unique (reservation_id),
  constraint no_show_points check (points between 1 and 10 and expires_at > recorded_at),
  constraint no_show_appeal check ((appealed_at is null) = (appeal_text is null) and length(appeal_text) between 1 and 1000),
  constraint no_show_decision check ((decided_at is null) = (is_upheld is null) and (decided_at is null or appealed_at is not null) and length(decision_text) <= 1000),
  constraint no_show_second_person check (decided_by <> recorded_by)
);
-- Asked at every booking: almost nobody has a row.
create index no_show_counted on booking.no_show (person_id, provider_id) where is_upheld is not true;
create index no_show_provider on booking.no_show (provider_id, recorded_at, id);
create index no_show_undecided on booking.no_show (appealed_at, id) where appealed_at is not null and decided_at is null;

-- A resource that takes samples: so many on each day that its site is open.
create table booking.sample_queue (
  resource_id uuid primary key,
  provider_id uuid not null,
  is_accepting boolean not null default true,
  daily_capacity int not null,
  lead_days int not null default 1,
  max_samples int not null default 20,
  instructions text,
  version int not null default 1,
  updated_at timestamptz not null,
  updated_by uuid,
  constraint sample_queue_capacity check (daily_capacity between 1 and 10000),
  constraint sample_queue_lead check (lead_days between 0 and 60),
  constraint sample_queue_max check (max_samples between 1 and 1000),
  constraint sample_queue_instructions check (length(instructions) <= 2000)
);

-- Places of one day: the row that submissions take from.
create table booking.sample_day (
  resource_id uuid not null references booking.sample_queue (resource_id),
  day date not null,
  capacity int not null,
  taken int not null,
  constraint sample_day_pkey primary key (resource_id, day),
  constraint sample_day_capacity check (taken between 0 and capacity)
);

create table booking.sample_submission (
  id uuid primary key,
  number text not null,
  resource_id uuid not null references booking.sample_queue (resource_id),
  provider_id uuid not null,
  organisation_id uuid not null,
  booker_id uuid not null,
  state text not null default 'queued',
  position bigint not null,
  sample_count int not null,
  sample_kind text not null,
  project text,
  note text,
  customer_class text not null,
  unit_price_fen bigint not null,
  price_fen bigint not null,
  first_promised_day date not null,
  promised_day date not null,
  received_at timestamptz,
  started_at timestamptz,
  ended_at timestamptz,
  ended_by uuid,
  end_reason text,
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint sample_submission_state check (state in ('queued', 'received', 'running', 'done', 'cancelled')),
  constraint sample_submission_count check (sample_count between 1 and 1000),
  constraint sample_submission_price check (unit_price_fen >= 0 and price_fen >= 0),
  constraint sample_submission_class check (customer_class in ('inside', 'member', 'academic', 'enterprise', 'outside_district')),
  constraint sample_submission_end check ((ended_at is not null) = (state in ('done', 'cancelled'))),
  constraint sample_submission_texts check (length(number) <= 40 and length(sample_kind) between 1 and 200 and length(project) <= 200
    and length(note) <= 1000 and length(end_reason) <= 500)
);
create unique index sample_submission_number on booking.sample_submission (number);
create index sample_submission_queue on booking.sample_submission (resource_id, position, id) where state in ('queued', 'received', 'running');
create index sample_submission_provider on booking.sample_submission (provider_id, promised_day, id);
create index sample_submission_organisation on booking.sample_submission (organisation_id, created_at, id);

-- How many of a submission's samples stand on which day.
create table booking.sample_place (
  submission_id uuid not null references booking.sample_submission (id),
  day date not null,
  samples int not null,
  constraint sample_place_pkey primary key (submission_id, day),
  constraint sample_place_samples check (samples >= 1)
);

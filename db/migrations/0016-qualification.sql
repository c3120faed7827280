-- Who may run an instrument alone: what a calendar asks for, what people hold, trainings, tests of knowledge, and the passport between providers.

-- What self-service needs on a resource: without a row nothing. Level 0 asks only outside the day's hours.
create table booking.qualification_rule (
  resource_id uuid primary key,
  provider_id uuid not null,
  level int not null,
  after_hours_level int,
  day_start_minute int not null default 480,
  day_end_minute int not null default 1080,
  is_weekend_after_hours boolean not null default true,
  -- A qualification lapses when the person has not used the instrument for so long.
  disuse_days int,
  -- How long a new one is valid unless its grant says otherwise.
  validity_months int,
  includes_inside boolean not null default false,
  version int not null default 1,
  updated_at timestamptz not null,
  updated_by uuid,
  constraint qualification_rule_level check (level between 0 and 3 and after_hours_level between 1 and 3 and after_hours_level > level),
  constraint qualification_rule_asks check (level > 0 or after_hours_level is not null),
  constraint qualification_rule_day check (day_start_minute between 0 and 1440 and day_end_minute between 0 and 1440 and day_start_minute < day_end_minute),
  constraint qualification_rule_lapse check (disuse_days between 7 and 1825 and validity_months between 1 and 120)
);
create index qualification_rule_provider on booking.qualification_rule (provider_id, resource_id);

-- One row for each level that a person holds on an instrument; granted again it is renewed.
create table booking.qualification (
  id uuid primary key,
  provider_id uuid not null,
  resource_id uuid not null,
  person_id uuid not null,
  level int not null,
  ground text not null,
  -- The enrolment, the attempt, or the qualification elsewhere that it rests on.
  ground_id uuid,
  reason text,
  valid_from timestamptz not null,
  valid_until timestamptz,
  granted_by uuid,
  granted_at timestamptz not null,
  suspended_at timestamptz,
  suspended_by uuid,
  suspend_reason text,
  version int not null default 1,
  updated_at timestamptz not null,
  constraint qualification_once unique (resource_id, person_id, level),
  constraint qualification_level check (level between 1 and 3),
  constraint qualification_ground check (ground in ('training', 'test', 'recognition', 'by_hand')),
  constraint qualification_grounded check ((ground = 'by_hand') = (ground_id is null) and (ground <> 'by_hand' or reason is not null)),
  constraint qualification_valid check (valid_until > valid_from),
  constraint qualification_suspended check ((suspended_at is null) = (suspended_by is null) and (suspended_at is null) = (suspend_reason is null)),
  constraint qualification_texts check (length(reason) between 1 and 500 and length(suspend_reason) between 1 and 500)
);
create index qualification_provider on booking.qualification (provider_id, person_id, resource_id, level);
create index qualification_person on booking.qualification (person_id, resource_id);
create index qualification_ground on booking.qualification (ground_id) where ground_id is not null;

-- With the last use in self-service and the day on which it lapses, by date or by disuse, whichever is first.
create view booking.qualification_state as
select q.id, q.provider_id, q.resource_id, q.person_id, q.level, q.ground, q.ground_id, q.reason, q.valid_from, q.valid_until, q.granted_by, q.granted_at,
       q.suspended_at, q.suspended_by, q.suspend_reason, q.version, r.disuse_days, u.last_used_at,
       least(q.valid_until, greatest(q.granted_at, q.valid_from, u.last_used_at) + make_interval(days => r.disuse_days)) as lapses_at
from booking.qualification q
left join booking.qualification_rule r on r.resource_id = q.resource_id
left join lateral (
  select greatest((
    select max(upper(v.during)) from booking.reservation v
    where v.booker_id = q.person_id and v.resource_id = q.resource_id and v.state in ('in_use', 'completed') and v.operation = 'self_service'), (
    -- What was used without a booking.
    select max(m.ended_at) from booking.use_record m
    where m.person_id = q.person_id and m.resource_id = q.resource_id and m.reservation_id is null)) as last_used_at
) u on true;

-- A coming booking in self-service whose booker no longer holds the level; the provider decides what becomes of it.
create table booking.ground_loss (
  id uuid primary key,
  reservation_id uuid not null,
  resource_id uuid not null,
  provider_id uuid not null,
  person_id uuid not null,
  cause text not null,
  needed_level int not null,
  state text not null default 'open',
  found_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid,
  constraint ground_loss_cause check (cause in ('suspended', 'lapsed', 'rule')),
  constraint ground_loss_state check (state in ('open', 'with_operator', 'released', 'restored', 'gone')),
  constraint ground_loss_decided check ((state = 'open') = (decided_at is null))
);
create unique index ground_loss_one_open on booking.ground_loss (reservation_id) where state = 'open';
create index ground_loss_provider on booking.ground_loss (provider_id, found_at, id) where state = 'open';

-- A test of knowledge; the questions stand in its versions.
create table booking.test (
  id uuid primary key,
  provider_id uuid not null,
  published_number int,
  is_retired boolean not null default false,
  version int not null default 1,
  created_at timestamptz not null,
  created_by uuid not null
);
create index test_provider on booking.test (provider_id, id);

-- A draft is edited; once published it never changes, and answers refer to it for good.
create table booking.test_version (
  test_id uuid not null references booking.test (id),
  number int not null,
  title text not null,
  intro text,
  questions jsonb not null,
  pass_percent int not null,
  attempt_limit int,
  pause_hours int not null,
  is_shuffled boolean not null,
  -- Passing grants this level on these instruments; without it the test only opens trainings that ask for it.
  grants_level int,
  resource_ids uuid[] not null,
  validity_months int,
  published_at timestamptz,
  published_by uuid,
  updated_at timestamptz not null,
  constraint test_version_pkey primary key (test_id, number),
  constraint test_version_texts check (length(title) between 1 and 100 and length(intro) <= 2000),
  constraint test_version_questions check (jsonb_array_length(questions) between 1 and 100),
  constraint test_version_pass check (pass_percent between 1 and 100 and attempt_limit between 1 and 20 and pause_hours between 0 and 720),
  constraint test_version_grants check (grants_level between 1 and 3 and validity_months between 1 and 120),
  constraint test_version_published check ((published_at is null) = (published_by is null))
);
create unique index test_version_one_draft on booking.test_version (test_id) where published_at is null;

-- What somebody was asked, in this order, and what they answered; kept.
create table booking.test_attempt (
  id uuid primary key,
  test_id uuid not null,
  test_number int not null,
  provider_id uuid not null,
  person_id uuid not null,
  attempt int not null,
  seed int not null,
  started_at timestamptz not null,
  submitted_at timestamptz,
  answers jsonb,
  correct_count int,
  question_count int not null,
  is_passed boolean,
  constraint test_attempt_version foreign key (test_id, test_number) references booking.test_version (test_id, number),
  constraint test_attempt_once unique (test_id, person_id, attempt),
  constraint test_attempt_submitted check ((submitted_at is null) = (answers is null) and (submitted_at is null) = (is_passed is null)
    and (submitted_at is null) = (correct_count is null)),
  constraint test_attempt_correct check (correct_count between 0 and question_count)
);
create unique index test_attempt_one_open on booking.test_attempt (test_id, person_id) where submitted_at is null;
create index test_attempt_person on booking.test_attempt (person_id, started_at desc, id);

create table booking.training (
  id uuid primary key,
  number text not null,
  provider_id uuid not null,
  state text not null default 'open',
  title text not null,
  description text,
  level int not null,
  during tstzrange not null,
  location text not null,
  places int not null,
  fee_fen bigint not null,
  trainer_id uuid not null,
  -- Who enrols must have passed it.
  test_id uuid references booking.test (id),
  takes_instruments boolean not null,
  created_by uuid not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  end_reason text,
  version int not null default 1,
  updated_at timestamptz not null,
  constraint training_number unique (number),
  constraint training_state check (state in ('open', 'finished', 'cancelled') and (state = 'open') = (ended_at is null)),
  constraint training_level check (level between 1 and 3),
  constraint training_range check (not isempty(during) and lower_inc(during) and not upper_inc(during)),
  constraint training_places check (places between 1 and 200),
  constraint training_fee check (fee_fen >= 0),
  constraint training_texts check (length(title) between 1 and 100 and length(description) <= 2000 and length(location) between 1 and 200
    and length(number) <= 40 and length(end_reason) between 1 and 500)
);
create index training_provider on booking.training (provider_id, lower(during), id);
create index training_open on booking.training (lower(during), id) where state = 'open';

create table booking.training_resource (
  training_id uuid not null references booking.training (id),
  resource_id uuid not null,
  -- The provider's own reservation that keeps the instrument free for the session.
  reservation_id uuid,
  constraint training_resource_pkey primary key (training_id, resource_id)
);
create index training_resource_resource on booking.training_resource (resource_id, training_id);

-- One row for each place that exists. An enrolment that takes a place names it, and two cannot name the same: no session is oversold.
create table booking.training_place (
  training_id uuid not null references booking.training (id),
  place int not null,
  constraint training_place_pkey primary key (training_id, place)
);

create table booking.training_enrolment (
  id uuid primary key,
  training_id uuid not null references booking.training (id),
  person_id uuid not null,
  organisation_id uuid not null,
  state text not null,
  place int,
  fee_fen bigint not null,
  -- The order of waiting.
  enrolled_at timestamptz not null,
  left_at timestamptz,
  result_by uuid,
  result_at timestamptz,
  version int not null default 1,
  constraint training_enrolment_once unique (training_id, person_id),
  constraint training_enrolment_place foreign key (training_id, place) references booking.training_place (training_id, place),
  constraint training_enrolment_place_once unique (training_id, place),
  constraint training_enrolment_state check (state in ('enrolled', 'waiting', 'left', 'passed', 'failed', 'absent')),
  constraint training_enrolment_placed check ((state in ('waiting', 'left')) = (place is null)),
  constraint training_enrolment_result check ((state in ('passed', 'failed', 'absent')) = (result_at is not null)),
  constraint training_enrolment_fee check (fee_fen >= 0)
);
create index training_enrolment_waiting on booking.training_enrolment (training_id, enrolled_at, id) where state = 'waiting';
create index training_enrolment_person on booking.training_enrolment (person_id, enrolled_at desc, id);

-- A person lets a provider read all qualifications that the person holds elsewhere, until taken back.
create table booking.passport_share (
  id uuid primary key,
  person_id uuid not null,
  provider_id uuid not null,
  shared_at timestamptz not null,
  revoked_at timestamptz,
  constraint passport_share_revoked check (revoked_at >= shared_at)
);
create unique index passport_share_one on booking.passport_share (person_id, provider_id) where revoked_at is null;
create index passport_share_provider on booking.passport_share (provider_id, shared_at desc, id) where revoked_at is null;

-- Levels of one provider on instruments of a class that another provider takes as its own, up to a level.
create table booking.recognition_rule (
  id uuid primary key,
  provider_id uuid not null,
  from_provider_id uuid not null,
  class_code text not null,
  max_level int not null,
  created_at timestamptz not null,
  created_by uuid not null,
  constraint recognition_rule_once unique (provider_id, from_provider_id, class_code),
  constraint recognition_rule_level check (max_level between 1 and 3),
  constraint recognition_rule_other check (provider_id <> from_provider_id and length(class_code) between 1 and 20)
);

-- Generated from a migrated database by `npm run generate`. Change it by a migration.

create extension btree_gist;
create extension pg_trgm;

create schema booking;
create schema booking_pub;
create schema catalog;
create schema catalog_pub;
create schema orders;
create schema orders_pub;
create schema people;
create schema people_pub;
create schema platform;
create schema scoring;
create schema scoring_pub;

create table booking.assessment_figure (
  year integer not null,
  resource_id uuid not null,
  provider_id uuid not null,
  data_until timestamp with time zone not null,
  is_national boolean not null,
  is_published boolean not null,
  is_open boolean not null,
  open_seconds double precision not null,
  effective_seconds double precision not null,
  external_seconds double precision not null,
  inferred_seconds double precision not null,
  booked_only_seconds double precision not null,
  unit_seconds double precision not null,
  uses integer not null,
  external_uses integer not null,
  inside_fen bigint not null,
  outside_fen bigint not null,
  pending_fen bigint not null,
  evaluations integer not null,
  mark_sum integer not null,
  constraint assessment_figure_pkey PRIMARY KEY (year, resource_id)
);

create table booking.assessment_snapshot (
  year integer not null,
  last_day date not null,
  data_until timestamp with time zone not null,
  instruments integer not null,
  seconds integer not null,
  constraint assessment_snapshot_counts CHECK (year >= 2000 AND year <= 2200 AND instruments >= 0 AND seconds >= 0),
  constraint assessment_snapshot_pkey PRIMARY KEY (year)
);

create table booking.assessment_statement (
  provider_id uuid not null,
  year integer not null,
  resource_id uuid,
  field text not null,
  value text not null,
  evidence text not null,
  version integer default 1 not null,
  updated_at timestamp with time zone not null,
  updated_by uuid not null,
  constraint assessment_statement_field CHECK (field ~ '^[a-z][a-zA-Z_]{1,40}$'::text),
  constraint assessment_statement_texts CHECK (length(value) >= 1 AND length(value) <= 2000 AND length(evidence) >= 1 AND length(evidence) <= 500),
  constraint assessment_statement_year CHECK (year >= 2000 AND year <= 2200),
  constraint assessment_statement_once UNIQUE NULLS NOT DISTINCT (provider_id, year, resource_id, field)
);

create table booking.calendar (
  resource_id uuid not null,
  provider_id uuid not null,
  is_accepting boolean default true not null,
  confirmation text default 'instant'::text not null,
  operations text[] default '{self_service}'::text[] not null,
  operator_hour_fen bigint,
  step_minutes integer default 30 not null,
  billing_step_minutes integer default 30 not null,
  min_minutes integer default 60 not null,
  max_minutes integer default 480 not null,
  buffer_before_minutes integer default 0 not null,
  buffer_after_minutes integer default 30 not null,
  min_notice_minutes integer default 120 not null,
  horizon_days integer default 30 not null,
  free_cancel_hours integer default 24 not null,
  late_cancel_percent integer default 30 not null,
  version integer default 1 not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  updated_by uuid,
  decide_within_hours integer default 4 not null,
  capacity integer default 1 not null,
  person_week_hours integer,
  organisation_week_hours integer,
  open_bookings integer,
  ahead_hours integer,
  limits_include_inside boolean default false not null,
  calibration_due_on date,
  blocks_when_overdue boolean default false not null,
  constraint calendar_ahead CHECK (ahead_hours >= 1 AND ahead_hours <= 8784),
  constraint calendar_billing_step CHECK (billing_step_minutes >= 1 AND billing_step_minutes <= 1440),
  constraint calendar_buffers CHECK (buffer_before_minutes >= 0 AND buffer_before_minutes <= 1440 AND buffer_after_minutes >= 0 AND buffer_after_minutes <= 1440),
  constraint calendar_capacity CHECK (capacity >= 1 AND capacity <= 50),
  constraint calendar_confirmation CHECK (confirmation = ANY (ARRAY['instant'::text, 'approval'::text])),
  constraint calendar_decide_within CHECK (decide_within_hours >= 1 AND decide_within_hours <= 80),
  constraint calendar_free_cancel CHECK (free_cancel_hours >= 0 AND free_cancel_hours <= 2160),
  constraint calendar_horizon CHECK (horizon_days >= 1 AND horizon_days <= 730),
  constraint calendar_late_cancel CHECK (late_cancel_percent >= 0 AND late_cancel_percent <= 100),
  constraint calendar_max CHECK (max_minutes >= min_minutes AND max_minutes <= 44640 AND (max_minutes % step_minutes) = 0),
  constraint calendar_min CHECK (min_minutes >= 5 AND min_minutes <= 44640 AND (min_minutes % step_minutes) = 0),
  constraint calendar_notice CHECK (min_notice_minutes >= 0 AND min_notice_minutes <= 129600),
  constraint calendar_open_bookings CHECK (open_bookings >= 1 AND open_bookings <= 1000),
  constraint calendar_operations CHECK (cardinality(operations) >= 1 AND cardinality(operations) <= 2 AND operations <@ ARRAY['self_service'::text, 'with_operator'::text]),
  constraint calendar_operator_hour CHECK (operator_hour_fen >= 0 AND operator_hour_fen <= 100000000),
  constraint calendar_organisation_week CHECK (organisation_week_hours >= 1 AND organisation_week_hours <= 8400),
  constraint calendar_person_week CHECK (person_week_hours >= 1 AND person_week_hours <= 168),
  constraint calendar_step CHECK (step_minutes = ANY (ARRAY[5, 10, 15, 20, 30, 60, 120, 240, 480, 720, 1440])),
  constraint calendar_pkey PRIMARY KEY (resource_id)
);

create table booking.calibration (
  id uuid not null,
  resource_id uuid not null,
  provider_id uuid not null,
  kind text not null,
  done_on date not null,
  due_on date not null,
  performed_by text not null,
  certificate_no text,
  certificate_file_id uuid,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null,
  constraint calibration_due CHECK (due_on > done_on),
  constraint calibration_kind CHECK (kind = ANY (ARRAY['calibration'::text, 'verification'::text, 'check'::text])),
  constraint calibration_texts CHECK (length(performed_by) >= 1 AND length(performed_by) <= 200 AND length(certificate_no) <= 100),
  constraint calibration_pkey PRIMARY KEY (id)
);

create table booking.charge (
  id uuid not null,
  reservation_id uuid,
  version integer not null,
  replaces uuid,
  record_id uuid,
  resource_id uuid,
  provider_id uuid not null,
  organisation_id uuid not null,
  is_outside boolean not null,
  basis text not null,
  charged_by text not null,
  booked_minutes integer not null,
  metered_minutes integer not null,
  lines jsonb not null,
  total_fen bigint not null,
  answer_until timestamp with time zone not null,
  reason text,
  created_by uuid,
  created_at timestamp with time zone not null,
  kind text default 'use'::text not null,
  enrolment_id uuid,
  constraint charge_amounts CHECK (total_fen >= 0 AND booked_minutes >= 0 AND metered_minutes >= 0),
  constraint charge_basis CHECK ((basis = ANY (ARRAY['booked'::text, 'actual'::text, 'longer'::text])) AND (charged_by = ANY (ARRAY['booked'::text, 'metered'::text]))),
  constraint charge_first CHECK ((version = 1) = (replaces IS NULL) AND (version = 1) = (reason IS NULL)),
  constraint charge_kind CHECK (kind = ANY (ARRAY['use'::text, 'no_show'::text, 'training'::text])),
  constraint charge_reason CHECK (length(reason) <= 500),
  constraint charge_subject CHECK ((kind = 'training'::text) = (enrolment_id IS NOT NULL) AND (kind = 'training'::text) = (reservation_id IS NULL) AND (kind = 'training'::text) = (resource_id IS NULL) AND (kind = 'use'::text) = (record_id IS NOT NULL)),
  constraint charge_enrolment_id_fkey FOREIGN KEY (enrolment_id) REFERENCES booking.training_enrolment(id),
  constraint charge_record_id_fkey FOREIGN KEY (record_id) REFERENCES booking.use_record(id),
  constraint charge_replaces FOREIGN KEY (replaces) REFERENCES booking.charge(id),
  constraint charge_pkey PRIMARY KEY (id),
  constraint charge_enrolment_version UNIQUE (enrolment_id, version),
  constraint charge_replaced_once UNIQUE (replaces),
  constraint charge_version UNIQUE (reservation_id, version)
);

create table booking.charge_answer (
  charge_id uuid not null,
  kind text not null,
  words text,
  answered_by uuid,
  answered_at timestamp with time zone not null,
  constraint charge_answer_kind CHECK ((kind = ANY (ARRAY['accepted'::text, 'objected'::text, 'silence'::text])) AND (kind = 'silence'::text) = (answered_by IS NULL)),
  constraint charge_answer_words CHECK (length(words) <= 1000 AND (kind <> 'objected'::text OR words IS NOT NULL)),
  constraint charge_answer_charge_id_fkey FOREIGN KEY (charge_id) REFERENCES booking.charge(id),
  constraint charge_answer_pkey PRIMARY KEY (charge_id)
);

create table booking.companion_list (
  resource_id uuid not null,
  provider_id uuid not null,
  companions jsonb not null,
  version integer default 1 not null,
  updated_at timestamp with time zone not null,
  updated_by uuid not null,
  constraint companion_list_length CHECK (jsonb_array_length(companions) <= 8),
  constraint companion_list_pkey PRIMARY KEY (resource_id)
);

create table booking.consumable (
  id uuid not null,
  provider_id uuid not null,
  resource_id uuid,
  name_zh text not null,
  name_en text,
  unit_name text not null,
  stock integer,
  is_offered boolean default true not null,
  version integer default 1 not null,
  updated_at timestamp with time zone not null,
  updated_by uuid,
  constraint consumable_stock CHECK (stock >= 0 AND stock <= 1000000),
  constraint consumable_texts CHECK (length(name_zh) >= 1 AND length(name_zh) <= 60 AND length(name_en) >= 1 AND length(name_en) <= 120 AND length(unit_name) >= 1 AND length(unit_name) <= 20),
  constraint consumable_pkey PRIMARY KEY (id)
);

create table booking.consumable_price (
  consumable_id uuid not null,
  valid_from date not null,
  price_fen bigint not null,
  constraint consumable_price_amount CHECK (price_fen >= 0 AND price_fen <= 100000000),
  constraint consumable_price_consumable_id_fkey FOREIGN KEY (consumable_id) REFERENCES booking.consumable(id),
  constraint consumable_price_pkey PRIMARY KEY (consumable_id, valid_from)
);

create table booking.displacement (
  id uuid not null,
  outage_id uuid not null,
  reservation_id uuid not null,
  resource_id uuid not null,
  provider_id uuid not null,
  organisation_id uuid not null,
  booker_id uuid not null,
  during tstzrange not null,
  price_fen bigint not null,
  state text not null,
  answer_until timestamp with time zone,
  proposed_at timestamp with time zone,
  replaced_by uuid,
  found_at timestamp with time zone not null,
  resolved_at timestamp with time zone,
  constraint displacement_open CHECK ((state = 'open'::text) = (answer_until IS NOT NULL) AND (state = 'open'::text) = (resolved_at IS NULL)),
  constraint displacement_replaced CHECK ((state = 'replaced'::text) = (replaced_by IS NOT NULL)),
  constraint displacement_state CHECK (state = ANY (ARRAY['open'::text, 'moved'::text, 'replaced'::text, 'cancelled'::text, 'lapsed'::text, 'reinstated'::text, 'interrupted'::text])),
  constraint displacement_outage_id_fkey FOREIGN KEY (outage_id) REFERENCES booking.outage(id),
  constraint displacement_pkey PRIMARY KEY (id),
  constraint displacement_once UNIQUE (outage_id, reservation_id)
);

create table booking.displacement_offer (
  displacement_id uuid not null,
  "position" integer not null,
  resource_id uuid not null,
  during tstzrange not null,
  price_fen bigint not null,
  constraint displacement_offer_position CHECK ("position" >= 1 AND "position" <= 9),
  constraint displacement_offer_displacement_id_fkey FOREIGN KEY (displacement_id) REFERENCES booking.displacement(id),
  constraint displacement_offer_pkey PRIMARY KEY (displacement_id, "position")
);

create table booking.evaluation (
  reservation_id uuid not null,
  resource_id uuid not null,
  provider_id uuid not null,
  organisation_id uuid not null,
  person_id uuid not null,
  condition integer not null,
  service integer not null,
  process integer not null,
  words text,
  created_at timestamp with time zone not null,
  constraint evaluation_marks CHECK (condition >= 1 AND condition <= 5 AND service >= 1 AND service <= 5 AND process >= 1 AND process <= 5),
  constraint evaluation_words CHECK (length(words) >= 1 AND length(words) <= 1000),
  constraint evaluation_pkey PRIMARY KEY (reservation_id)
);

create table booking.evaluation_reply (
  reservation_id uuid not null,
  provider_id uuid not null,
  words text not null,
  replied_by uuid not null,
  replied_at timestamp with time zone not null,
  constraint evaluation_reply_words CHECK (length(words) >= 1 AND length(words) <= 1000),
  constraint evaluation_reply_reservation_id_fkey FOREIGN KEY (reservation_id) REFERENCES booking.evaluation(reservation_id),
  constraint evaluation_reply_pkey PRIMARY KEY (reservation_id)
);

create table booking.fault_photo (
  report_id uuid not null,
  file_id uuid not null,
  added_at timestamp with time zone not null,
  constraint fault_photo_report_id_fkey FOREIGN KEY (report_id) REFERENCES booking.fault_report(id),
  constraint fault_photo_pkey PRIMARY KEY (report_id, file_id)
);

create table booking.fault_report (
  id uuid not null,
  number text not null,
  resource_id uuid not null,
  provider_id uuid not null,
  reservation_id uuid,
  organisation_id uuid not null,
  reported_by uuid not null,
  reported_at timestamp with time zone not null,
  impact text not null,
  description text not null,
  state text default 'open'::text not null,
  verdict text,
  triage_note text,
  triaged_by uuid,
  triaged_at timestamp with time zone,
  outage_id uuid,
  resolution text,
  resolved_by uuid,
  resolved_at timestamp with time zone,
  version integer default 1 not null,
  constraint fault_report_impact CHECK (impact = ANY (ARRAY['usable'::text, 'limited'::text, 'down'::text])),
  constraint fault_report_resolved CHECK ((state = 'resolved'::text) = (resolved_at IS NOT NULL) AND (resolved_at IS NULL) = (resolution IS NULL)),
  constraint fault_report_state CHECK (state = ANY (ARRAY['open'::text, 'triaged'::text, 'resolved'::text])),
  constraint fault_report_texts CHECK (length(description) >= 1 AND length(description) <= 2000 AND length(triage_note) <= 1000 AND length(resolution) <= 2000),
  constraint fault_report_triaged CHECK ((state = 'open'::text) = (verdict IS NULL) AND (verdict IS NULL) = (triaged_at IS NULL)),
  constraint fault_report_verdict CHECK (verdict = ANY (ARRAY['usable'::text, 'limited'::text, 'down'::text])),
  constraint fault_report_outage_id_fkey FOREIGN KEY (outage_id) REFERENCES booking.outage(id),
  constraint fault_report_pkey PRIMARY KEY (id),
  constraint fault_report_number UNIQUE (number)
);

create table booking.ground_loss (
  id uuid not null,
  reservation_id uuid not null,
  resource_id uuid not null,
  provider_id uuid not null,
  person_id uuid not null,
  cause text not null,
  needed_level integer not null,
  state text default 'open'::text not null,
  found_at timestamp with time zone not null,
  decided_at timestamp with time zone,
  decided_by uuid,
  constraint ground_loss_cause CHECK (cause = ANY (ARRAY['suspended'::text, 'lapsed'::text, 'rule'::text])),
  constraint ground_loss_decided CHECK ((state = 'open'::text) = (decided_at IS NULL)),
  constraint ground_loss_state CHECK (state = ANY (ARRAY['open'::text, 'with_operator'::text, 'released'::text, 'restored'::text, 'gone'::text])),
  constraint ground_loss_pkey PRIMARY KEY (id)
);

create table booking.invitation (
  reservation_id uuid not null,
  person_id uuid not null,
  sequence integer not null,
  sent_at timestamp with time zone not null,
  constraint invitation_sequence CHECK (sequence >= 0),
  constraint invitation_pkey PRIMARY KEY (reservation_id, person_id)
);

create table booking.invitation_refusal (
  person_id uuid not null,
  refused_at timestamp with time zone not null,
  constraint invitation_refusal_pkey PRIMARY KEY (person_id)
);

create table booking.move_request (
  id uuid not null,
  reservation_id uuid not null,
  resource_id uuid not null,
  provider_id uuid not null,
  organisation_id uuid not null,
  asked_by uuid not null,
  asked_at timestamp with time zone not null,
  during tstzrange not null,
  blocked tstzrange not null,
  unit integer not null,
  held_parts integer not null,
  operation text not null,
  price_fen bigint not null,
  price_lines jsonb not null,
  charge_by text not null,
  free_cancel_until timestamp with time zone not null,
  late_cancel_percent integer not null,
  no_show_fee_fen bigint not null,
  words text,
  state text default 'open'::text not null,
  decide_until timestamp with time zone not null,
  ended_at timestamp with time zone,
  ended_by uuid,
  constraint move_request_ended CHECK ((state = 'open'::text) = (ended_at IS NULL)),
  constraint move_request_price CHECK (price_fen >= 0 AND no_show_fee_fen >= 0 AND no_show_fee_fen <= price_fen),
  constraint move_request_range CHECK (NOT isempty(during) AND lower_inc(during) AND NOT upper_inc(during) AND blocked @> during),
  constraint move_request_state CHECK (state = ANY (ARRAY['open'::text, 'approved'::text, 'declined'::text, 'withdrawn'::text, 'expired'::text, 'void'::text])),
  constraint move_request_unit CHECK (unit >= 1 AND unit <= 50 AND held_parts >= 0 AND held_parts <= 2),
  constraint move_request_words CHECK (length(words) >= 1 AND length(words) <= 500),
  constraint move_request_pkey PRIMARY KEY (id)
);

create table booking.no_show (
  id uuid not null,
  reservation_id uuid not null,
  resource_id uuid not null,
  provider_id uuid not null,
  organisation_id uuid not null,
  person_id uuid not null,
  points integer not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  expires_at timestamp with time zone not null,
  appealed_at timestamp with time zone,
  appeal_text text,
  decided_at timestamp with time zone,
  decided_by uuid,
  is_upheld boolean,
  decision_text text,
  version integer default 1 not null,
  constraint no_show_appeal CHECK ((appealed_at IS NULL) = (appeal_text IS NULL) AND length(appeal_text) >= 1 AND length(appeal_text) <= 1000),
  constraint no_show_decision CHECK ((decided_at IS NULL) = (is_upheld IS NULL) AND (decided_at IS NULL OR appealed_at IS NOT NULL) AND length(decision_text) <= 1000),
  constraint no_show_points CHECK (points >= 1 AND points <= 10 AND expires_at > recorded_at),
  constraint no_show_second_person CHECK (decided_by <> recorded_by),
  constraint no_show_pkey PRIMARY KEY (id),
  constraint no_show_once UNIQUE (reservation_id)
);

create table booking.no_show_policy (
  provider_id uuid not null,
  points integer default 1 not null,
  threshold integer default 3 not null,
  expires_after_days integer default 90 not null,
  version integer default 1 not null,
  updated_at timestamp with time zone not null,
  updated_by uuid,
  constraint no_show_policy_expiry CHECK (expires_after_days >= 1 AND expires_after_days <= 730),
  constraint no_show_policy_points CHECK (points >= 1 AND points <= 10),
  constraint no_show_policy_threshold CHECK (threshold >= 1 AND threshold <= 100),
  constraint no_show_policy_pkey PRIMARY KEY (provider_id)
);

create table booking.outage (
  id uuid not null,
  number text not null,
  provider_id uuid not null,
  series_id uuid,
  type text not null,
  state text default 'declared'::text not null,
  is_sudden boolean not null,
  reason text not null,
  note text,
  during tstzrange not null,
  declared_by uuid not null,
  declared_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  version integer default 1 not null,
  updated_at timestamp with time zone not null,
  constraint outage_ended CHECK ((state = 'declared'::text) = (ended_at IS NULL)),
  constraint outage_range CHECK (NOT isempty(during) AND lower_inc(during) AND NOT upper_inc(during)),
  constraint outage_state CHECK (state = ANY (ARRAY['declared'::text, 'ended'::text, 'called_off'::text])),
  constraint outage_texts CHECK (length(reason) >= 1 AND length(reason) <= 200 AND length(note) <= 1000 AND length(number) <= 40),
  constraint outage_type CHECK (type = ANY (ARRAY['maintenance'::text, 'calibration'::text, 'fault'::text, 'cleaning'::text, 'move'::text, 'other'::text])),
  constraint outage_pkey PRIMARY KEY (id),
  constraint outage_number UNIQUE (number)
);

create table booking.outage_resource (
  outage_id uuid not null,
  resource_id uuid not null,
  units integer[],
  constraint outage_resource_units CHECK (cardinality(units) >= 1 AND cardinality(units) <= 49 AND (1 <= ALL (units)) AND (50 >= ALL (units))),
  constraint outage_resource_outage_id_fkey FOREIGN KEY (outage_id) REFERENCES booking.outage(id),
  constraint outage_resource_pkey PRIMARY KEY (outage_id, resource_id)
);

create table booking.passport_share (
  id uuid not null,
  person_id uuid not null,
  provider_id uuid not null,
  shared_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  constraint passport_share_revoked CHECK (revoked_at >= shared_at),
  constraint passport_share_pkey PRIMARY KEY (id)
);

create table booking.qualification (
  id uuid not null,
  provider_id uuid not null,
  resource_id uuid not null,
  person_id uuid not null,
  level integer not null,
  ground text not null,
  ground_id uuid,
  reason text,
  valid_from timestamp with time zone not null,
  valid_until timestamp with time zone,
  granted_by uuid,
  granted_at timestamp with time zone not null,
  suspended_at timestamp with time zone,
  suspended_by uuid,
  suspend_reason text,
  version integer default 1 not null,
  updated_at timestamp with time zone not null,
  constraint qualification_ground CHECK (ground = ANY (ARRAY['training'::text, 'test'::text, 'recognition'::text, 'by_hand'::text])),
  constraint qualification_grounded CHECK ((ground = 'by_hand'::text) = (ground_id IS NULL) AND (ground <> 'by_hand'::text OR reason IS NOT NULL)),
  constraint qualification_level CHECK (level >= 1 AND level <= 3),
  constraint qualification_suspended CHECK ((suspended_at IS NULL) = (suspended_by IS NULL) AND (suspended_at IS NULL) = (suspend_reason IS NULL)),
  constraint qualification_texts CHECK (length(reason) >= 1 AND length(reason) <= 500 AND length(suspend_reason) >= 1 AND length(suspend_reason) <= 500),
  constraint qualification_valid CHECK (valid_until > valid_from),
  constraint qualification_pkey PRIMARY KEY (id),
  constraint qualification_once UNIQUE (resource_id, person_id, level)
);

create table booking.qualification_rule (
  resource_id uuid not null,
  provider_id uuid not null,
  level integer not null,
  after_hours_level integer,
  day_start_minute integer default 480 not null,
  day_end_minute integer default 1080 not null,
  is_weekend_after_hours boolean default true not null,
  disuse_days integer,
  validity_months integer,
  includes_inside boolean default false not null,
  version integer default 1 not null,
  updated_at timestamp with time zone not null,
  updated_by uuid,
  constraint qualification_rule_asks CHECK (level > 0 OR after_hours_level IS NOT NULL),
  constraint qualification_rule_day CHECK (day_start_minute >= 0 AND day_start_minute <= 1440 AND day_end_minute >= 0 AND day_end_minute <= 1440 AND day_start_minute < day_end_minute),
  constraint qualification_rule_lapse CHECK (disuse_days >= 7 AND disuse_days <= 1825 AND validity_months >= 1 AND validity_months <= 120),
  constraint qualification_rule_level CHECK (level >= 0 AND level <= 3 AND after_hours_level >= 1 AND after_hours_level <= 3 AND after_hours_level > level),
  constraint qualification_rule_pkey PRIMARY KEY (resource_id)
);

create table booking.recognition_rule (
  id uuid not null,
  provider_id uuid not null,
  from_provider_id uuid not null,
  class_code text not null,
  max_level integer not null,
  created_at timestamp with time zone not null,
  created_by uuid not null,
  constraint recognition_rule_level CHECK (max_level >= 1 AND max_level <= 3),
  constraint recognition_rule_other CHECK (provider_id <> from_provider_id AND length(class_code) >= 1 AND length(class_code) <= 20),
  constraint recognition_rule_pkey PRIMARY KEY (id),
  constraint recognition_rule_once UNIQUE (provider_id, from_provider_id, class_code)
);

create table booking.reservation (
  id uuid not null,
  resource_id uuid not null,
  unit integer default 1 not null,
  provider_id uuid not null,
  number text not null,
  kind text not null,
  state text not null,
  during tstzrange not null,
  blocked tstzrange not null,
  held_until timestamp with time zone,
  is_hold_extended boolean default false not null,
  organisation_id uuid not null,
  booker_id uuid not null,
  placed_by uuid not null,
  customer_class text not null,
  operation text default 'self_service'::text not null,
  project text,
  note text,
  price_fen bigint not null,
  price_lines jsonb not null,
  free_cancel_until timestamp with time zone not null,
  late_cancel_percent integer not null,
  ended_at timestamp with time zone,
  ended_by uuid,
  end_reason text,
  cancel_fee_fen bigint,
  version integer default 1 not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  decide_until timestamp with time zone,
  awaits text,
  request_cause text,
  asked_during tstzrange,
  decline_reason text,
  outage_id uuid,
  charge_by text default 'booked'::text not null,
  group_id uuid,
  no_show_fee_fen bigint default 0 not null,
  booked_until timestamp with time zone,
  moves_id uuid,
  constraint reservation_awaits CHECK (awaits = ANY (ARRAY['provider'::text, 'customer'::text])),
  constraint reservation_charge_by CHECK (charge_by = ANY (ARRAY['booked'::text, 'actual'::text, 'longer'::text])),
  constraint reservation_class CHECK (customer_class = ANY (ARRAY['inside'::text, 'member'::text, 'academic'::text, 'enterprise'::text, 'outside_district'::text])),
  constraint reservation_decline_reason CHECK ((decline_reason IS NOT NULL) = (state = 'declined'::text) AND (decline_reason = ANY (ARRAY['no_staff'::text, 'own_use'::text, 'instrument_condition'::text, 'purpose_unsuitable'::text, 'sample_unsuitable'::text, 'not_qualified'::text, 'other'::text]))),
  constraint reservation_freed CHECK (booked_until IS NULL OR state = 'completed'::text AND booked_until > upper(during)),
  constraint reservation_held CHECK ((state = 'held'::text) = (held_until IS NOT NULL)),
  constraint reservation_kind CHECK (kind = ANY (ARRAY['customer'::text, 'internal'::text, 'outage'::text, 'move'::text])),
  constraint reservation_moves CHECK ((kind = 'move'::text) = (moves_id IS NOT NULL)),
  constraint reservation_no_show_fee CHECK (no_show_fee_fen >= 0 AND no_show_fee_fen <= price_fen),
  constraint reservation_operation CHECK (operation = ANY (ARRAY['self_service'::text, 'with_operator'::text])),
  constraint reservation_outage CHECK (outage_id IS NULL OR kind = 'outage'::text),
  constraint reservation_pending CHECK ((state = 'pending'::text) = (decide_until IS NOT NULL) AND (state = 'pending'::text) = (awaits IS NOT NULL)),
  constraint reservation_price CHECK (price_fen >= 0 AND cancel_fee_fen >= 0 AND cancel_fee_fen <= price_fen),
  constraint reservation_range CHECK (NOT isempty(during) AND lower_inc(during) AND NOT upper_inc(during) AND blocked @> during),
  constraint reservation_request_cause CHECK (request_cause = ANY (ARRAY['calendar'::text, 'no_show'::text])),
  constraint reservation_state CHECK (state = ANY (ARRAY['held'::text, 'pending'::text, 'confirmed'::text, 'in_use'::text, 'completed'::text, 'cancelled'::text, 'declined'::text, 'released'::text, 'expired'::text, 'no_show'::text])),
  constraint reservation_texts CHECK (length(project) <= 200 AND length(note) <= 1000 AND length(end_reason) <= 500 AND length(number) <= 40),
  constraint reservation_unit CHECK (unit >= 1 AND unit <= 50 OR unit >= '-50'::integer AND unit <= '-1'::integer AND kind <> 'outage'::text),
  constraint reservation_pkey PRIMARY KEY (id, resource_id),
  constraint reservation_no_overlap EXCLUDE USING gist (resource_id WITH =, unit WITH =, blocked WITH &&) WHERE (state = ANY (ARRAY['held'::text, 'pending'::text, 'confirmed'::text, 'in_use'::text, 'completed'::text]))
);

create table booking.reservation_group (
  id uuid not null,
  number text not null,
  kind text not null,
  provider_id uuid not null,
  organisation_id uuid not null,
  booker_id uuid not null,
  rule text,
  first_day date,
  excluded_days text[] default '{}'::text[] not null,
  added_days text[] default '{}'::text[] not null,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint reservation_group_kind CHECK (kind = ANY (ARRAY['series'::text, 'bundle'::text])),
  constraint reservation_group_rule CHECK ((kind = 'series'::text) = (rule IS NOT NULL) AND (kind = 'series'::text) = (first_day IS NOT NULL)),
  constraint reservation_group_texts CHECK (length(number) <= 40 AND length(rule) <= 300),
  constraint reservation_group_pkey PRIMARY KEY (id),
  constraint reservation_group_number UNIQUE (number)
);

create table booking.running_use (
  id uuid not null,
  resource_id uuid not null,
  unit integer not null,
  provider_id uuid not null,
  reservation_id uuid,
  organisation_id uuid not null,
  person_id uuid,
  started_at timestamp with time zone not null,
  planned_end timestamp with time zone not null,
  source text not null,
  device text,
  purpose text,
  constraint running_use_source CHECK (source = ANY (ARRAY['page'::text, 'qr'::text, 'api_key'::text, 'staff'::text])),
  constraint running_use_texts CHECK (length(device) <= 100 AND length(purpose) <= 200),
  constraint running_use_pkey PRIMARY KEY (id),
  constraint running_use_reservation UNIQUE (reservation_id),
  constraint running_use_unit UNIQUE (resource_id, unit)
);

create table booking.sample_day (
  resource_id uuid not null,
  day date not null,
  capacity integer not null,
  taken integer not null,
  constraint sample_day_capacity CHECK (taken >= 0 AND taken <= capacity),
  constraint sample_day_resource_id_fkey FOREIGN KEY (resource_id) REFERENCES booking.sample_queue(resource_id),
  constraint sample_day_pkey PRIMARY KEY (resource_id, day)
);

create table booking.sample_place (
  submission_id uuid not null,
  day date not null,
  samples integer not null,
  constraint sample_place_samples CHECK (samples >= 1),
  constraint sample_place_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES booking.sample_submission(id),
  constraint sample_place_pkey PRIMARY KEY (submission_id, day)
);

create table booking.sample_queue (
  resource_id uuid not null,
  provider_id uuid not null,
  is_accepting boolean default true not null,
  daily_capacity integer not null,
  lead_days integer default 1 not null,
  max_samples integer default 20 not null,
  instructions text,
  version integer default 1 not null,
  updated_at timestamp with time zone not null,
  updated_by uuid,
  constraint sample_queue_capacity CHECK (daily_capacity >= 1 AND daily_capacity <= 10000),
  constraint sample_queue_instructions CHECK (length(instructions) <= 2000),
  constraint sample_queue_lead CHECK (lead_days >= 0 AND lead_days <= 60),
  constraint sample_queue_max CHECK (max_samples >= 1 AND max_samples <= 1000),
  constraint sample_queue_pkey PRIMARY KEY (resource_id)
);

create table booking.sample_submission (
  id uuid not null,
  number text not null,
  resource_id uuid not null,
  provider_id uuid not null,
  organisation_id uuid not null,
  booker_id uuid not null,
  state text default 'queued'::text not null,
  "position" bigint not null,
  sample_count integer not null,
  sample_kind text not null,
  project text,
  note text,
  customer_class text not null,
  unit_price_fen bigint not null,
  price_fen bigint not null,
  first_promised_day date not null,
  promised_day date not null,
  received_at timestamp with time zone,
  started_at timestamp with time zone,
  ended_at timestamp with time zone,
  ended_by uuid,
  end_reason text,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint sample_submission_class CHECK (customer_class = ANY (ARRAY['inside'::text, 'member'::text, 'academic'::text, 'enterprise'::text, 'outside_district'::text])),
  constraint sample_submission_count CHECK (sample_count >= 1 AND sample_count <= 1000),
  constraint sample_submission_end CHECK ((ended_at IS NOT NULL) = (state = ANY (ARRAY['done'::text, 'cancelled'::text]))),
  constraint sample_submission_price CHECK (unit_price_fen >= 0 AND price_fen >= 0),
  constraint sample_submission_state CHECK (state = ANY (ARRAY['queued'::text, 'received'::text, 'running'::text, 'done'::text, 'cancelled'::text])),
  constraint sample_submission_texts CHECK (length(number) <= 40 AND length(sample_kind) >= 1 AND length(sample_kind) <= 200 AND length(project) <= 200 AND length(note) <= 1000 AND length(end_reason) <= 500),
  constraint sample_submission_resource_id_fkey FOREIGN KEY (resource_id) REFERENCES booking.sample_queue(resource_id),
  constraint sample_submission_pkey PRIMARY KEY (id)
);

create table booking.secret_address (
  id uuid not null,
  token_hash bytea not null,
  purpose text not null,
  subject text not null,
  subject_id uuid not null,
  detail text not null,
  provider_id uuid,
  holder_id uuid not null,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  last_read_at timestamp with time zone,
  constraint secret_address_detail CHECK (
CASE detail
    WHEN 'full'::text THEN purpose = 'feed'::text AND provider_id IS DISTINCT FROM holder_id
    WHEN 'organisation'::text THEN purpose = 'door'::text AND holder_id = provider_id
    WHEN 'busy'::text THEN holder_id = provider_id
    ELSE false
END),
  constraint secret_address_purpose CHECK (purpose = ANY (ARRAY['feed'::text, 'door'::text])),
  constraint secret_address_subject CHECK (
CASE subject
    WHEN 'person'::text THEN purpose = 'feed'::text AND detail = 'full'::text AND provider_id IS NULL AND holder_id = subject_id
    WHEN 'provider'::text THEN purpose = 'feed'::text AND provider_id = subject_id
    WHEN 'site'::text THEN provider_id IS NOT NULL
    WHEN 'resource'::text THEN provider_id IS NOT NULL
    ELSE false
END),
  constraint secret_address_pkey PRIMARY KEY (id),
  constraint secret_address_one UNIQUE (purpose, subject, subject_id, holder_id),
  constraint secret_address_token UNIQUE (token_hash)
);

create table booking.tariff (
  id uuid not null,
  resource_id uuid not null,
  provider_id uuid not null,
  state text default 'draft'::text not null,
  valid_from date not null,
  bands jsonb not null,
  packages jsonb not null,
  extras jsonb not null,
  minimum_fen bigint,
  charges_inside boolean not null,
  charge_by text not null,
  build_up jsonb,
  note text,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  created_by uuid not null,
  updated_at timestamp with time zone not null,
  updated_by uuid not null,
  published_at timestamp with time zone,
  published_by uuid,
  no_show_percent integer,
  no_show_fen bigint,
  constraint tariff_charge_by CHECK (charge_by = ANY (ARRAY['booked'::text, 'actual'::text, 'longer'::text])),
  constraint tariff_lists CHECK (jsonb_array_length(bands) <= 10 AND jsonb_array_length(packages) <= 10 AND jsonb_array_length(extras) <= 20),
  constraint tariff_minimum CHECK (minimum_fen >= 1 AND minimum_fen <= '100000000000'::bigint),
  constraint tariff_no_show CHECK (num_nonnulls(no_show_percent, no_show_fen) <= 1 AND no_show_percent >= 1 AND no_show_percent <= 100 AND no_show_fen >= 1 AND no_show_fen <= '100000000000'::bigint),
  constraint tariff_note CHECK (length(note) >= 1 AND length(note) <= 1000),
  constraint tariff_published CHECK ((published_at IS NULL) = (state = 'draft'::text) AND (published_by IS NULL) = (state = 'draft'::text)),
  constraint tariff_state CHECK (state = ANY (ARRAY['draft'::text, 'published'::text, 'withdrawn'::text])),
  constraint tariff_pkey PRIMARY KEY (id)
);

create table booking.test (
  id uuid not null,
  provider_id uuid not null,
  published_number integer,
  is_retired boolean default false not null,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  created_by uuid not null,
  constraint test_pkey PRIMARY KEY (id)
);

create table booking.test_attempt (
  id uuid not null,
  test_id uuid not null,
  test_number integer not null,
  provider_id uuid not null,
  person_id uuid not null,
  attempt integer not null,
  seed integer not null,
  started_at timestamp with time zone not null,
  submitted_at timestamp with time zone,
  answers jsonb,
  correct_count integer,
  question_count integer not null,
  is_passed boolean,
  constraint test_attempt_correct CHECK (correct_count >= 0 AND correct_count <= question_count),
  constraint test_attempt_submitted CHECK ((submitted_at IS NULL) = (answers IS NULL) AND (submitted_at IS NULL) = (is_passed IS NULL) AND (submitted_at IS NULL) = (correct_count IS NULL)),
  constraint test_attempt_version FOREIGN KEY (test_id, test_number) REFERENCES booking.test_version(test_id, number),
  constraint test_attempt_pkey PRIMARY KEY (id),
  constraint test_attempt_once UNIQUE (test_id, person_id, attempt)
);

create table booking.test_version (
  test_id uuid not null,
  number integer not null,
  title text not null,
  intro text,
  questions jsonb not null,
  pass_percent integer not null,
  attempt_limit integer,
  pause_hours integer not null,
  is_shuffled boolean not null,
  grants_level integer,
  resource_ids uuid[] not null,
  validity_months integer,
  published_at timestamp with time zone,
  published_by uuid,
  updated_at timestamp with time zone not null,
  constraint test_version_grants CHECK (grants_level >= 1 AND grants_level <= 3 AND validity_months >= 1 AND validity_months <= 120),
  constraint test_version_pass CHECK (pass_percent >= 1 AND pass_percent <= 100 AND attempt_limit >= 1 AND attempt_limit <= 20 AND pause_hours >= 0 AND pause_hours <= 720),
  constraint test_version_published CHECK ((published_at IS NULL) = (published_by IS NULL)),
  constraint test_version_questions CHECK (jsonb_array_length(questions) >= 1 AND jsonb_array_length(questions) <= 100),
  constraint test_version_texts CHECK (length(title) >= 1 AND length(title) <= 100 AND length(intro) <= 2000),
  constraint test_version_test_id_fkey FOREIGN KEY (test_id) REFERENCES booking.test(id),
  constraint test_version_pkey PRIMARY KEY (test_id, number)
);

create table booking.training (
  id uuid not null,
  number text not null,
  provider_id uuid not null,
  state text default 'open'::text not null,
  title text not null,
  description text,
  level integer not null,
  during tstzrange not null,
  location text not null,
  places integer not null,
  fee_fen bigint not null,
  trainer_id uuid not null,
  test_id uuid,
  takes_instruments boolean not null,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  end_reason text,
  version integer default 1 not null,
  updated_at timestamp with time zone not null,
  constraint training_fee CHECK (fee_fen >= 0),
  constraint training_level CHECK (level >= 1 AND level <= 3),
  constraint training_places CHECK (places >= 1 AND places <= 200),
  constraint training_range CHECK (NOT isempty(during) AND lower_inc(during) AND NOT upper_inc(during)),
  constraint training_state CHECK ((state = ANY (ARRAY['open'::text, 'finished'::text, 'cancelled'::text])) AND (state = 'open'::text) = (ended_at IS NULL)),
  constraint training_texts CHECK (length(title) >= 1 AND length(title) <= 100 AND length(description) <= 2000 AND length(location) >= 1 AND length(location) <= 200 AND length(number) <= 40 AND length(end_reason) >= 1 AND length(end_reason) <= 500),
  constraint training_test_id_fkey FOREIGN KEY (test_id) REFERENCES booking.test(id),
  constraint training_pkey PRIMARY KEY (id),
  constraint training_number UNIQUE (number)
);

create table booking.training_enrolment (
  id uuid not null,
  training_id uuid not null,
  person_id uuid not null,
  organisation_id uuid not null,
  state text not null,
  place integer,
  fee_fen bigint not null,
  enrolled_at timestamp with time zone not null,
  left_at timestamp with time zone,
  result_by uuid,
  result_at timestamp with time zone,
  version integer default 1 not null,
  constraint training_enrolment_fee CHECK (fee_fen >= 0),
  constraint training_enrolment_placed CHECK ((state = ANY (ARRAY['waiting'::text, 'left'::text])) = (place IS NULL)),
  constraint training_enrolment_result CHECK ((state = ANY (ARRAY['passed'::text, 'failed'::text, 'absent'::text])) = (result_at IS NOT NULL)),
  constraint training_enrolment_state CHECK (state = ANY (ARRAY['enrolled'::text, 'waiting'::text, 'left'::text, 'passed'::text, 'failed'::text, 'absent'::text])),
  constraint training_enrolment_place FOREIGN KEY (training_id, place) REFERENCES booking.training_place(training_id, place),
  constraint training_enrolment_training_id_fkey FOREIGN KEY (training_id) REFERENCES booking.training(id),
  constraint training_enrolment_pkey PRIMARY KEY (id),
  constraint training_enrolment_once UNIQUE (training_id, person_id),
  constraint training_enrolment_place_once UNIQUE (training_id, place)
);

create table booking.training_place (
  training_id uuid not null,
  place integer not null,
  constraint training_place_training_id_fkey FOREIGN KEY (training_id) REFERENCES booking.training(id),
  constraint training_place_pkey PRIMARY KEY (training_id, place)
);

create table booking.training_resource (
  training_id uuid not null,
  resource_id uuid not null,
  reservation_id uuid,
  constraint training_resource_training_id_fkey FOREIGN KEY (training_id) REFERENCES booking.training(id),
  constraint training_resource_pkey PRIMARY KEY (training_id, resource_id)
);

create table booking.use_code (
  resource_id uuid not null,
  provider_id uuid not null,
  code text not null,
  created_at timestamp with time zone not null,
  created_by uuid,
  constraint use_code_form CHECK (code ~ '^[0-9A-HJKMNP-TV-Z]{10}$'::text),
  constraint use_code_pkey PRIMARY KEY (resource_id),
  constraint use_code_code UNIQUE (code)
);

create table booking.use_consumable (
  id uuid not null,
  reservation_id uuid not null,
  consumable_id uuid not null,
  quantity integer not null,
  unit_price_fen bigint not null,
  added_by uuid,
  added_at timestamp with time zone not null,
  constraint use_consumable_quantity CHECK (quantity >= 1 AND quantity <= 10000),
  constraint use_consumable_consumable_id_fkey FOREIGN KEY (consumable_id) REFERENCES booking.consumable(id),
  constraint use_consumable_pkey PRIMARY KEY (id)
);

create table booking.use_correction (
  id uuid not null,
  use_id uuid not null,
  record_id uuid not null,
  resource_id uuid not null,
  provider_id uuid not null,
  reservation_id uuid,
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone not null,
  adjust_fen bigint not null,
  reason text not null,
  state text default 'proposed'::text not null,
  proposed_by uuid not null,
  proposed_at timestamp with time zone not null,
  decided_by uuid,
  decided_at timestamp with time zone,
  decision_text text,
  constraint use_correction_decided CHECK ((state = 'proposed'::text) = (decided_at IS NULL) AND (state = 'proposed'::text) = (decided_by IS NULL)),
  constraint use_correction_range CHECK (started_at <= ended_at),
  constraint use_correction_second_person CHECK ((state <> ALL (ARRAY['confirmed'::text, 'declined'::text])) OR decided_by <> proposed_by),
  constraint use_correction_state CHECK (state = ANY (ARRAY['proposed'::text, 'confirmed'::text, 'declined'::text, 'withdrawn'::text])),
  constraint use_correction_texts CHECK (length(reason) >= 1 AND length(reason) <= 500 AND length(decision_text) <= 500),
  constraint use_correction_record_id_fkey FOREIGN KEY (record_id) REFERENCES booking.use_record(id),
  constraint use_correction_pkey PRIMARY KEY (id)
);

create table booking.use_event (
  id uuid not null,
  use_id uuid,
  resource_id uuid not null,
  provider_id uuid not null,
  reservation_id uuid,
  kind text not null,
  at timestamp with time zone not null,
  received_at timestamp with time zone not null,
  source text not null,
  device text,
  device_event text,
  device_at timestamp with time zone,
  skew_seconds integer,
  outcome text not null,
  recorded_by uuid,
  constraint use_event_device CHECK (length(device) <= 100 AND length(device_event) <= 100 AND (device_event IS NULL OR device IS NOT NULL)),
  constraint use_event_kind CHECK (kind = ANY (ARRAY['start'::text, 'end'::text])),
  constraint use_event_outcome CHECK ((outcome = ANY (ARRAY['started'::text, 'finished'::text, 'unmatched'::text])) AND (outcome = 'unmatched'::text) = (use_id IS NULL)),
  constraint use_event_source CHECK (source = ANY (ARRAY['page'::text, 'qr'::text, 'api_key'::text, 'staff'::text, 'inferred'::text])),
  constraint use_event_pkey PRIMARY KEY (id)
);

create table booking.use_record (
  id uuid not null,
  use_id uuid not null,
  replaces uuid,
  resource_id uuid not null,
  unit integer not null,
  provider_id uuid not null,
  reservation_id uuid,
  organisation_id uuid not null,
  person_id uuid,
  is_outside boolean not null,
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone not null,
  start_source text not null,
  end_source text not null,
  is_proved boolean not null,
  device text,
  purpose text,
  recorded_by uuid,
  recorded_at timestamp with time zone not null,
  reason text,
  confirmed_by uuid,
  constraint use_record_range CHECK (started_at <= ended_at),
  constraint use_record_second_person CHECK (confirmed_by <> recorded_by AND (replaces IS NOT NULL) = (confirmed_by IS NOT NULL)),
  constraint use_record_sources CHECK ((start_source = ANY (ARRAY['page'::text, 'qr'::text, 'api_key'::text, 'staff'::text, 'inferred'::text])) AND (end_source = ANY (ARRAY['page'::text, 'qr'::text, 'api_key'::text, 'staff'::text, 'inferred'::text]))),
  constraint use_record_texts CHECK (length(device) <= 100 AND length(purpose) <= 200 AND length(reason) <= 500),
  constraint use_record_replaces FOREIGN KEY (replaces) REFERENCES booking.use_record(id),
  constraint use_record_pkey PRIMARY KEY (id),
  constraint use_record_replaced_once UNIQUE (replaces)
);

create table booking.use_rules (
  resource_id uuid not null,
  provider_id uuid not null,
  check_in text not null,
  early_minutes integer not null,
  grace_minutes integer not null,
  overrun_minutes integer not null,
  allows_unbooked boolean not null,
  answer_days integer not null,
  version integer default 1 not null,
  updated_at timestamp with time zone not null,
  updated_by uuid,
  frees_rest boolean default true not null,
  constraint use_rules_answer CHECK (answer_days >= 1 AND answer_days <= 30),
  constraint use_rules_check_in CHECK (check_in = ANY (ARRAY['optional'::text, 'required'::text])),
  constraint use_rules_minutes CHECK (early_minutes >= 0 AND early_minutes <= 240 AND grace_minutes >= 5 AND grace_minutes <= 480 AND overrun_minutes >= 0 AND overrun_minutes <= 480),
  constraint use_rules_pkey PRIMARY KEY (resource_id)
);

create table booking.waiting_choice (
  wish_id uuid not null,
  resource_id uuid not null,
  provider_id uuid not null,
  customer_class text not null,
  is_open boolean default true not null,
  constraint waiting_choice_class CHECK (customer_class = ANY (ARRAY['inside'::text, 'member'::text, 'academic'::text, 'enterprise'::text, 'outside_district'::text])),
  constraint waiting_choice_wish_id_fkey FOREIGN KEY (wish_id) REFERENCES booking.waiting_wish(id),
  constraint waiting_choice_pkey PRIMARY KEY (wish_id, resource_id)
);

create table booking.waiting_offer (
  id uuid not null,
  wish_id uuid not null,
  reservation_id uuid not null,
  resource_id uuid not null,
  during tstzrange not null,
  state text default 'open'::text not null,
  offered_at timestamp with time zone not null,
  until timestamp with time zone not null,
  answered_at timestamp with time zone,
  constraint waiting_offer_answered CHECK ((state = 'open'::text) = (answered_at IS NULL)),
  constraint waiting_offer_state CHECK (state = ANY (ARRAY['open'::text, 'accepted'::text, 'declined'::text, 'missed'::text])),
  constraint waiting_offer_wish_id_fkey FOREIGN KEY (wish_id) REFERENCES booking.waiting_wish(id),
  constraint waiting_offer_pkey PRIMARY KEY (id),
  constraint waiting_offer_reservation UNIQUE (reservation_id)
);

create table booking.waiting_policy (
  provider_id uuid not null,
  answer_minutes integer not null,
  class_order text[] not null,
  version integer default 1 not null,
  updated_at timestamp with time zone not null,
  updated_by uuid,
  constraint waiting_policy_answer CHECK (answer_minutes >= 15 AND answer_minutes <= 1440),
  constraint waiting_policy_classes CHECK (class_order <@ ARRAY['inside'::text, 'member'::text, 'academic'::text, 'enterprise'::text, 'outside_district'::text]),
  constraint waiting_policy_pkey PRIMARY KEY (provider_id)
);

create table booking.waiting_wish (
  id uuid not null,
  number text not null,
  organisation_id uuid not null,
  booker_id uuid not null,
  state text default 'waiting'::text not null,
  from_day date not null,
  until_day date not null,
  weekdays integer[] not null,
  from_minute integer not null,
  until_minute integer not null,
  minutes integer not null,
  operation text,
  project text,
  missed_offers integer default 0 not null,
  created_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  updated_at timestamp with time zone not null,
  constraint waiting_wish_days CHECK (until_day >= from_day AND (until_day - from_day) <= 92),
  constraint waiting_wish_ended CHECK ((state = ANY (ARRAY['waiting'::text, 'offered'::text])) = (ended_at IS NULL)),
  constraint waiting_wish_hours CHECK (from_minute >= 0 AND from_minute <= 1439 AND until_minute >= 1 AND until_minute <= 1440 AND minutes >= 5 AND minutes <= 44640 AND minutes <= (until_minute - from_minute)),
  constraint waiting_wish_operation CHECK (operation = ANY (ARRAY['self_service'::text, 'with_operator'::text])),
  constraint waiting_wish_state CHECK (state = ANY (ARRAY['waiting'::text, 'offered'::text, 'booked'::text, 'left'::text, 'expired'::text])),
  constraint waiting_wish_texts CHECK (length(number) <= 40 AND length(project) <= 200),
  constraint waiting_wish_weekdays CHECK (cardinality(weekdays) >= 1 AND cardinality(weekdays) <= 7 AND weekdays <@ ARRAY[1, 2, 3, 4, 5, 6, 7]),
  constraint waiting_wish_pkey PRIMARY KEY (id),
  constraint waiting_wish_number UNIQUE (number)
);

create table catalog.accreditation (
  id uuid not null,
  provider_id uuid not null,
  scheme text not null,
  certificate_no text not null,
  valid_from date not null,
  valid_to date not null,
  withdrawn_on date,
  note text,
  version integer default 1 not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint accreditation_certificate_no_check CHECK (length(certificate_no) >= 1 AND length(certificate_no) <= 100),
  constraint accreditation_days_in_order CHECK (valid_from <= valid_to),
  constraint accreditation_note_check CHECK (length(note) <= 1000),
  constraint accreditation_scheme_check CHECK (scheme = ANY (ARRAY['cma'::text, 'cnas'::text, 'glp'::text])),
  constraint accreditation_pkey PRIMARY KEY (id),
  constraint accreditation_certificate_once UNIQUE (provider_id, scheme, certificate_no, valid_from)
);

create table catalog.accreditation_item (
  id uuid not null,
  accreditation_id uuid not null,
  "position" integer not null,
  product text not null,
  parameter text,
  standard_id uuid,
  standard_text text,
  field_code text,
  limits text,
  resource_id uuid,
  constraint accreditation_item_field_code_check CHECK (length(field_code) <= 50),
  constraint accreditation_item_limits_check CHECK (length(limits) <= 1000),
  constraint accreditation_item_parameter_check CHECK (length(parameter) <= 300),
  constraint accreditation_item_product_check CHECK (length(product) >= 1 AND length(product) <= 300),
  constraint accreditation_item_standard_text_check CHECK (length(standard_text) <= 300),
  constraint accreditation_item_accreditation_id_fkey FOREIGN KEY (accreditation_id) REFERENCES catalog.accreditation(id),
  constraint accreditation_item_resource_id_fkey FOREIGN KEY (resource_id) REFERENCES catalog.resource(id),
  constraint accreditation_item_standard_id_fkey FOREIGN KEY (standard_id) REFERENCES catalog.standard(id),
  constraint accreditation_item_pkey PRIMARY KEY (id),
  constraint accreditation_item_position_once UNIQUE (accreditation_id, "position")
);

create table catalog.device_class (
  code text not null,
  subdivision text default ''::text not null,
  ordinal integer default 1 not null,
  directory_code text not null,
  directory_name text not null,
  group_code text not null,
  group_name text not null,
  name text not null,
  description text,
  intended_use text,
  examples text,
  management_class text not null,
  is_drug_device_combination boolean default false not null,
  source text,
  constraint device_class_code_check CHECK (code ~ '^[0-9]{2}-[0-9]{2}-[0-9]{2}$'::text),
  constraint device_class_description_check CHECK (length(description) <= 2000),
  constraint device_class_directory_name_check CHECK (length(directory_name) <= 200),
  constraint device_class_examples_check CHECK (length(examples) <= 2000),
  constraint device_class_group_name_check CHECK (length(group_name) <= 200),
  constraint device_class_intended_use_check CHECK (length(intended_use) <= 2000),
  constraint device_class_management_class_check CHECK (management_class = ANY (ARRAY['I'::text, 'II'::text, 'III'::text])),
  constraint device_class_name_check CHECK (length(name) <= 200),
  constraint device_class_source_check CHECK (length(source) <= 500),
  constraint device_class_subdivision_check CHECK (length(subdivision) <= 10),
  constraint device_class_pkey PRIMARY KEY (code, subdivision, ordinal)
);

create table catalog.import (
  id uuid not null,
  format text not null,
  organisation_id uuid,
  file_id uuid,
  file_name text not null,
  keeps_library boolean not null,
  source_checked_on date,
  state text not null,
  mode text,
  rows_total integer,
  rows_done integer default 0 not null,
  rows_valid integer,
  rows_rejected integer,
  rows_warned integer,
  rows_created integer,
  rows_updated integer,
  rows_unchanged integer,
  failure jsonb,
  created_by uuid,
  created_at timestamp with time zone default now() not null,
  checked_at timestamp with time zone,
  finished_at timestamp with time zone,
  lines_dropped_at timestamp with time zone,
  constraint import_file_name_check CHECK (length(file_name) >= 1 AND length(file_name) <= 255),
  constraint import_format_check CHECK (length(format) <= 60),
  constraint import_mode_check CHECK (mode = ANY (ARRAY['all_or_nothing'::text, 'valid_rows_only'::text])),
  constraint import_state_check CHECK (state = ANY (ARRAY['uploaded'::text, 'checked'::text, 'applied'::text, 'failed'::text, 'cancelled'::text])),
  constraint import_pkey PRIMARY KEY (id)
);

create table catalog.import_row (
  import_id uuid not null,
  line integer not null,
  sheet text not null,
  row_no integer not null,
  kind text not null,
  state text not null,
  outcome text,
  cells json not null,
  record jsonb,
  problems jsonb default '[]'::jsonb not null,
  warnings jsonb default '[]'::jsonb not null,
  constraint import_row_kind_check CHECK (kind = ANY (ARRAY['resource'::text, 'standard'::text, 'twin'::text, 'price'::text, 'site'::text, 'device_class'::text, 'survey_class'::text, 'accreditation'::text, 'method'::text, 'unknown'::text])),
  constraint import_row_outcome_check CHECK (outcome = ANY (ARRAY['created'::text, 'updated'::text, 'unchanged'::text, 'refused'::text])),
  constraint import_row_sheet_check CHECK (length(sheet) <= 100),
  constraint import_row_state_check CHECK (state = ANY (ARRAY['valid'::text, 'rejected'::text])),
  constraint import_row_import_id_fkey FOREIGN KEY (import_id) REFERENCES catalog.import(id) ON DELETE CASCADE,
  constraint import_row_pkey PRIMARY KEY (import_id, line)
);

create table catalog.method (
  id uuid not null,
  provider_id uuid,
  name_zh text not null,
  name_en text,
  description text,
  created_at timestamp with time zone default now() not null,
  constraint method_description_check CHECK (length(description) <= 2000),
  constraint method_name_en_check CHECK (length(name_en) <= 300),
  constraint method_name_zh_check CHECK (length(name_zh) >= 1 AND length(name_zh) <= 200),
  constraint method_pkey PRIMARY KEY (id),
  constraint method_name_once UNIQUE NULLS NOT DISTINCT (provider_id, name_zh)
);

create table catalog.provider (
  organisation_id uuid not null,
  introduction_zh text,
  introduction_en text,
  website text,
  contact_name text,
  phone text,
  email text,
  established_on date,
  capabilities text[] default '{}'::text[] not null,
  version integer default 1 not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint provider_capabilities_check CHECK (cardinality(capabilities) <= 30),
  constraint provider_contact_name_check CHECK (length(contact_name) <= 100),
  constraint provider_email_check CHECK (length(email) <= 254),
  constraint provider_introduction_en_check CHECK (length(introduction_en) <= 4000),
  constraint provider_introduction_zh_check CHECK (length(introduction_zh) <= 4000),
  constraint provider_phone_check CHECK (length(phone) <= 50),
  constraint provider_website_check CHECK (length(website) <= 500),
  constraint provider_pkey PRIMARY KEY (organisation_id)
);

create table catalog.resource (
  id uuid not null,
  provider_id uuid not null,
  kind text not null,
  inner_number text,
  status text default 'draft'::text not null,
  work_state text default 'draft'::text not null,
  site_id uuid,
  name_zh text,
  name_en text,
  model text,
  manufacturer text,
  manufacturer_country text,
  class_code text,
  summary text,
  description text,
  location text,
  keywords text[] default '{}'::text[] not null,
  device_class_codes text[] default '{}'::text[] not null,
  started_on date,
  original_value_fen bigint,
  turnaround_days integer,
  photo_file_id uuid,
  content jsonb not null,
  working jsonb,
  operating_status text default 'normal'::text not null,
  opening jsonb,
  version integer default 1 not null,
  published_version integer,
  published_at timestamp with time zone,
  submitted_at timestamp with time zone,
  submitted_by uuid,
  retired_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint resource_class_code_check CHECK (class_code ~ '^[0-9a-z]{2,6}$'::text),
  constraint resource_description_check CHECK (length(description) <= 8000),
  constraint resource_device_class_codes_check CHECK (cardinality(device_class_codes) <= 200),
  constraint resource_inner_number_check CHECK (length(inner_number) >= 1 AND length(inner_number) <= 100),
  constraint resource_is_named CHECK (name_zh IS NOT NULL OR name_en IS NOT NULL),
  constraint resource_keywords_check CHECK (cardinality(keywords) <= 30),
  constraint resource_kind_check CHECK (kind = ANY (ARRAY['laboratory'::text, 'instrument'::text, 'testing_service'::text, 'technical_service'::text, 'pilot_line'::text, 'glp_study'::text, 'animal_facility'::text, 'computing'::text, 'data_set'::text, 'clean_room'::text])),
  constraint resource_location_check CHECK (length(location) <= 300),
  constraint resource_manufacturer_check CHECK (length(manufacturer) <= 200),
  constraint resource_manufacturer_country_check CHECK (length(manufacturer_country) <= 100),
  constraint resource_model_check CHECK (length(model) <= 200),
  constraint resource_name_en_check CHECK (length(name_en) <= 300),
  constraint resource_name_zh_check CHECK (length(name_zh) <= 200),
  constraint resource_operating_status_check CHECK (operating_status = ANY (ARRAY['normal'::text, 'occasional_fault'::text, 'under_repair'::text, 'out_of_service'::text])),
  constraint resource_original_value_fen_check CHECK (original_value_fen >= 0),
  constraint resource_states_agree CHECK (status = 'draft'::text AND (work_state = ANY (ARRAY['draft'::text, 'returned'::text])) AND working IS NULL AND published_version IS NULL OR status = 'in_review'::text AND work_state = 'in_review'::text AND working IS NULL AND published_version IS NULL OR (status = ANY (ARRAY['published'::text, 'retired'::text])) AND published_version IS NOT NULL AND (work_state = 'none'::text) = (working IS NULL)),
  constraint resource_status_check CHECK (status = ANY (ARRAY['draft'::text, 'in_review'::text, 'published'::text, 'retired'::text])),
  constraint resource_summary_check CHECK (length(summary) <= 500),
  constraint resource_turnaround_days_check CHECK (turnaround_days >= 0 AND turnaround_days <= 3650),
  constraint resource_work_state_check CHECK (work_state = ANY (ARRAY['none'::text, 'draft'::text, 'in_review'::text, 'returned'::text])),
  constraint resource_site_id_fkey FOREIGN KEY (site_id) REFERENCES catalog.site(id),
  constraint resource_pkey PRIMARY KEY (id),
  constraint resource_inner_number_once UNIQUE (provider_id, inner_number)
);

create table catalog.resource_file (
  resource_id uuid not null,
  file_id uuid not null,
  uploaded_at timestamp with time zone default now() not null,
  constraint resource_file_resource_id_fkey FOREIGN KEY (resource_id) REFERENCES catalog.resource(id),
  constraint resource_file_pkey PRIMARY KEY (resource_id, file_id)
);

create table catalog.resource_method (
  resource_id uuid not null,
  method_id uuid not null,
  "position" integer not null,
  constraint resource_method_method_id_fkey FOREIGN KEY (method_id) REFERENCES catalog.method(id),
  constraint resource_method_resource_id_fkey FOREIGN KEY (resource_id) REFERENCES catalog.resource(id),
  constraint resource_method_pkey PRIMARY KEY (resource_id, method_id)
);

create table catalog.resource_price (
  id uuid not null,
  resource_id uuid not null,
  customer_class text not null,
  unit text not null,
  price_fen bigint not null,
  valid_from date not null,
  valid_to date,
  note text,
  version integer default 1 not null,
  created_at timestamp with time zone default now() not null,
  constraint resource_price_customer_class_check CHECK (customer_class = ANY (ARRAY['inside'::text, 'member'::text, 'academic'::text, 'enterprise'::text, 'outside_district'::text])),
  constraint resource_price_days_in_order CHECK (valid_from <= valid_to),
  constraint resource_price_note_check CHECK (length(note) <= 300),
  constraint resource_price_price_fen_check CHECK (price_fen >= 0 AND price_fen <= '100000000000'::bigint),
  constraint resource_price_unit_check CHECK (unit = ANY (ARRAY['hour'::text, 'sample'::text, 'run'::text, 'batch'::text, 'item'::text, 'day'::text, 'project'::text])),
  constraint resource_price_resource_id_fkey FOREIGN KEY (resource_id) REFERENCES catalog.resource(id),
  constraint resource_price_pkey PRIMARY KEY (id),
  constraint resource_price_no_overlap EXCLUDE USING gist (resource_id WITH =, customer_class WITH =, unit WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&)
);

create table catalog.resource_standard (
  resource_id uuid not null,
  standard_id uuid not null,
  note text,
  "position" integer not null,
  constraint resource_standard_note_check CHECK (length(note) <= 300),
  constraint resource_standard_resource_id_fkey FOREIGN KEY (resource_id) REFERENCES catalog.resource(id),
  constraint resource_standard_standard_id_fkey FOREIGN KEY (standard_id) REFERENCES catalog.standard(id),
  constraint resource_standard_pkey PRIMARY KEY (resource_id, standard_id)
);

create table catalog.resource_version (
  resource_id uuid not null,
  version integer not null,
  content jsonb not null,
  state text not null,
  author_id uuid,
  author_organisation_id uuid,
  at timestamp with time zone not null,
  note text,
  constraint resource_version_note_check CHECK (length(note) <= 4000),
  constraint resource_version_state_check CHECK (state = ANY (ARRAY['draft'::text, 'in_review'::text, 'returned'::text, 'withdrawn'::text, 'published'::text, 'discarded'::text, 'retired'::text])),
  constraint resource_version_resource_id_fkey FOREIGN KEY (resource_id) REFERENCES catalog.resource(id),
  constraint resource_version_pkey PRIMARY KEY (resource_id, version)
);

create table catalog.saved_search (
  id uuid not null,
  person_id uuid not null,
  organisation_id uuid,
  name text not null,
  query text not null,
  conditions jsonb not null,
  notify text not null,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint saved_search_name_check CHECK (length(name) >= 1 AND length(name) <= 100),
  constraint saved_search_notify_check CHECK (notify = ANY (ARRAY['at_once'::text, 'daily'::text, 'never'::text])),
  constraint saved_search_query_check CHECK (length(query) <= 200),
  constraint saved_search_pkey PRIMARY KEY (id)
);

create table catalog.saved_search_match (
  saved_search_id uuid not null,
  resource_id uuid not null,
  found_at timestamp with time zone not null,
  mailed_at timestamp with time zone,
  constraint saved_search_match_saved_search_id_fkey FOREIGN KEY (saved_search_id) REFERENCES catalog.saved_search(id) ON DELETE CASCADE,
  constraint saved_search_match_pkey PRIMARY KEY (saved_search_id, resource_id)
);

create table catalog.search_document (
  resource_id uuid not null,
  draw integer not null,
  kind text not null,
  provider_id uuid not null,
  provider_district text,
  district text,
  class_code text,
  standards text[] not null,
  modes text[] not null,
  cma_until date,
  cnas_until date,
  glp_until date,
  price_inside_fen bigint,
  price_member_fen bigint,
  price_academic_fen bigint,
  price_enterprise_fen bigint,
  price_outside_fen bigint,
  longitude double precision,
  latitude double precision,
  card jsonb not null,
  tokens tsvector not null,
  indexed_on date not null,
  refresh_on date,
  indexed_at timestamp with time zone default now() not null,
  constraint search_document_draw_check CHECK (draw >= 0 AND draw <= 65535),
  constraint search_document_pkey PRIMARY KEY (resource_id)
);

create table catalog.search_miss (
  day date not null,
  query text not null,
  conditions text not null,
  count integer not null,
  last_at timestamp with time zone not null,
  constraint search_miss_conditions_check CHECK (length(conditions) <= 2000),
  constraint search_miss_count_check CHECK (count > 0),
  constraint search_miss_query_check CHECK (length(query) <= 200),
  constraint search_miss_pkey PRIMARY KEY (day, query, conditions)
);

create table catalog.search_synonym (
  id uuid not null,
  terms text[] not null,
  note text,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint search_synonym_note_check CHECK (length(note) >= 1 AND length(note) <= 500),
  constraint search_synonym_terms_check CHECK (cardinality(terms) >= 2 AND cardinality(terms) <= 30),
  constraint search_synonym_pkey PRIMARY KEY (id)
);

create table catalog.search_term (
  kind text not null,
  key text not null,
  text text not null,
  initials text default ''::text not null,
  constraint search_term_key_check CHECK (length(key) >= 1 AND length(key) <= 300),
  constraint search_term_kind_check CHECK (kind = ANY (ARRAY['name'::text, 'model'::text, 'standard'::text, 'word'::text])),
  constraint search_term_text_check CHECK (length(text) >= 1 AND length(text) <= 300),
  constraint search_term_pkey PRIMARY KEY (kind, key)
);

create table catalog.site (
  id uuid not null,
  provider_id uuid not null,
  name text not null,
  name_en text,
  address text not null,
  district text,
  postcode text,
  longitude double precision,
  latitude double precision,
  zone text default 'Asia/Shanghai'::text not null,
  opening jsonb default '[]'::jsonb not null,
  holiday_rule text default 'closed'::text not null,
  day_exceptions jsonb default '[]'::jsonb not null,
  access_note text,
  is_closed boolean default false not null,
  version integer default 1 not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint site_access_note_check CHECK (length(access_note) <= 1000),
  constraint site_address_check CHECK (length(address) >= 1 AND length(address) <= 500),
  constraint site_district_check CHECK (length(district) <= 100),
  constraint site_holiday_rule_check CHECK (holiday_rule = ANY (ARRAY['closed'::text, 'open'::text, 'as_weekday'::text])),
  constraint site_latitude_check CHECK (latitude >= '-90'::integer::double precision AND latitude <= 90::double precision),
  constraint site_longitude_check CHECK (longitude >= '-180'::integer::double precision AND longitude <= 180::double precision),
  constraint site_name_check CHECK (length(name) >= 1 AND length(name) <= 200),
  constraint site_name_en_check CHECK (length(name_en) <= 200),
  constraint site_position_is_whole CHECK ((longitude IS NULL) = (latitude IS NULL)),
  constraint site_postcode_check CHECK (length(postcode) <= 20),
  constraint site_zone_check CHECK (length(zone) >= 1 AND length(zone) <= 64),
  constraint site_pkey PRIMARY KEY (id),
  constraint site_name_once UNIQUE (provider_id, name)
);

create table catalog.standard (
  id uuid not null,
  number text not null,
  number_key text not null,
  base_key text not null,
  title_zh text,
  title_en text,
  field text,
  category text,
  subcategory text,
  published_on date,
  effective_on date,
  effective_note text,
  withdrawn_on date,
  status text not null,
  source text,
  last_checked_on date,
  version integer default 1 not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint standard_category_check CHECK (length(category) <= 100),
  constraint standard_effective_note_check CHECK (length(effective_note) <= 200),
  constraint standard_field_check CHECK (length(field) <= 100),
  constraint standard_number_check CHECK (length(number) >= 2 AND length(number) <= 60),
  constraint standard_source_check CHECK (length(source) <= 500),
  constraint standard_status_check CHECK (status = ANY (ARRAY['active'::text, 'upcoming'::text, 'replaced'::text, 'withdrawn'::text, 'unconfirmed'::text])),
  constraint standard_subcategory_check CHECK (length(subcategory) <= 100),
  constraint standard_title_en_check CHECK (length(title_en) <= 500),
  constraint standard_title_zh_check CHECK (length(title_zh) <= 500),
  constraint standard_pkey PRIMARY KEY (id),
  constraint standard_number_once UNIQUE (number_key)
);

create table catalog.standard_notice (
  resource_id uuid not null,
  standard_id uuid not null,
  told_at timestamp with time zone not null,
  constraint standard_notice_resource_id_fkey FOREIGN KEY (resource_id) REFERENCES catalog.resource(id) ON DELETE CASCADE,
  constraint standard_notice_standard_id_fkey FOREIGN KEY (standard_id) REFERENCES catalog.standard(id) ON DELETE CASCADE,
  constraint standard_notice_pkey PRIMARY KEY (resource_id, standard_id)
);

create table catalog.standard_succession (
  predecessor_id uuid not null,
  successor_id uuid not null,
  basis text not null,
  constraint standard_succession_basis_check CHECK (basis = ANY (ARRAY['stated'::text, 'same_number'::text])),
  constraint standard_succession_not_self CHECK (predecessor_id <> successor_id),
  constraint standard_succession_predecessor_id_fkey FOREIGN KEY (predecessor_id) REFERENCES catalog.standard(id),
  constraint standard_succession_successor_id_fkey FOREIGN KEY (successor_id) REFERENCES catalog.standard(id),
  constraint standard_succession_pkey PRIMARY KEY (predecessor_id, successor_id)
);

create table catalog.standard_twin (
  international_id uuid not null,
  national_id uuid not null,
  relation text not null,
  source text,
  constraint standard_twin_not_self CHECK (international_id <> national_id),
  constraint standard_twin_relation_check CHECK (relation = ANY (ARRAY['identical'::text, 'modified'::text, 'not_equivalent'::text])),
  constraint standard_twin_source_check CHECK (length(source) <= 500),
  constraint standard_twin_international_id_fkey FOREIGN KEY (international_id) REFERENCES catalog.standard(id),
  constraint standard_twin_national_id_fkey FOREIGN KEY (national_id) REFERENCES catalog.standard(id),
  constraint standard_twin_pkey PRIMARY KEY (international_id, national_id)
);

create table catalog.survey_class (
  major_no integer not null,
  minor_no integer not null,
  major_name text not null,
  minor_name text not null,
  code text,
  source text,
  constraint survey_class_code_check CHECK (length(code) <= 10),
  constraint survey_class_major_name_check CHECK (length(major_name) <= 100),
  constraint survey_class_minor_name_check CHECK (length(minor_name) <= 100),
  constraint survey_class_source_check CHECK (length(source) <= 500),
  constraint survey_class_pkey PRIMARY KEY (major_no, minor_no)
);

create table orders.access_grant (
  id uuid not null,
  order_id uuid not null,
  order_item_id uuid not null,
  provider_id uuid not null,
  during tstzrange not null,
  unit text not null,
  quota numeric,
  directions text not null,
  state text default 'granted'::text not null,
  version integer default 1 not null,
  granted_by uuid not null,
  granted_at timestamp with time zone not null,
  ended_by uuid,
  ended_at timestamp with time zone,
  end_reason text,
  constraint access_grant_during CHECK (NOT isempty(during) AND lower_inc(during) AND NOT upper_inc(during)),
  constraint access_grant_ended CHECK ((state = 'ended'::text) = (ended_at IS NOT NULL)),
  constraint access_grant_quota CHECK (quota > 0::numeric),
  constraint access_grant_state CHECK (state = ANY (ARRAY['granted'::text, 'ended'::text])),
  constraint access_grant_words CHECK (length(unit) >= 1 AND length(unit) <= 40 AND length(directions) >= 1 AND length(directions) <= 1000),
  constraint access_grant_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders.service_order(id),
  constraint access_grant_order_item_id_fkey FOREIGN KEY (order_item_id) REFERENCES orders.order_item(id),
  constraint access_grant_pkey PRIMARY KEY (id),
  constraint access_grant_one EXCLUDE USING gist (order_item_id WITH =, during WITH &&) WHERE (state = 'granted'::text)
);

create table orders.access_use (
  id uuid not null,
  grant_id uuid not null,
  meter_key text not null,
  used_at timestamp with time zone not null,
  quantity numeric not null,
  note text default ''::text not null,
  recorded_by uuid,
  recorded_at timestamp with time zone not null,
  constraint access_use_quantity CHECK (quantity > 0::numeric),
  constraint access_use_words CHECK (length(meter_key) >= 1 AND length(meter_key) <= 100 AND length(note) <= 500),
  constraint access_use_grant_id_fkey FOREIGN KEY (grant_id) REFERENCES orders.access_grant(id),
  constraint access_use_pkey PRIMARY KEY (id),
  constraint access_use_once UNIQUE (grant_id, meter_key)
);

create table orders.agreement (
  id uuid not null,
  order_id uuid not null,
  organisation_id uuid not null,
  provider_id uuid not null,
  state text default 'open'::text not null,
  particulars jsonb default '{}'::jsonb not null,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  agreed_at timestamp with time zone,
  content text,
  content_sha256 text,
  file_sha256 text,
  file_bytes bigint,
  constraint agreement_agreed CHECK ((state = 'agreed'::text) = (content IS NOT NULL) AND (content IS NULL) = (agreed_at IS NULL) AND (content IS NULL) = (content_sha256 IS NULL)),
  constraint agreement_file CHECK ((file_sha256 IS NULL) = (file_bytes IS NULL)),
  constraint agreement_state CHECK (state = ANY (ARRAY['open'::text, 'agreed'::text])),
  constraint agreement_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders.service_order(id),
  constraint agreement_pkey PRIMARY KEY (id),
  constraint agreement_order UNIQUE (order_id)
);

create table orders.agreement_acceptance (
  agreement_id uuid not null,
  side text not null,
  content_sha256 text not null,
  person_id uuid not null,
  at timestamp with time zone not null,
  constraint agreement_acceptance_side CHECK (side = ANY (ARRAY['client'::text, 'provider'::text])),
  constraint agreement_acceptance_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES orders.agreement(id),
  constraint agreement_acceptance_pkey PRIMARY KEY (agreement_id, side, content_sha256)
);

create table orders.agreement_change (
  agreement_id uuid not null,
  number integer not null,
  topic text not null,
  clause_key text not null,
  kind text not null,
  before_heading text not null,
  before_text text not null,
  heading text not null,
  text text not null,
  words text default ''::text not null,
  side text not null,
  proposed_by uuid not null,
  proposed_at timestamp with time zone not null,
  state text default 'proposed'::text not null,
  decided_by uuid,
  decided_at timestamp with time zone,
  figure jsonb,
  constraint agreement_change_decided CHECK ((state = 'proposed'::text) = (decided_at IS NULL) AND (decided_at IS NULL) = (decided_by IS NULL)),
  constraint agreement_change_figure CHECK (figure IS NULL OR jsonb_typeof(figure) = 'object'::text),
  constraint agreement_change_kind CHECK (kind = ANY (ARRAY['replace'::text, 'add'::text, 'strike'::text])),
  constraint agreement_change_side CHECK (side = ANY (ARRAY['client'::text, 'provider'::text])),
  constraint agreement_change_state CHECK (state = ANY (ARRAY['proposed'::text, 'accepted'::text, 'refused'::text, 'withdrawn'::text])),
  constraint agreement_change_text CHECK (length(text) <= 4000 AND length(heading) <= 200 AND length(words) <= 1000),
  constraint agreement_change_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES orders.agreement(id),
  constraint agreement_change_pkey PRIMARY KEY (agreement_id, number)
);

create table orders.agreement_rule (
  provider_id uuid not null,
  by_kind jsonb default '{}'::jsonb not null,
  by_service jsonb default '{}'::jsonb not null,
  version integer default 1 not null,
  updated_at timestamp with time zone not null,
  updated_by uuid not null,
  constraint agreement_rule_objects CHECK (jsonb_typeof(by_kind) = 'object'::text AND jsonb_typeof(by_service) = 'object'::text),
  constraint agreement_rule_pkey PRIMARY KEY (provider_id)
);

create table orders.agreement_terms (
  agreement_id uuid not null,
  topic text not null,
  terms_id uuid not null,
  constraint agreement_terms_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES orders.agreement(id),
  constraint agreement_terms_terms_id_fkey FOREIGN KEY (terms_id) REFERENCES orders.terms_version(id),
  constraint agreement_terms_pkey PRIMARY KEY (agreement_id, topic)
);

create table orders.amendment (
  id uuid not null,
  order_id uuid not null,
  number integer not null,
  kind text not null,
  reason text not null,
  items jsonb default '[]'::jsonb not null,
  delta_fen bigint default 0 not null,
  extra_days integer default 0 not null,
  subcontractor text,
  state text default 'proposed'::text not null,
  proposed_side text not null,
  client_signed_by uuid,
  client_signed_at timestamp with time zone,
  provider_signed_by uuid,
  provider_signed_at timestamp with time zone,
  created_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  ended_by uuid,
  ended_words text,
  proposed_by uuid,
  constraint amendment_kind CHECK (kind = ANY (ARRAY['change'::text, 'subcontract'::text])),
  constraint amendment_side CHECK (proposed_side = ANY (ARRAY['client'::text, 'provider'::text])),
  constraint amendment_signed CHECK (state <> 'signed'::text OR client_signed_at IS NOT NULL AND provider_signed_at IS NOT NULL),
  constraint amendment_state CHECK (state = ANY (ARRAY['proposed'::text, 'signed'::text, 'refused'::text, 'withdrawn'::text])),
  constraint amendment_subcontractor CHECK ((kind = 'subcontract'::text) = (subcontractor IS NOT NULL)),
  constraint amendment_words CHECK (length(reason) >= 1 AND length(reason) <= 1000 AND length(subcontractor) >= 1 AND length(subcontractor) <= 200),
  constraint amendment_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders.service_order(id),
  constraint amendment_pkey PRIMARY KEY (id),
  constraint amendment_number UNIQUE (order_id, number)
);

create table orders.approval_step (
  organisation_id uuid not null,
  "position" integer not null,
  person_id uuid,
  role text,
  up_to_fen bigint,
  constraint approval_step_amount CHECK (up_to_fen > 0),
  constraint approval_step_whose CHECK (num_nonnulls(person_id, role) = 1),
  constraint approval_step_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES orders.spending_policy(organisation_id),
  constraint approval_step_pkey PRIMARY KEY (organisation_id, "position")
);

create table orders.archive_item (
  id uuid not null,
  study_id uuid not null,
  "position" integer not null,
  kind text not null,
  name text not null,
  place text not null,
  retain_until date,
  retain_words text default ''::text not null,
  archived_by uuid not null,
  archived_at timestamp with time zone not null,
  constraint archive_item_kind CHECK (kind = ANY (ARRAY['plan'::text, 'raw_data'::text, 'specimen'::text, 'report'::text, 'record'::text, 'other'::text])),
  constraint archive_item_retained CHECK (retain_until IS NOT NULL OR retain_words <> ''::text),
  constraint archive_item_words CHECK (length(name) >= 1 AND length(name) <= 300 AND length(place) >= 1 AND length(place) <= 200 AND length(retain_words) <= 300),
  constraint archive_item_study_id_fkey FOREIGN KEY (study_id) REFERENCES orders.study(id),
  constraint archive_item_pkey PRIMARY KEY (id),
  constraint archive_item_position UNIQUE (study_id, "position")
);

create table orders.bank_line (
  id uuid not null,
  statement_id uuid not null,
  fingerprint text not null,
  booked_on date not null,
  amount_fen bigint not null,
  counterparty_name text not null,
  counterparty_account text not null,
  reference text not null,
  serial text not null,
  state text default 'open'::text not null,
  matched_by text,
  target text,
  organisation_id uuid,
  payment_id uuid,
  outgoing_id uuid,
  programme_id uuid,
  note text,
  decided_by uuid,
  decided_at timestamp with time zone,
  constraint bank_line_amount CHECK (amount_fen <> 0),
  constraint bank_line_matched CHECK ((state = 'open'::text) = (matched_by IS NULL) AND (matched_by = ANY (ARRAY['number'::text, 'code'::text, 'order'::text, 'name_and_amount'::text, 'person'::text]))),
  constraint bank_line_state CHECK ((state = ANY (ARRAY['open'::text, 'assigned'::text, 'set_aside'::text])) AND (state = 'assigned'::text) = (target IS NOT NULL)),
  constraint bank_line_target CHECK (target = ANY (ARRAY['prepaid'::text, 'gateway'::text, 'voucher'::text, 'outgoing'::text])),
  constraint bank_line_words CHECK (length(counterparty_name) <= 200 AND length(counterparty_account) <= 100 AND length(reference) <= 500 AND length(serial) <= 100 AND length(note) >= 1 AND length(note) <= 500),
  constraint bank_line_outgoing_id_fkey FOREIGN KEY (outgoing_id) REFERENCES orders.outgoing(id),
  constraint bank_line_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES orders.payment(id),
  constraint bank_line_statement_id_fkey FOREIGN KEY (statement_id) REFERENCES orders.bank_statement(id),
  constraint bank_line_pkey PRIMARY KEY (id),
  constraint bank_line_once UNIQUE (fingerprint)
);

create table orders.bank_statement (
  id uuid not null,
  sha256 text not null,
  name text not null,
  line_count integer not null,
  new_count integer not null,
  imported_by uuid not null,
  imported_at timestamp with time zone not null,
  constraint bank_statement_counts CHECK (line_count >= new_count AND new_count >= 0),
  constraint bank_statement_pkey PRIMARY KEY (id),
  constraint bank_statement_file UNIQUE (sha256)
);

create table orders.batch (
  id uuid not null,
  number text not null,
  task_id uuid not null,
  order_id uuid not null,
  provider_id uuid not null,
  recipe_version_id uuid not null,
  planned_size numeric not null,
  size_unit text not null,
  yield_size numeric,
  state text default 'running'::text not null,
  version integer default 1 not null,
  makers uuid[] default '{}'::uuid[] not null,
  begun_by uuid not null,
  begun_at timestamp with time zone not null,
  made_at timestamp with time zone,
  decided_by uuid,
  decided_at timestamp with time zone,
  decision_words text,
  constraint batch_decided CHECK ((state = ANY (ARRAY['released'::text, 'rejected'::text])) = (decided_at IS NOT NULL) AND (decided_at IS NULL) = (decided_by IS NULL) AND (decided_at IS NULL) = (decision_words IS NULL)),
  constraint batch_made CHECK ((state <> 'running'::text) = (made_at IS NOT NULL) AND (made_at IS NULL OR yield_size IS NOT NULL)),
  constraint batch_quality_person CHECK (decided_by IS NULL OR NOT (decided_by = ANY (makers))),
  constraint batch_sizes CHECK (planned_size > 0::numeric AND yield_size >= 0::numeric),
  constraint batch_state CHECK (state = ANY (ARRAY['running'::text, 'made'::text, 'released'::text, 'rejected'::text])),
  constraint batch_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders.service_order(id),
  constraint batch_recipe_version_id_fkey FOREIGN KEY (recipe_version_id) REFERENCES orders.recipe_version(id),
  constraint batch_task_id_fkey FOREIGN KEY (task_id) REFERENCES orders.task(id),
  constraint batch_pkey PRIMARY KEY (id),
  constraint batch_number UNIQUE (provider_id, number)
);

create table orders.batch_check (
  id uuid not null,
  batch_id uuid not null,
  step_position integer not null,
  parameter text not null,
  revision integer not null,
  value text not null,
  is_within boolean,
  reason text,
  entered_by uuid not null,
  entered_at timestamp with time zone not null,
  constraint batch_check_reason CHECK ((revision = 1) = (reason IS NULL) AND length(reason) >= 1 AND length(reason) <= 1000),
  constraint batch_check_words CHECK (length(parameter) >= 1 AND length(parameter) <= 200 AND length(value) >= 1 AND length(value) <= 200),
  constraint batch_check_step FOREIGN KEY (batch_id, step_position) REFERENCES orders.batch_step(batch_id, "position"),
  constraint batch_check_pkey PRIMARY KEY (id),
  constraint batch_check_revision UNIQUE (batch_id, step_position, parameter, revision)
);

create table orders.batch_step (
  batch_id uuid not null,
  "position" integer not null,
  title text not null,
  instruction text default ''::text not null,
  checks jsonb default '[]'::jsonb not null,
  done_by uuid,
  done_at timestamp with time zone,
  words text,
  witnessed_by uuid,
  witnessed_at timestamp with time zone,
  constraint batch_step_done CHECK ((done_at IS NULL) = (done_by IS NULL) AND (witnessed_at IS NULL) = (witnessed_by IS NULL) AND (witnessed_at IS NULL OR done_at IS NOT NULL)),
  constraint batch_step_second_person CHECK (witnessed_by <> done_by),
  constraint batch_step_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES orders.batch(id),
  constraint batch_step_pkey PRIMARY KEY (batch_id, "position")
);

create table orders.booking_bill (
  id uuid not null,
  kind text not null,
  number text not null,
  title text not null,
  organisation_id uuid not null,
  provider_id uuid not null,
  charge_id uuid not null,
  total_fen bigint not null,
  charged_fen bigint default 0 not null,
  credited_fen bigint default 0 not null,
  paid_fen bigint default 0 not null,
  fee_fen bigint default 0 not null,
  fee_basis_points integer not null,
  state text default 'running'::text not null,
  opened_at timestamp with time zone not null,
  done_at timestamp with time zone,
  constraint booking_bill_amounts CHECK (total_fen >= 0 AND credited_fen >= 0 AND paid_fen >= 0 AND (charged_fen - credited_fen) >= paid_fen AND fee_fen >= 0 AND fee_fen <= paid_fen),
  constraint booking_bill_done CHECK (state <> 'done'::text OR paid_fen = total_fen AND (charged_fen - credited_fen) = total_fen),
  constraint booking_bill_fee CHECK (fee_basis_points >= 0 AND fee_basis_points <= 10000),
  constraint booking_bill_kind CHECK (kind = ANY (ARRAY['use'::text, 'no_show'::text, 'training'::text])),
  constraint booking_bill_parties CHECK (organisation_id <> provider_id),
  constraint booking_bill_state CHECK ((state = ANY (ARRAY['running'::text, 'waiting'::text, 'done'::text])) AND (state = 'done'::text) = (done_at IS NOT NULL)),
  constraint booking_bill_pkey PRIMARY KEY (id),
  constraint booking_bill_charge UNIQUE (charge_id)
);

create table orders.credit_note (
  id uuid not null,
  number text not null,
  order_id uuid not null,
  amount_fen bigint not null,
  reason text not null,
  is_posted boolean not null,
  issued_by uuid not null,
  issued_at timestamp with time zone not null,
  constraint credit_note_amount CHECK (amount_fen > 0),
  constraint credit_note_reason CHECK (length(reason) >= 1 AND length(reason) <= 500),
  constraint credit_note_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders.service_order(id),
  constraint credit_note_pkey PRIMARY KEY (id),
  constraint credit_note_number UNIQUE (number)
);

create table orders.custody_event (
  id uuid not null,
  sample_id uuid not null,
  seq integer not null,
  kind text not null,
  side text not null,
  person_id uuid,
  at timestamp with time zone not null,
  from_name text,
  to_name text,
  place text,
  quantity numeric(12,3),
  celsius numeric(5,1),
  condition text,
  words text,
  tracking_number text,
  task_id uuid,
  corrects_id uuid,
  constraint custody_event_corrects CHECK (corrects_id IS NULL OR kind = 'corrected'::text),
  constraint custody_event_kind CHECK (kind = ANY (ARRAY['declared'::text, 'edited'::text, 'withdrawn'::text, 'sent'::text, 'received'::text, 'refused'::text, 'offered'::text, 'handed_over'::text, 'offer_refused'::text, 'offer_withdrawn'::text, 'taken_over'::text, 'stored'::text, 'split'::text, 'derived'::text, 'consumed'::text, 'lost'::text, 'broken'::text, 'corrected'::text, 'retained'::text, 'returned'::text, 'return_confirmed'::text, 'destruction_proposed'::text, 'destruction_withdrawn'::text, 'destroyed'::text])),
  constraint custody_event_side CHECK (side = ANY (ARRAY['client'::text, 'provider'::text, 'platform'::text])),
  constraint custody_event_words CHECK (length(words) <= 1000),
  constraint custody_event_corrects_id_fkey FOREIGN KEY (corrects_id) REFERENCES orders.custody_event(id),
  constraint custody_event_sample_id_fkey FOREIGN KEY (sample_id) REFERENCES orders.sample(id),
  constraint custody_event_pkey PRIMARY KEY (id),
  constraint custody_event_seq UNIQUE (sample_id, seq)
);

create table orders.custody_file (
  event_id uuid not null,
  "position" integer not null,
  file_id uuid not null,
  constraint custody_file_event_id_fkey FOREIGN KEY (event_id) REFERENCES orders.custody_event(id),
  constraint custody_file_pkey PRIMARY KEY (event_id, "position")
);

create table orders.custody_period (
  id uuid not null,
  sample_id uuid not null,
  person_id uuid not null,
  held_from timestamp with time zone not null,
  held_until timestamp with time zone,
  constraint custody_period_order CHECK (held_until >= held_from),
  constraint custody_period_sample_id_fkey FOREIGN KEY (sample_id) REFERENCES orders.sample(id),
  constraint custody_period_pkey PRIMARY KEY (id),
  constraint custody_one_holder EXCLUDE USING gist (sample_id WITH =, tstzrange(held_from, held_until) WITH &&)
);

create table orders.deposit_rule (
  id uuid not null,
  provider_id uuid not null,
  valid_from date not null,
  deposit_percent integer not null,
  is_required boolean not null,
  created_by uuid,
  created_at timestamp with time zone not null,
  constraint deposit_rule_percent CHECK (deposit_percent >= 0 AND deposit_percent <= 100 AND (deposit_percent > 0 OR NOT is_required)),
  constraint deposit_rule_pkey PRIMARY KEY (id),
  constraint deposit_rule_day UNIQUE (provider_id, valid_from)
);

create table orders.deviation (
  id uuid not null,
  order_id uuid not null,
  number integer not null,
  kind text not null,
  sample_id uuid,
  task_id uuid,
  what text not null,
  occurred_at timestamp with time zone not null,
  impact text default ''::text not null,
  cause text default ''::text not null,
  corrective_action text default ''::text not null,
  needs_decision boolean not null,
  informed_at timestamp with time zone,
  decision text,
  decision_words text,
  decided_by uuid,
  decided_at timestamp with time zone,
  state text default 'open'::text not null,
  opened_by uuid,
  opened_at timestamp with time zone not null,
  closed_by uuid,
  closed_at timestamp with time zone,
  version integer default 1 not null,
  constraint deviation_decision CHECK ((decision = ANY (ARRAY['go_on'::text, 'replace'::text, 'stop'::text])) AND (decision IS NULL) = (decided_at IS NULL)),
  constraint deviation_kind CHECK (kind = ANY (ARRAY['sample_refused'::text, 'sample_lost'::text, 'sample_broken'::text, 'method'::text, 'equipment'::text, 'environment'::text, 'result'::text, 'study'::text, 'batch'::text, 'other'::text])),
  constraint deviation_state CHECK ((state = ANY (ARRAY['open'::text, 'closed'::text])) AND (state = 'closed'::text) = (closed_at IS NOT NULL)),
  constraint deviation_words CHECK (length(what) >= 1 AND length(what) <= 2000 AND length(impact) <= 2000 AND length(cause) <= 2000 AND length(corrective_action) <= 2000 AND length(decision_words) <= 1000),
  constraint deviation_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders.service_order(id),
  constraint deviation_sample_id_fkey FOREIGN KEY (sample_id) REFERENCES orders.sample(id),
  constraint deviation_pkey PRIMARY KEY (id),
  constraint deviation_number UNIQUE (order_id, number)
);

create table orders.dispute (
  id uuid not null,
  number text not null,
  order_id uuid not null,
  opened_side text not null,
  opened_by uuid,
  claim text not null,
  wanted text not null,
  state text default 'open'::text not null,
  ruling text,
  ruling_words text,
  ruled_by uuid,
  opened_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint dispute_ended CHECK ((state = 'open'::text) = (ended_at IS NULL)),
  constraint dispute_ruling CHECK ((state = 'ruled'::text) = (ruling IS NOT NULL) AND (ruling = ANY (ARRAY['redo'::text, 'pay'::text, 'refund'::text])) AND (ruling IS NULL) = (ruled_by IS NULL)),
  constraint dispute_side CHECK (opened_side = ANY (ARRAY['client'::text, 'platform'::text])),
  constraint dispute_state CHECK (state = ANY (ARRAY['open'::text, 'ruled'::text, 'settled'::text])),
  constraint dispute_wanted CHECK (wanted = ANY (ARRAY['redo'::text, 'refund'::text, 'explanation'::text])),
  constraint dispute_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders.service_order(id),
  constraint dispute_pkey PRIMARY KEY (id),
  constraint dispute_number UNIQUE (number)
);

create table orders.dispute_evidence (
  id uuid not null,
  dispute_id uuid not null,
  side text not null,
  person_id uuid not null,
  words text not null,
  file_id uuid,
  file_name text,
  media_type text,
  size_bytes bigint,
  at timestamp with time zone not null,
  constraint dispute_evidence_side CHECK (side = ANY (ARRAY['client'::text, 'provider'::text, 'operator'::text])),
  constraint dispute_evidence_words CHECK (length(words) >= 1 AND length(words) <= 4000),
  constraint dispute_evidence_dispute_id_fkey FOREIGN KEY (dispute_id) REFERENCES orders.dispute(id),
  constraint dispute_evidence_pkey PRIMARY KEY (id)
);

create table orders.enquiry (
  id uuid not null,
  number text not null,
  organisation_id uuid not null,
  person_id uuid not null,
  kind text not null,
  award text default 'choice'::text not null,
  offered_fen bigint,
  title text not null,
  words text default ''::text not null,
  purpose text not null,
  confidentiality text not null,
  deadline_day date,
  open_until timestamp with time zone not null,
  state text default 'open'::text not null,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  voucher_programme_id uuid,
  constraint enquiry_award CHECK ((award = ANY (ARRAY['choice'::text, 'first'::text])) AND (award = 'first'::text) = (offered_fen IS NOT NULL)),
  constraint enquiry_confidentiality CHECK (confidentiality = ANY (ARRAY['normal'::text, 'confidential'::text, 'sealed'::text])),
  constraint enquiry_ended CHECK ((state = ANY (ARRAY['open'::text, 'deciding'::text])) = (ended_at IS NULL)),
  constraint enquiry_kind CHECK (kind = ANY (ARRAY['service'::text, 'need'::text])),
  constraint enquiry_offered CHECK (offered_fen > 0),
  constraint enquiry_purpose CHECK (purpose = ANY (ARRAY['research'::text, 'development'::text, 'registration'::text, 'production'::text, 'legal_duty'::text, 'other'::text])),
  constraint enquiry_state CHECK (state = ANY (ARRAY['open'::text, 'deciding'::text, 'awarded'::text, 'withdrawn'::text, 'lapsed'::text])),
  constraint enquiry_voucher CHECK (voucher_programme_id IS NULL OR award = 'first'::text),
  constraint enquiry_words CHECK (length(title) >= 1 AND length(title) <= 200 AND length(words) <= 4000),
  constraint enquiry_pkey PRIMARY KEY (id),
  constraint enquiry_number UNIQUE (number)
);

create table orders.enquiry_item (
  id uuid not null,
  enquiry_id uuid not null,
  "position" integer not null,
  service_id uuid,
  name text not null,
  method text default ''::text not null,
  quantity integer not null,
  sample_count integer not null,
  form jsonb default '{}'::jsonb not null,
  form_version integer,
  constraint enquiry_item_quantity CHECK (quantity >= 1 AND quantity <= 10000 AND sample_count >= 0 AND sample_count <= 10000),
  constraint enquiry_item_words CHECK (length(name) >= 1 AND length(name) <= 200 AND length(method) <= 300),
  constraint enquiry_item_enquiry_id_fkey FOREIGN KEY (enquiry_id) REFERENCES orders.enquiry(id),
  constraint enquiry_item_pkey PRIMARY KEY (id),
  constraint enquiry_item_position UNIQUE (enquiry_id, "position")
);

create table orders.enquiry_provider (
  enquiry_id uuid not null,
  provider_id uuid not null,
  state text default 'asked'::text not null,
  answer_until timestamp with time zone not null,
  answered_at timestamp with time zone,
  reminded_at timestamp with time zone,
  escalated_at timestamp with time zone,
  decline_reason text,
  decline_words text,
  asked_at timestamp with time zone not null,
  operator_reminded_at timestamp with time zone,
  constraint enquiry_provider_decline CHECK ((state = 'declined'::text) = (decline_reason IS NOT NULL) AND (decline_reason = ANY (ARRAY['no_capacity'::text, 'outside_scope'::text, 'sample_unsuitable'::text, 'deadline_too_short'::text, 'price_too_low'::text, 'other'::text]))),
  constraint enquiry_provider_state CHECK (state = ANY (ARRAY['asked'::text, 'quoted'::text, 'declined'::text, 'won'::text, 'lost'::text, 'closed'::text])),
  constraint enquiry_provider_words CHECK (length(decline_words) <= 1000),
  constraint enquiry_provider_enquiry_id_fkey FOREIGN KEY (enquiry_id) REFERENCES orders.enquiry(id),
  constraint enquiry_provider_pkey PRIMARY KEY (enquiry_id, provider_id)
);

create table orders.evaluation (
  order_id uuid not null,
  organisation_id uuid not null,
  provider_id uuid not null,
  quality integer not null,
  punctuality integer not null,
  service integer not null,
  words text default ''::text not null,
  given_by uuid not null,
  given_at timestamp with time zone not null,
  reply text,
  replied_by uuid,
  replied_at timestamp with time zone,
  appeal text,
  appealed_by uuid,
  appealed_at timestamp with time zone,
  decision text,
  decision_words text,
  decided_by uuid,
  decided_at timestamp with time zone,
  constraint evaluation_appeal CHECK ((appeal IS NULL) = (appealed_at IS NULL)),
  constraint evaluation_decision CHECK ((decision = ANY (ARRAY['kept'::text, 'hidden'::text])) AND (decision IS NULL) = (decided_at IS NULL) AND (decided_at IS NULL OR appealed_at IS NOT NULL)),
  constraint evaluation_points CHECK (quality >= 1 AND quality <= 5 AND punctuality >= 1 AND punctuality <= 5 AND service >= 1 AND service <= 5),
  constraint evaluation_reply CHECK ((reply IS NULL) = (replied_at IS NULL)),
  constraint evaluation_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders.service_order(id),
  constraint evaluation_pkey PRIMARY KEY (order_id)
);

create table orders.fee_rule (
  id uuid not null,
  provider_id uuid,
  valid_from date not null,
  rate_basis_points integer not null,
  note text default ''::text not null,
  created_by uuid,
  created_at timestamp with time zone not null,
  constraint fee_rule_note CHECK (length(note) <= 500),
  constraint fee_rule_rate CHECK (rate_basis_points >= 0 AND rate_basis_points <= 3000),
  constraint fee_rule_pkey PRIMARY KEY (id),
  constraint fee_rule_day UNIQUE NULLS NOT DISTINCT (provider_id, valid_from)
);

create table orders.imported_order (
  id uuid not null,
  provider_id uuid not null,
  own_number text not null,
  client_name text not null,
  client_uscc text,
  organisation_id uuid,
  title text not null,
  items text not null,
  state text not null,
  total_fen bigint not null,
  ordered_on date not null,
  finished_on date,
  report_number text,
  import_id uuid not null,
  imported_at timestamp with time zone not null,
  constraint imported_order_days CHECK (finished_on >= ordered_on),
  constraint imported_order_state CHECK (state = ANY (ARRAY['finished'::text, 'cancelled'::text])),
  constraint imported_order_total CHECK (total_fen >= 0),
  constraint imported_order_words CHECK (length(own_number) >= 1 AND length(own_number) <= 60 AND length(client_name) >= 1 AND length(client_name) <= 200 AND length(title) >= 1 AND length(title) <= 200 AND length(items) <= 2000 AND length(report_number) >= 1 AND length(report_number) <= 100),
  constraint imported_order_import_id_fkey FOREIGN KEY (import_id) REFERENCES orders.order_import(id),
  constraint imported_order_pkey PRIMARY KEY (id),
  constraint imported_order_number UNIQUE (provider_id, own_number)
);

create table orders.inspection (
  id uuid not null,
  provider_id uuid not null,
  number text not null,
  kind text not null,
  study_id uuid,
  phase_id uuid,
  subject text not null,
  inspected_on date not null,
  inspector_id uuid not null,
  findings text not null,
  has_findings boolean not null,
  reported_at timestamp with time zone not null,
  management_seen_by uuid,
  management_seen_at timestamp with time zone,
  director_seen_by uuid,
  director_seen_at timestamp with time zone,
  action text,
  closed_at timestamp with time zone,
  closed_by uuid,
  constraint inspection_closed CHECK ((closed_at IS NULL) = (closed_by IS NULL) AND (NOT has_findings OR closed_at IS NULL OR action IS NOT NULL)),
  constraint inspection_director CHECK ((director_seen_by IS NULL) = (director_seen_at IS NULL) AND director_seen_by <> inspector_id),
  constraint inspection_kind CHECK (kind = ANY (ARRAY['study'::text, 'facility'::text, 'process'::text])),
  constraint inspection_management CHECK ((management_seen_by IS NULL) = (management_seen_at IS NULL) AND management_seen_by <> inspector_id),
  constraint inspection_study CHECK ((kind = 'study'::text) = (study_id IS NOT NULL) AND (phase_id IS NULL OR study_id IS NOT NULL)),
  constraint inspection_words CHECK (length(subject) >= 1 AND length(subject) <= 300 AND length(findings) >= 1 AND length(findings) <= 8000 AND length(action) >= 1 AND length(action) <= 4000),
  constraint inspection_phase_id_fkey FOREIGN KEY (phase_id) REFERENCES orders.study_phase(id),
  constraint inspection_study_id_fkey FOREIGN KEY (study_id) REFERENCES orders.study(id),
  constraint inspection_pkey PRIMARY KEY (id),
  constraint inspection_number UNIQUE (number)
);

create table orders.investigation (
  id uuid not null,
  task_id uuid not null,
  result_id uuid not null,
  revision integer not null,
  provider_id uuid not null,
  state text default 'open'::text not null,
  cause text,
  findings text,
  conclusion text,
  is_retest_allowed boolean,
  opened_by uuid not null,
  opened_at timestamp with time zone not null,
  closed_by uuid,
  closed_at timestamp with time zone,
  constraint investigation_cause CHECK (cause = ANY (ARRAY['confirmed'::text, 'laboratory_error'::text, 'sample'::text, 'instrument'::text, 'method'::text, 'unknown'::text])),
  constraint investigation_closed CHECK ((state = 'closed'::text) = (closed_at IS NOT NULL) AND (state = 'closed'::text) = (closed_by IS NOT NULL) AND (state = 'closed'::text) = (cause IS NOT NULL AND findings IS NOT NULL AND conclusion IS NOT NULL AND is_retest_allowed IS NOT NULL)),
  constraint investigation_second_person CHECK (closed_by IS NULL OR closed_by <> opened_by),
  constraint investigation_state CHECK (state = ANY (ARRAY['open'::text, 'closed'::text])),
  constraint investigation_words CHECK (length(findings) >= 1 AND length(findings) <= 4000 AND length(conclusion) >= 1 AND length(conclusion) <= 4000),
  constraint investigation_result_id_fkey FOREIGN KEY (result_id) REFERENCES orders.result(id),
  constraint investigation_task_id_fkey FOREIGN KEY (task_id) REFERENCES orders.task(id),
  constraint investigation_pkey PRIMARY KEY (id),
  constraint investigation_once UNIQUE (result_id, revision)
);

create table orders.invoice_order (
  request_id uuid not null,
  order_id uuid,
  amount_fen bigint not null,
  live_order_id uuid,
  bill_id uuid,
  charge_id uuid,
  live_charge_id uuid,
  constraint invoice_order_amount CHECK (amount_fen > 0),
  constraint invoice_order_live CHECK (live_order_id = order_id),
  constraint invoice_order_live_charge CHECK (live_charge_id = charge_id),
  constraint invoice_order_matter CHECK (num_nonnulls(order_id, bill_id) = 1 AND (bill_id IS NULL) = (charge_id IS NULL)),
  constraint invoice_order_bill_id_fkey FOREIGN KEY (bill_id) REFERENCES orders.booking_bill(id),
  constraint invoice_order_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders.service_order(id),
  constraint invoice_order_request_id_fkey FOREIGN KEY (request_id) REFERENCES orders.invoice_request(id),
  constraint invoice_order_charge_once UNIQUE (live_charge_id),
  constraint invoice_order_line UNIQUE NULLS NOT DISTINCT (request_id, order_id, bill_id),
  constraint invoice_order_once UNIQUE (live_order_id)
);

create table orders.invoice_request (
  id uuid not null,
  number text not null,
  organisation_id uuid not null,
  provider_id uuid not null,
  amount_fen bigint not null,
  contents text not null,
  invoice_title text not null,
  taxpayer_number text not null,
  invoice_kind text not null,
  address text not null,
  phone text not null,
  bank_name text not null,
  bank_account text not null,
  email text not null,
  state text default 'asked'::text not null,
  asked_by uuid not null,
  asked_at timestamp with time zone not null,
  invoice_number text,
  invoice_day date,
  ended_by uuid,
  ended_at timestamp with time zone,
  refusal text,
  constraint invoice_request_amount CHECK (amount_fen > 0),
  constraint invoice_request_contents CHECK (length(contents) >= 1 AND length(contents) <= 200),
  constraint invoice_request_issued CHECK ((state = 'issued'::text) = (invoice_number IS NOT NULL) AND (state = 'issued'::text) = (invoice_day IS NOT NULL) AND length(invoice_number) >= 8 AND length(invoice_number) <= 20),
  constraint invoice_request_kind CHECK (invoice_kind = ANY (ARRAY['general'::text, 'special'::text])),
  constraint invoice_request_refusal CHECK ((state = 'refused'::text) = (refusal IS NOT NULL) AND length(refusal) >= 1 AND length(refusal) <= 500),
  constraint invoice_request_state CHECK ((state = ANY (ARRAY['asked'::text, 'issued'::text, 'refused'::text, 'withdrawn'::text])) AND (state = 'asked'::text) = (ended_at IS NULL)),
  constraint invoice_request_pkey PRIMARY KEY (id),
  constraint invoice_request_number UNIQUE (number)
);

create table orders.ledger_account (
  id uuid not null,
  name text not null,
  kind text not null,
  normal_side text not null,
  organisation_id uuid,
  scope_id uuid,
  debit_fen bigint default 0 not null,
  credit_fen bigint default 0 not null,
  opened_at timestamp with time zone not null,
  constraint ledger_account_kind CHECK (kind = ANY (ARRAY['bank'::text, 'gateway'::text, 'voucher_receivable'::text, 'client_due'::text, 'clearing'::text, 'client_prepaid'::text, 'client_held'::text, 'order_income'::text, 'platform_fee'::text, 'provider_payable'::text, 'refunds'::text, 'payouts'::text])),
  constraint ledger_account_named CHECK (name = concat_ws('/'::text, kind, organisation_id::text, scope_id::text)),
  constraint ledger_account_not_below_zero CHECK (
CASE normal_side
    WHEN 'debit'::text THEN debit_fen >= credit_fen
    ELSE credit_fen >= debit_fen
END),
  constraint ledger_account_organisation CHECK ((kind = ANY (ARRAY['client_due'::text, 'client_held'::text, 'client_prepaid'::text, 'order_income'::text, 'platform_fee'::text, 'provider_payable'::text])) = (organisation_id IS NOT NULL)),
  constraint ledger_account_scope CHECK ((kind = ANY (ARRAY['client_due'::text, 'client_held'::text, 'order_income'::text, 'voucher_receivable'::text])) = (scope_id IS NOT NULL)),
  constraint ledger_account_side CHECK (normal_side =
CASE
    WHEN kind = ANY (ARRAY['bank'::text, 'gateway'::text, 'voucher_receivable'::text, 'client_due'::text]) THEN 'debit'::text
    ELSE 'credit'::text
END),
  constraint ledger_account_totals CHECK (debit_fen >= 0 AND credit_fen >= 0),
  constraint ledger_account_pkey PRIMARY KEY (id),
  constraint ledger_account_name UNIQUE (name)
);

create table orders.ledger_transfer (
  id uuid not null,
  cause text not null,
  kind text not null,
  debit_account_id uuid not null,
  credit_account_id uuid not null,
  amount_fen bigint not null,
  order_id uuid,
  person_id uuid,
  at timestamp with time zone not null,
  bill_id uuid,
  constraint ledger_transfer_amount CHECK (amount_fen > 0),
  constraint ledger_transfer_kind CHECK (kind = ANY (ARRAY['payment'::text, 'bank_receipt'::text, 'receipt_assigned'::text, 'gateway_payout'::text, 'voucher_paid'::text, 'hold'::text, 'release'::text, 'charge'::text, 'voucher'::text, 'voucher_back'::text, 'collect_held'::text, 'collect_balance'::text, 'fee'::text, 'share'::text, 'credit'::text, 'fee_back'::text, 'refund_asked'::text, 'refund_sent'::text, 'refund_refused'::text, 'payout_asked'::text, 'payout_sent'::text, 'payout_refused'::text])),
  constraint ledger_transfer_matter CHECK (num_nonnulls(order_id, bill_id) <= 1),
  constraint ledger_transfer_two_accounts CHECK (debit_account_id <> credit_account_id),
  constraint ledger_transfer_bill_id_fkey FOREIGN KEY (bill_id) REFERENCES orders.booking_bill(id),
  constraint ledger_transfer_credit_account_id_fkey FOREIGN KEY (credit_account_id) REFERENCES orders.ledger_account(id),
  constraint ledger_transfer_debit_account_id_fkey FOREIGN KEY (debit_account_id) REFERENCES orders.ledger_account(id),
  constraint ledger_transfer_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders.service_order(id),
  constraint ledger_transfer_pkey PRIMARY KEY (id),
  constraint ledger_transfer_cause UNIQUE (cause)
);

create table orders.message (
  id uuid not null,
  thread_id uuid not null,
  side text not null,
  person_id uuid,
  body text not null,
  created_at timestamp with time zone not null,
  note text,
  note_params jsonb default '{}'::jsonb not null,
  cause uuid,
  constraint message_body CHECK (length(body) >= 1 AND length(body) <= 4000),
  constraint message_note CHECK ((side = 'platform'::text) = (note IS NOT NULL) AND (note IS NOT NULL) = (cause IS NOT NULL)),
  constraint message_side CHECK (side = ANY (ARRAY['client'::text, 'provider'::text, 'operator'::text, 'platform'::text])),
  constraint message_thread_id_fkey FOREIGN KEY (thread_id) REFERENCES orders.thread(id),
  constraint message_pkey PRIMARY KEY (id)
);

create table orders.message_file (
  message_id uuid not null,
  "position" integer not null,
  sha256 text not null,
  name text not null,
  media_type text not null,
  size_bytes bigint not null,
  file_id uuid not null,
  constraint message_file_message_id_fkey FOREIGN KEY (message_id) REFERENCES orders.message(id),
  constraint message_file_pkey PRIMARY KEY (message_id, "position")
);

create table orders.metered_charge (
  id uuid not null,
  order_id uuid not null,
  item_id uuid not null,
  measured_hundredths bigint not null,
  amount_fen bigint not null,
  note text default ''::text not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null,
  constraint metered_charge_measured CHECK (measured_hundredths >= 0 AND measured_hundredths <= 100000000),
  constraint metered_charge_note CHECK (length(note) <= 500),
  constraint metered_charge_item_id_fkey FOREIGN KEY (item_id) REFERENCES orders.order_item(id),
  constraint metered_charge_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders.service_order(id),
  constraint metered_charge_pkey PRIMARY KEY (id),
  constraint metered_charge_item UNIQUE (item_id)
);

create table orders.money_profile (
  organisation_id uuid not null,
  invoice_title text default ''::text not null,
  taxpayer_number text default ''::text not null,
  invoice_kind text default 'general'::text not null,
  address text default ''::text not null,
  phone text default ''::text not null,
  bank_name text default ''::text not null,
  bank_account text default ''::text not null,
  email text default ''::text not null,
  version integer default 1 not null,
  constraint money_profile_kind CHECK (invoice_kind = ANY (ARRAY['general'::text, 'special'::text])),
  constraint money_profile_words CHECK (length(invoice_title) <= 200 AND length(taxpayer_number) <= 20 AND length(address) <= 200 AND length(phone) <= 40 AND length(bank_name) <= 200 AND length(bank_account) <= 60 AND length(email) <= 200),
  constraint money_profile_pkey PRIMARY KEY (organisation_id)
);

create table orders.order_import (
  id uuid not null,
  provider_id uuid not null,
  name text not null,
  sha256 text not null,
  state text default 'checked'::text not null,
  lines jsonb not null,
  line_count integer not null,
  fault_count integer not null,
  version integer default 1 not null,
  outcome jsonb,
  uploaded_by uuid not null,
  uploaded_at timestamp with time zone not null,
  applied_by uuid,
  applied_at timestamp with time zone,
  constraint order_import_applied CHECK ((state = 'applied'::text) = (applied_at IS NOT NULL) AND (applied_at IS NULL) = (outcome IS NULL)),
  constraint order_import_counts CHECK (line_count >= fault_count AND fault_count >= 0),
  constraint order_import_state CHECK (state = ANY (ARRAY['checked'::text, 'applied'::text, 'discarded'::text])),
  constraint order_import_pkey PRIMARY KEY (id)
);

create table orders.order_item (
  id uuid not null,
  order_id uuid not null,
  "position" integer not null,
  kind text not null,
  service_id uuid,
  name text not null,
  method text default ''::text not null,
  quantity integer not null,
  sample_count integer default 0 not null,
  unit text not null,
  unit_price_fen bigint not null,
  amount_fen bigint not null,
  form jsonb default '{}'::jsonb not null,
  form_version integer,
  amendment_id uuid,
  subcontractor text,
  removed_by uuid,
  constraint order_item_amount CHECK (quantity >= 1 AND quantity <= 10000 AND amount_fen = (quantity * unit_price_fen)),
  constraint order_item_kind CHECK (kind = ANY (ARRAY['test'::text, 'preparation'::text, 'urgent'::text, 'transport'::text, 'report'::text, 'discount'::text, 'other'::text])),
  constraint order_item_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders.service_order(id),
  constraint order_item_removed_by_fkey FOREIGN KEY (removed_by) REFERENCES orders.amendment(id),
  constraint order_item_pkey PRIMARY KEY (id),
  constraint order_item_position UNIQUE (order_id, "position")
);

create table orders.order_step (
  id uuid not null,
  order_id uuid not null,
  version integer not null,
  act text not null,
  from_state text,
  to_state text not null,
  side text not null,
  person_id uuid,
  reason text,
  detail jsonb default '{}'::jsonb not null,
  at timestamp with time zone not null,
  constraint order_step_side CHECK (side = ANY (ARRAY['client'::text, 'provider'::text, 'operator'::text, 'platform'::text])),
  constraint order_step_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders.service_order(id),
  constraint order_step_pkey PRIMARY KEY (id),
  constraint order_step_version UNIQUE (order_id, version)
);

create table orders.order_terms (
  order_id uuid not null,
  deposit_fen bigint not null,
  is_deposit_required boolean not null,
  fee_basis_points integer not null,
  agreed_at timestamp with time zone not null,
  constraint order_terms_deposit CHECK (deposit_fen >= 0),
  constraint order_terms_fee CHECK (fee_basis_points >= 0 AND fee_basis_points <= 10000),
  constraint order_terms_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders.service_order(id),
  constraint order_terms_pkey PRIMARY KEY (order_id)
);

create table orders.outgoing (
  id uuid not null,
  number text not null,
  kind text not null,
  organisation_id uuid not null,
  amount_fen bigint not null,
  account_name text not null,
  account_number text not null,
  bank_name text not null,
  reason text default ''::text not null,
  state text default 'asked'::text not null,
  asked_by uuid not null,
  asked_at timestamp with time zone not null,
  decided_by uuid,
  ended_at timestamp with time zone,
  refusal text,
  constraint outgoing_amount CHECK (amount_fen > 0),
  constraint outgoing_kind CHECK (kind = ANY (ARRAY['refund'::text, 'payout'::text])),
  constraint outgoing_refusal CHECK ((state = 'refused'::text) = (refusal IS NOT NULL) AND length(refusal) >= 1 AND length(refusal) <= 500),
  constraint outgoing_state CHECK ((state = ANY (ARRAY['asked'::text, 'sent'::text, 'refused'::text])) AND (state = 'asked'::text) = (ended_at IS NULL)),
  constraint outgoing_words CHECK (length(account_name) >= 1 AND length(account_name) <= 200 AND length(account_number) >= 4 AND length(account_number) <= 60 AND length(bank_name) >= 1 AND length(bank_name) <= 200 AND length(reason) <= 500),
  constraint outgoing_pkey PRIMARY KEY (id),
  constraint outgoing_number UNIQUE (number)
);

create table orders.parcel (
  id uuid not null,
  order_id uuid not null,
  direction text not null,
  carrier text not null,
  tracking_number text not null,
  sent_by uuid not null,
  sent_at timestamp with time zone not null,
  constraint parcel_direction CHECK (direction = ANY (ARRAY['to_provider'::text, 'to_client'::text])),
  constraint parcel_words CHECK (length(carrier) >= 1 AND length(carrier) <= 80 AND length(tracking_number) <= 60),
  constraint parcel_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders.service_order(id),
  constraint parcel_pkey PRIMARY KEY (id)
);

create table orders.payment (
  id uuid not null,
  number text not null,
  organisation_id uuid not null,
  order_id uuid,
  channel text not null,
  amount_fen bigint not null,
  state text default 'waiting'::text not null,
  provider_reference text,
  pay_path text,
  begun_by uuid not null,
  begun_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint payment_amount CHECK (amount_fen >= 1 AND amount_fen <= '10000000000'::bigint),
  constraint payment_channel CHECK (channel = ANY (ARRAY['sandbox'::text, 'bank_transfer'::text])),
  constraint payment_state CHECK ((state = ANY (ARRAY['waiting'::text, 'paid'::text, 'failed'::text, 'lapsed'::text, 'withdrawn'::text])) AND (state = 'waiting'::text) = (ended_at IS NULL)),
  constraint payment_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders.service_order(id),
  constraint payment_pkey PRIMARY KEY (id),
  constraint payment_number UNIQUE (number),
  constraint payment_reference UNIQUE (channel, provider_reference)
);

create table orders.payment_notice (
  channel text not null,
  event_id text not null,
  payment_id uuid not null,
  outcome text not null,
  times integer default 1 not null,
  first_at timestamp with time zone not null,
  constraint payment_notice_event CHECK (length(event_id) >= 1 AND length(event_id) <= 200),
  constraint payment_notice_outcome CHECK (outcome = ANY (ARRAY['paid'::text, 'failed'::text])),
  constraint payment_notice_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES orders.payment(id),
  constraint payment_notice_pkey PRIMARY KEY (channel, event_id)
);

create table orders.provider_policy (
  provider_id uuid not null,
  answer_days integer default 2 not null,
  approval_days integer default 5 not null,
  received_rate_percent integer default 10 not null,
  working_rate_percent integer default 50 not null,
  reporting_rate_percent integer default 90 not null,
  holds_results boolean default false not null,
  version integer default 1 not null,
  updated_at timestamp with time zone not null,
  updated_by uuid,
  constraint provider_policy_days CHECK (answer_days >= 1 AND answer_days <= 10 AND approval_days >= 3 AND approval_days <= 30),
  constraint provider_policy_rates CHECK (0 <= received_rate_percent AND received_rate_percent <= working_rate_percent AND working_rate_percent <= reporting_rate_percent AND reporting_rate_percent <= 100),
  constraint provider_policy_pkey PRIMARY KEY (provider_id)
);

create table orders.purchase_approval (
  order_id uuid not null,
  "position" integer not null,
  person_id uuid,
  role text,
  up_to_fen bigint,
  state text default 'open'::text not null,
  decided_by uuid,
  decided_at timestamp with time zone,
  words text,
  constraint purchase_approval_decided CHECK ((state = 'open'::text) = (decided_at IS NULL) AND (decided_at IS NULL) = (decided_by IS NULL)),
  constraint purchase_approval_state CHECK (state = ANY (ARRAY['open'::text, 'approved'::text, 'refused'::text])),
  constraint purchase_approval_whose CHECK (num_nonnulls(person_id, role) = 1),
  constraint purchase_approval_words CHECK (length(words) >= 1 AND length(words) <= 1000),
  constraint purchase_approval_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders.service_order(id),
  constraint purchase_approval_pkey PRIMARY KEY (order_id, "position")
);

create table orders.quote (
  id uuid not null,
  number text not null,
  enquiry_id uuid not null,
  provider_id uuid not null,
  revision integer not null,
  state text default 'offered'::text not null,
  valid_until timestamp with time zone not null,
  turnaround_days integer not null,
  needs_samples boolean not null,
  total_fen bigint not null,
  words text default ''::text not null,
  offered_by uuid not null,
  offered_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint quote_state CHECK (state = ANY (ARRAY['offered'::text, 'accepted'::text, 'superseded'::text, 'withdrawn'::text, 'declined'::text, 'lapsed'::text])),
  constraint quote_total CHECK (total_fen >= 0),
  constraint quote_turnaround CHECK (turnaround_days >= 1 AND turnaround_days <= 3650),
  constraint quote_words CHECK (length(words) <= 2000),
  constraint quote_enquiry_id_fkey FOREIGN KEY (enquiry_id) REFERENCES orders.enquiry(id),
  constraint quote_provider FOREIGN KEY (enquiry_id, provider_id) REFERENCES orders.enquiry_provider(enquiry_id, provider_id),
  constraint quote_pkey PRIMARY KEY (id),
  constraint quote_number UNIQUE (number),
  constraint quote_revision UNIQUE (enquiry_id, provider_id, revision)
);

create table orders.quote_line (
  quote_id uuid not null,
  "position" integer not null,
  kind text not null,
  enquiry_item_id uuid,
  service_id uuid,
  name text not null,
  method text default ''::text not null,
  quantity integer not null,
  unit text not null,
  unit_price_fen bigint not null,
  amount_fen bigint not null,
  constraint quote_line_amount CHECK (quantity >= 1 AND quantity <= 10000 AND amount_fen = (quantity * unit_price_fen)),
  constraint quote_line_kind CHECK (kind = ANY (ARRAY['test'::text, 'preparation'::text, 'urgent'::text, 'transport'::text, 'report'::text, 'discount'::text, 'other'::text])),
  constraint quote_line_sign CHECK ((kind = 'discount'::text) = (unit_price_fen < 0)),
  constraint quote_line_words CHECK (length(name) >= 1 AND length(name) <= 200 AND length(method) <= 300 AND length(unit) >= 1 AND length(unit) <= 40),
  constraint quote_line_enquiry_item_id_fkey FOREIGN KEY (enquiry_item_id) REFERENCES orders.enquiry_item(id),
  constraint quote_line_quote_id_fkey FOREIGN KEY (quote_id) REFERENCES orders.quote(id),
  constraint quote_line_pkey PRIMARY KEY (quote_id, "position")
);

create table orders.quote_terms (
  quote_id uuid not null,
  topic text not null,
  terms_id uuid not null,
  constraint quote_terms_quote_id_fkey FOREIGN KEY (quote_id) REFERENCES orders.quote(id),
  constraint quote_terms_terms_id_fkey FOREIGN KEY (terms_id) REFERENCES orders.terms_version(id),
  constraint quote_terms_pkey PRIMARY KEY (quote_id, topic)
);

create table orders.recipe (
  id uuid not null,
  provider_id uuid not null,
  code text not null,
  name text not null,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  constraint recipe_words CHECK (length(code) >= 1 AND length(code) <= 40 AND length(name) >= 1 AND length(name) <= 200),
  constraint recipe_pkey PRIMARY KEY (id),
  constraint recipe_code UNIQUE (provider_id, code)
);

create table orders.recipe_version (
  id uuid not null,
  recipe_id uuid not null,
  number integer not null,
  state text default 'draft'::text not null,
  batch_size numeric not null,
  size_unit text not null,
  steps jsonb not null,
  change_words text default ''::text not null,
  version integer default 1 not null,
  written_by uuid not null,
  written_at timestamp with time zone not null,
  approved_by uuid,
  approved_at timestamp with time zone,
  constraint recipe_version_approved CHECK ((state = 'draft'::text) = (approved_at IS NULL) AND (approved_at IS NULL) = (approved_by IS NULL)),
  constraint recipe_version_second_person CHECK (approved_by <> written_by),
  constraint recipe_version_size CHECK (batch_size > 0::numeric AND length(size_unit) >= 1 AND length(size_unit) <= 20),
  constraint recipe_version_state CHECK (state = ANY (ARRAY['draft'::text, 'approved'::text, 'replaced'::text])),
  constraint recipe_version_recipe_id_fkey FOREIGN KEY (recipe_id) REFERENCES orders.recipe(id),
  constraint recipe_version_pkey PRIMARY KEY (id),
  constraint recipe_version_number UNIQUE (recipe_id, number)
);

create table orders.recovery (
  order_id uuid not null,
  voucher_id uuid not null,
  programme_id uuid not null,
  organisation_id uuid not null,
  amount_fen bigint not null,
  opened_at timestamp with time zone not null,
  collected_at timestamp with time zone,
  constraint recovery_amount CHECK (amount_fen > 0),
  constraint recovery_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders.service_order(id),
  constraint recovery_pkey PRIMARY KEY (order_id),
  constraint recovery_voucher UNIQUE (voucher_id)
);

create table orders.related_party (
  id uuid not null,
  organisation_id uuid not null,
  related_id uuid not null,
  relation text not null,
  source text not null,
  noted_by uuid,
  noted_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  ended_by uuid,
  end_reason text,
  constraint related_party_ended CHECK ((ended_at IS NULL) = (end_reason IS NULL) AND length(end_reason) >= 1 AND length(end_reason) <= 500),
  constraint related_party_order CHECK (organisation_id < related_id),
  constraint related_party_relation CHECK (relation = ANY (ARRAY['parent'::text, 'same_group'::text, 'shareholder'::text, 'same_controller'::text, 'shared_management'::text, 'other'::text])),
  constraint related_party_source CHECK (length(source) >= 1 AND length(source) <= 500),
  constraint related_party_pkey PRIMARY KEY (id)
);

create table orders.report (
  id uuid not null,
  order_id uuid not null,
  provider_id uuid not null,
  template_id uuid not null,
  template_version integer not null,
  kind text not null,
  state text default 'draft'::text not null,
  version integer default 1 not null,
  content jsonb not null,
  replaces_id uuid,
  replace_reason text,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  prepared_by uuid,
  prepared_at timestamp with time zone,
  checked_by uuid,
  checked_at timestamp with time zone,
  approved_by uuid,
  approved_at timestamp with time zone,
  returned_reason text,
  number text,
  edition integer default 1 not null,
  code text,
  issued_by uuid,
  issued_at timestamp with time zone,
  sha256 text,
  size_bytes bigint,
  pages integer,
  marks jsonb,
  signing_key_id uuid,
  ended_by uuid,
  ended_at timestamp with time zone,
  end_reason text,
  retain_until date,
  constraint report_ended CHECK ((state = ANY (ARRAY['replaced'::text, 'withdrawn'::text, 'discarded'::text])) = (ended_at IS NOT NULL) AND (state <> 'withdrawn'::text OR end_reason IS NOT NULL)),
  constraint report_issued CHECK ((state = ANY (ARRAY['issued'::text, 'replaced'::text, 'withdrawn'::text])) = (number IS NOT NULL) AND (num_nulls(number, code, issued_by, issued_at, sha256, size_bytes, pages, marks, signing_key_id) = ANY (ARRAY[0, 9]))),
  constraint report_kind CHECK (kind = ANY (ARRAY['full'::text, 'part'::text])),
  constraint report_replaces CHECK ((replaces_id IS NULL) = (replace_reason IS NULL) AND (replaces_id IS NULL) = (edition = 1) AND replaces_id <> id),
  constraint report_signs CHECK ((prepared_by IS NULL) = (prepared_at IS NULL) AND (checked_by IS NULL) = (checked_at IS NULL) AND (approved_by IS NULL) = (approved_at IS NULL) AND (checked_by IS NULL OR prepared_by IS NOT NULL) AND (approved_by IS NULL OR checked_by IS NOT NULL) AND ((state <> ALL (ARRAY['prepared'::text, 'checked'::text, 'approved'::text, 'issued'::text, 'replaced'::text, 'withdrawn'::text])) OR prepared_by IS NOT NULL) AND ((state <> ALL (ARRAY['checked'::text, 'approved'::text, 'issued'::text, 'replaced'::text, 'withdrawn'::text])) OR checked_by IS NOT NULL) AND ((state <> ALL (ARRAY['approved'::text, 'issued'::text, 'replaced'::text, 'withdrawn'::text])) OR approved_by IS NOT NULL)),
  constraint report_state CHECK (state = ANY (ARRAY['draft'::text, 'prepared'::text, 'checked'::text, 'approved'::text, 'issued'::text, 'replaced'::text, 'withdrawn'::text, 'discarded'::text])),
  constraint report_three_persons CHECK (checked_by <> prepared_by AND approved_by <> prepared_by AND approved_by <> checked_by),
  constraint report_words CHECK (length(replace_reason) >= 1 AND length(replace_reason) <= 1000 AND length(end_reason) >= 1 AND length(end_reason) <= 1000 AND length(returned_reason) >= 1 AND length(returned_reason) <= 1000),
  constraint report_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders.service_order(id),
  constraint report_replaces_id_fkey FOREIGN KEY (replaces_id) REFERENCES orders.report(id),
  constraint report_signing_key_id_fkey FOREIGN KEY (signing_key_id) REFERENCES orders.signing_key(id),
  constraint report_template_of FOREIGN KEY (template_id, template_version) REFERENCES orders.report_template_version(template_id, version),
  constraint report_pkey PRIMARY KEY (id),
  constraint report_code UNIQUE (code),
  constraint report_number UNIQUE (number)
);

create table orders.report_numbering (
  provider_id uuid not null,
  code text not null,
  version integer default 1 not null,
  updated_by uuid not null,
  updated_at timestamp with time zone not null,
  constraint report_numbering_form CHECK (code ~ '^[A-Z][A-Z0-9]{1,7}$'::text),
  constraint report_numbering_pkey PRIMARY KEY (provider_id),
  constraint report_numbering_code UNIQUE (code)
);

create table orders.report_read (
  id uuid not null,
  release_id uuid not null,
  act text not null,
  address text not null,
  at timestamp with time zone not null,
  constraint report_read_act CHECK (act = ANY (ARRAY['opened'::text, 'downloaded'::text])),
  constraint report_read_address CHECK (length(address) <= 64),
  constraint report_read_release_id_fkey FOREIGN KEY (release_id) REFERENCES orders.report_release(id),
  constraint report_read_pkey PRIMARY KEY (id)
);

create table orders.report_release (
  id uuid not null,
  report_id uuid not null,
  organisation_id uuid not null,
  recipient text not null,
  note text default ''::text not null,
  token_hash bytea not null,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  revoked_by uuid,
  constraint report_release_revoked CHECK ((revoked_at IS NULL) = (revoked_by IS NULL)),
  constraint report_release_time CHECK (expires_at > created_at),
  constraint report_release_words CHECK (length(recipient) >= 1 AND length(recipient) <= 200 AND length(note) <= 500),
  constraint report_release_report_id_fkey FOREIGN KEY (report_id) REFERENCES orders.report(id),
  constraint report_release_pkey PRIMARY KEY (id),
  constraint report_release_token UNIQUE (token_hash)
);

create table orders.report_serial (
  provider_id uuid not null,
  year integer not null,
  class_code text not null,
  last integer not null,
  constraint report_serial_pkey PRIMARY KEY (provider_id, year, class_code)
);

create table orders.report_template (
  id uuid not null,
  provider_id uuid not null,
  name text not null,
  class_code text not null,
  language text not null,
  state text default 'active'::text not null,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  constraint report_template_class CHECK (class_code ~ '^[A-Z][A-Z0-9]{0,3}$'::text),
  constraint report_template_language CHECK (language = ANY (ARRAY['zh'::text, 'en'::text, 'zh_en'::text])),
  constraint report_template_name CHECK (length(name) >= 1 AND length(name) <= 100),
  constraint report_template_state CHECK (state = ANY (ARRAY['active'::text, 'retired'::text])),
  constraint report_template_pkey PRIMARY KEY (id)
);

create table orders.report_template_version (
  template_id uuid not null,
  version integer not null,
  content jsonb not null,
  created_by uuid,
  created_at timestamp with time zone not null,
  constraint report_template_version_template_id_fkey FOREIGN KEY (template_id) REFERENCES orders.report_template(id),
  constraint report_template_version_pkey PRIMARY KEY (template_id, version)
);

create table orders.result (
  id uuid not null,
  task_id uuid not null,
  "position" integer not null,
  revision integer default 1 not null,
  constraint result_task_id_fkey FOREIGN KEY (task_id) REFERENCES orders.task(id),
  constraint result_pkey PRIMARY KEY (id),
  constraint result_position UNIQUE (task_id, "position")
);

create table orders.result_entry (
  id uuid not null,
  result_id uuid not null,
  revision integer not null,
  parameter text not null,
  sample_label text default ''::text not null,
  value text not null,
  unit text default ''::text not null,
  limit_low numeric,
  limit_high numeric,
  limit_words text default ''::text not null,
  basis text default ''::text not null,
  verdict text not null,
  is_withdrawn boolean default false not null,
  source text not null,
  reason text,
  entered_by uuid not null,
  entered_at timestamp with time zone not null,
  constraint result_entry_limits CHECK (limit_low IS NULL OR limit_high IS NULL OR limit_low <= limit_high),
  constraint result_entry_reason CHECK ((revision = 1) = (reason IS NULL) AND length(reason) >= 1 AND length(reason) <= 1000),
  constraint result_entry_source CHECK (source = ANY (ARRAY['form'::text, 'import'::text])),
  constraint result_entry_verdict CHECK (verdict = ANY (ARRAY['pass'::text, 'fail'::text, 'not_judged'::text])),
  constraint result_entry_words CHECK (length(parameter) >= 1 AND length(parameter) <= 200 AND length(sample_label) <= 60 AND length(value) >= 1 AND length(value) <= 500 AND length(unit) <= 40 AND length(limit_words) <= 200 AND length(basis) <= 300),
  constraint result_entry_result_id_fkey FOREIGN KEY (result_id) REFERENCES orders.result(id),
  constraint result_entry_pkey PRIMARY KEY (id),
  constraint result_entry_revision UNIQUE (result_id, revision)
);

create table orders.sample (
  id uuid not null,
  order_id uuid not null,
  number text not null,
  code text not null,
  parent_id uuid,
  origin text default 'declared'::text not null,
  replaces_id uuid,
  name text not null,
  spec text default ''::text not null,
  batch text default ''::text not null,
  maker text default ''::text not null,
  packaging text default ''::text not null,
  appearance text default ''::text not null,
  quantity numeric(12,3) not null,
  remaining numeric(12,3) not null,
  unit text not null,
  storage text not null,
  hazards text[] default '{}'::text[] not null,
  rest text not null,
  produced_on date,
  expires_on date,
  note text default ''::text not null,
  state text default 'declared'::text not null,
  condition text,
  arrival_celsius numeric(5,1),
  refusal text,
  parcel_id uuid,
  return_parcel_id uuid,
  place_id uuid,
  received_at timestamp with time zone,
  retain_until date,
  retention_noticed_at timestamp with time zone,
  version integer default 1 not null,
  declared_by uuid not null,
  declared_at timestamp with time zone not null,
  constraint sample_condition CHECK (condition = ANY (ARRAY['intact'::text, 'damaged'::text, 'temperature'::text, 'insufficient'::text])),
  constraint sample_days CHECK (expires_on >= produced_on),
  constraint sample_hazards CHECK (hazards <@ ARRAY['flammable'::text, 'corrosive'::text, 'toxic'::text, 'infectious'::text, 'biological'::text, 'radioactive'::text, 'sharp'::text, 'pressurised'::text]),
  constraint sample_origin CHECK ((origin = ANY (ARRAY['declared'::text, 'split'::text, 'derived'::text])) AND (origin = 'declared'::text) = (parent_id IS NULL)),
  constraint sample_refusal CHECK (state <> 'refused'::text OR refusal IS NOT NULL),
  constraint sample_remaining CHECK (quantity > 0::numeric AND remaining >= 0::numeric AND remaining <= quantity),
  constraint sample_rest CHECK (rest = ANY (ARRAY['return'::text, 'dispose'::text])),
  constraint sample_state CHECK (state = ANY (ARRAY['declared'::text, 'sent'::text, 'received'::text, 'refused'::text, 'used_up'::text, 'returning'::text, 'returned'::text, 'destroyed'::text, 'lost'::text, 'broken'::text, 'withdrawn'::text])),
  constraint sample_storage CHECK (storage = ANY (ARRAY['room'::text, 'cool'::text, 'cold'::text, 'frozen'::text])),
  constraint sample_words CHECK (length(name) >= 1 AND length(name) <= 200 AND length(spec) <= 200 AND length(batch) <= 100 AND length(maker) <= 200 AND length(packaging) <= 200 AND length(appearance) <= 500 AND length(unit) >= 1 AND length(unit) <= 20 AND length(note) <= 1000 AND length(refusal) <= 1000),
  constraint sample_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders.service_order(id),
  constraint sample_parcel_id_fkey FOREIGN KEY (parcel_id) REFERENCES orders.parcel(id),
  constraint sample_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES orders.sample(id),
  constraint sample_place_id_fkey FOREIGN KEY (place_id) REFERENCES orders.storage_place(id),
  constraint sample_replaces_id_fkey FOREIGN KEY (replaces_id) REFERENCES orders.sample(id),
  constraint sample_return_parcel_id_fkey FOREIGN KEY (return_parcel_id) REFERENCES orders.parcel(id),
  constraint sample_pkey PRIMARY KEY (id),
  constraint sample_code UNIQUE (code),
  constraint sample_number UNIQUE (order_id, number),
  constraint sample_replaces UNIQUE (replaces_id)
);

create table orders.sample_destruction (
  id uuid not null,
  sample_id uuid not null,
  method text not null,
  state text default 'proposed'::text not null,
  event_id uuid not null,
  proposed_by uuid not null,
  proposed_at timestamp with time zone not null,
  witnessed_by uuid,
  ended_at timestamp with time zone,
  constraint sample_destruction_method CHECK (length(method) >= 1 AND length(method) <= 200),
  constraint sample_destruction_state CHECK ((state = ANY (ARRAY['proposed'::text, 'witnessed'::text, 'withdrawn'::text])) AND (state = 'proposed'::text) = (ended_at IS NULL)),
  constraint sample_destruction_witness CHECK ((state = 'witnessed'::text) = (witnessed_by IS NOT NULL) AND witnessed_by <> proposed_by),
  constraint sample_destruction_event_id_fkey FOREIGN KEY (event_id) REFERENCES orders.custody_event(id),
  constraint sample_destruction_sample_id_fkey FOREIGN KEY (sample_id) REFERENCES orders.sample(id),
  constraint sample_destruction_pkey PRIMARY KEY (id)
);

create table orders.sample_handover (
  id uuid not null,
  sample_id uuid not null,
  from_person_id uuid not null,
  to_person_id uuid not null,
  place_id uuid,
  words text,
  state text default 'offered'::text not null,
  offered_at timestamp with time zone not null,
  answered_at timestamp with time zone,
  constraint sample_handover_persons CHECK (from_person_id <> to_person_id),
  constraint sample_handover_state CHECK ((state = ANY (ARRAY['offered'::text, 'confirmed'::text, 'refused'::text, 'withdrawn'::text])) AND (state = 'offered'::text) = (answered_at IS NULL)),
  constraint sample_handover_place_id_fkey FOREIGN KEY (place_id) REFERENCES orders.storage_place(id),
  constraint sample_handover_sample_id_fkey FOREIGN KEY (sample_id) REFERENCES orders.sample(id),
  constraint sample_handover_pkey PRIMARY KEY (id)
);

create table orders.sample_item (
  sample_id uuid not null,
  order_item_id uuid not null,
  constraint sample_item_order_item_id_fkey FOREIGN KEY (order_item_id) REFERENCES orders.order_item(id),
  constraint sample_item_sample_id_fkey FOREIGN KEY (sample_id) REFERENCES orders.sample(id),
  constraint sample_item_pkey PRIMARY KEY (sample_id, order_item_id)
);

create table orders.sample_rule (
  provider_id uuid not null,
  retention_days integer not null,
  version integer default 1 not null,
  updated_at timestamp with time zone not null,
  updated_by uuid,
  constraint sample_rule_days CHECK (retention_days >= 1 AND retention_days <= 3650),
  constraint sample_rule_pkey PRIMARY KEY (provider_id)
);

create table orders.sandbox_payment (
  reference text not null,
  merchant_number text not null,
  amount_fen bigint not null,
  subject text not null,
  state text default 'open'::text not null,
  manner text,
  event_id text,
  notices_left integer default 0 not null,
  next_notice_at timestamp with time zone,
  created_at timestamp with time zone not null,
  paid_at timestamp with time zone,
  constraint sandbox_payment_manner CHECK (manner = ANY (ARRAY['at_once'::text, 'late'::text, 'repeated'::text, 'silent'::text, 'fails'::text])),
  constraint sandbox_payment_state CHECK (state = ANY (ARRAY['open'::text, 'paid'::text, 'failed'::text])),
  constraint sandbox_payment_pkey PRIMARY KEY (reference),
  constraint sandbox_payment_merchant UNIQUE (merchant_number)
);

create table orders.service_form (
  service_id uuid not null,
  version integer not null,
  provider_id uuid not null,
  fields jsonb not null,
  created_by uuid,
  created_at timestamp with time zone not null,
  constraint service_form_fields CHECK (jsonb_typeof(fields) = 'array'::text),
  constraint service_form_version CHECK (version >= 1),
  constraint service_form_pkey PRIMARY KEY (service_id, version)
);

create table orders.service_order (
  id uuid not null,
  number text not null,
  enquiry_id uuid,
  quote_id uuid,
  organisation_id uuid not null,
  provider_id uuid not null,
  person_id uuid not null,
  title text not null,
  purpose text not null,
  confidentiality text not null,
  state text not null,
  paused_from text,
  version integer default 1 not null,
  total_fen bigint not null,
  cancel_rates jsonb not null,
  turnaround_days integer not null,
  needs_samples boolean not null,
  holds_results boolean default false not null,
  answer_until timestamp with time zone,
  due_day date,
  clock_started_on date,
  clock_stopped_on date,
  stopped_days integer default 0 not null,
  placed_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  received_at timestamp with time zone,
  finished_at timestamp with time zone,
  reported_at timestamp with time zone,
  approved_at timestamp with time zone,
  settled_at timestamp with time zone,
  ended_at timestamp with time zone,
  needs_agreement boolean default false not null,
  constraint service_order_clock CHECK (stopped_days >= 0 AND (clock_stopped_on IS NULL OR clock_started_on IS NOT NULL)),
  constraint service_order_confidentiality CHECK (confidentiality = ANY (ARRAY['normal'::text, 'confidential'::text, 'sealed'::text])),
  constraint service_order_ended CHECK ((state = ANY (ARRAY['settled'::text, 'declined'::text, 'withdrawn'::text, 'cancelled'::text, 'lapsed'::text])) = (ended_at IS NOT NULL)),
  constraint service_order_paused CHECK ((state = 'paused'::text) = (paused_from IS NOT NULL) AND (paused_from = ANY (ARRAY['accepted'::text, 'received'::text, 'working'::text, 'reporting'::text]))),
  constraint service_order_purpose CHECK (purpose = ANY (ARRAY['research'::text, 'development'::text, 'registration'::text, 'production'::text, 'legal_duty'::text, 'other'::text])),
  constraint service_order_state CHECK (state = ANY (ARRAY['awaiting_approval'::text, 'placed'::text, 'accepted'::text, 'received'::text, 'working'::text, 'reporting'::text, 'reported'::text, 'retest_requested'::text, 'approved'::text, 'settled'::text, 'paused'::text, 'disputed'::text, 'declined'::text, 'withdrawn'::text, 'cancelled'::text, 'lapsed'::text])),
  constraint service_order_total CHECK (total_fen >= 0),
  constraint service_order_enquiry_id_fkey FOREIGN KEY (enquiry_id) REFERENCES orders.enquiry(id),
  constraint service_order_quote_id_fkey FOREIGN KEY (quote_id) REFERENCES orders.quote(id),
  constraint service_order_pkey PRIMARY KEY (id),
  constraint service_order_number UNIQUE (number)
);

create table orders.service_plan (
  service_id uuid not null,
  provider_id uuid not null,
  receives text not null,
  parallel_orders integer not null,
  intake_days integer not null,
  instrument_id uuid,
  instrument_minutes integer,
  version integer default 1 not null,
  updated_at timestamp with time zone not null,
  updated_by uuid,
  constraint service_plan_instrument CHECK ((instrument_id IS NULL) = (instrument_minutes IS NULL) AND instrument_minutes >= 15 AND instrument_minutes <= 43200),
  constraint service_plan_intake CHECK (intake_days >= 0 AND intake_days <= 10),
  constraint service_plan_parallel CHECK (parallel_orders >= 1 AND parallel_orders <= 200),
  constraint service_plan_receives CHECK (receives = ANY (ARRAY['samples'::text, 'site'::text, 'files'::text])),
  constraint service_plan_pkey PRIMARY KEY (service_id)
);

create table orders.settlement (
  order_id uuid not null,
  kind text not null,
  state text default 'running'::text not null,
  charge_fen bigint not null,
  opened_at timestamp with time zone not null,
  done_at timestamp with time zone,
  constraint settlement_charge CHECK (charge_fen >= 0),
  constraint settlement_kind CHECK (kind = ANY (ARRAY['order'::text, 'cancellation'::text])),
  constraint settlement_state CHECK ((state = ANY (ARRAY['running'::text, 'waiting'::text, 'done'::text])) AND (state = 'done'::text) = (done_at IS NOT NULL)),
  constraint settlement_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders.service_order(id),
  constraint settlement_pkey PRIMARY KEY (order_id)
);

create table orders.settlement_step (
  order_id uuid not null,
  step text not null,
  amount_fen bigint not null,
  at timestamp with time zone not null,
  constraint settlement_step_amount CHECK (amount_fen >= 0),
  constraint settlement_step_name CHECK (step = ANY (ARRAY['redeem_voucher'::text, 'collect_held'::text, 'release_rest'::text, 'collect_balance'::text, 'take_fee'::text, 'credit_provider'::text, 'close'::text])),
  constraint settlement_step_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders.settlement(order_id),
  constraint settlement_step_pkey PRIMARY KEY (order_id, step)
);

create table orders.signal (
  id uuid not null,
  rule text not null,
  subject text not null,
  organisation_id uuid,
  provider_id uuid,
  amount_fen bigint,
  evidence jsonb not null,
  state text default 'open'::text not null,
  version integer default 1 not null,
  found_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  reason text,
  decided_by uuid,
  decided_at timestamp with time zone,
  constraint signal_decided CHECK ((state = 'open'::text) = (decided_at IS NULL) AND (decided_at IS NULL) = (decided_by IS NULL) AND (decided_at IS NULL) = (reason IS NULL) AND length(reason) >= 1 AND length(reason) <= 1000),
  constraint signal_rule CHECK (rule = ANY (ARRAY['related_parties'::text, 'round_trip'::text, 'circle'::text, 'same_invoice'::text, 'split_orders'::text, 'no_trace'::text])),
  constraint signal_state CHECK (state = ANY (ARRAY['open'::text, 'followed_up'::text, 'dismissed'::text])),
  constraint signal_subject CHECK (length(subject) >= 1 AND length(subject) <= 200),
  constraint signal_pkey PRIMARY KEY (id),
  constraint signal_once UNIQUE (rule, subject)
);

create table orders.signing_key (
  id uuid not null,
  provider_id uuid,
  issuer_id uuid,
  certificate bytea not null,
  sealed_key bytea not null,
  valid_from timestamp with time zone not null,
  valid_to timestamp with time zone not null,
  retired_at timestamp with time zone,
  constraint signing_key_issuer CHECK ((provider_id IS NULL) = (issuer_id IS NULL)),
  constraint signing_key_validity CHECK (valid_from < valid_to),
  constraint signing_key_issuer_id_fkey FOREIGN KEY (issuer_id) REFERENCES orders.signing_key(id),
  constraint signing_key_pkey PRIMARY KEY (id)
);

create table orders.spending_limit (
  id uuid not null,
  organisation_id uuid not null,
  person_id uuid,
  role text,
  order_fen bigint,
  month_fen bigint,
  constraint spending_limit_amount CHECK (num_nonnulls(order_fen, month_fen) > 0 AND order_fen >= 0 AND month_fen >= 0),
  constraint spending_limit_whose CHECK (num_nonnulls(person_id, role) = 1),
  constraint spending_limit_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES orders.spending_policy(organisation_id),
  constraint spending_limit_pkey PRIMARY KEY (id),
  constraint spending_limit_person UNIQUE (organisation_id, person_id),
  constraint spending_limit_role UNIQUE (organisation_id, role)
);

create table orders.spending_policy (
  organisation_id uuid not null,
  version integer default 1 not null,
  updated_at timestamp with time zone not null,
  updated_by uuid not null,
  constraint spending_policy_pkey PRIMARY KEY (organisation_id)
);

create table orders.storage_place (
  id uuid not null,
  provider_id uuid not null,
  room text not null,
  shelf text default ''::text not null,
  storage text not null,
  is_retired boolean default false not null,
  version integer default 1 not null,
  updated_at timestamp with time zone not null,
  constraint storage_place_room CHECK (length(room) >= 1 AND length(room) <= 80 AND length(shelf) <= 80),
  constraint storage_place_storage CHECK (storage = ANY (ARRAY['room'::text, 'cool'::text, 'cold'::text, 'frozen'::text])),
  constraint storage_place_pkey PRIMARY KEY (id),
  constraint storage_place_name UNIQUE (provider_id, room, shelf)
);

create table orders.study (
  id uuid not null,
  number text not null,
  order_id uuid not null,
  provider_id uuid not null,
  title text not null,
  state text default 'planning'::text not null,
  director_id uuid not null,
  quality_id uuid not null,
  archivist_id uuid not null,
  version integer default 1 not null,
  starts_on date,
  ends_on date,
  started_at timestamp with time zone,
  completed_at timestamp with time zone,
  statement text,
  statement_by uuid,
  statement_at timestamp with time zone,
  final_signed_by uuid,
  final_signed_at timestamp with time zone,
  archived_at timestamp with time zone,
  stop_reason text,
  stopped_at timestamp with time zone,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  constraint study_days CHECK (ends_on >= starts_on),
  constraint study_final CHECK ((state = ANY (ARRAY['final'::text, 'archived'::text])) = (final_signed_at IS NOT NULL) AND (final_signed_at IS NULL OR statement_at IS NOT NULL) AND (final_signed_by IS NULL) = (final_signed_at IS NULL)),
  constraint study_signers CHECK (final_signed_by IS NULL OR statement_by <> final_signed_by),
  constraint study_state CHECK (state = ANY (ARRAY['planning'::text, 'running'::text, 'completed'::text, 'final'::text, 'archived'::text, 'stopped'::text])),
  constraint study_statement CHECK ((statement_by IS NULL) = (statement IS NULL) AND (statement_by IS NULL) = (statement_at IS NULL) AND length(statement) >= 1 AND length(statement) <= 8000),
  constraint study_stopped CHECK ((state = 'stopped'::text) = (stopped_at IS NOT NULL) AND (state = 'stopped'::text) = (stop_reason IS NOT NULL)),
  constraint study_three_persons CHECK (director_id <> quality_id AND director_id <> archivist_id AND quality_id <> archivist_id),
  constraint study_title CHECK (length(title) >= 1 AND length(title) <= 300),
  constraint study_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders.service_order(id),
  constraint study_pkey PRIMARY KEY (id),
  constraint study_number UNIQUE (number),
  constraint study_order UNIQUE (order_id)
);

create table orders.study_deviation (
  id uuid not null,
  study_id uuid not null,
  number integer not null,
  happened_on date not null,
  words text not null,
  impact text,
  measure text,
  reported_by uuid not null,
  reported_at timestamp with time zone not null,
  judged_by uuid,
  judged_at timestamp with time zone,
  constraint study_deviation_judged CHECK ((judged_at IS NULL) = (judged_by IS NULL) AND (judged_at IS NULL) = (impact IS NULL) AND (judged_at IS NULL) = (measure IS NULL)),
  constraint study_deviation_words CHECK (length(words) >= 1 AND length(words) <= 4000 AND length(impact) >= 1 AND length(impact) <= 4000 AND length(measure) >= 1 AND length(measure) <= 4000),
  constraint study_deviation_study_id_fkey FOREIGN KEY (study_id) REFERENCES orders.study(id),
  constraint study_deviation_pkey PRIMARY KEY (id),
  constraint study_deviation_number UNIQUE (study_id, number)
);

create table orders.study_phase (
  id uuid not null,
  study_id uuid not null,
  "position" integer not null,
  name text not null,
  planned_from date not null,
  planned_to date not null,
  begun_on date,
  ended_on date,
  constraint study_phase_days CHECK (planned_from <= planned_to AND begun_on <= ended_on AND (ended_on IS NULL OR begun_on IS NOT NULL)),
  constraint study_phase_name CHECK (length(name) >= 1 AND length(name) <= 200),
  constraint study_phase_study_id_fkey FOREIGN KEY (study_id) REFERENCES orders.study(id),
  constraint study_phase_pkey PRIMARY KEY (id),
  constraint study_phase_position UNIQUE (study_id, "position")
);

create table orders.study_plan (
  id uuid not null,
  study_id uuid not null,
  number integer not null,
  content jsonb not null,
  reason text,
  state text default 'draft'::text not null,
  written_by uuid not null,
  written_at timestamp with time zone not null,
  director_signed_by uuid,
  director_signed_at timestamp with time zone,
  sponsor_signed_by uuid,
  sponsor_signed_at timestamp with time zone,
  constraint study_plan_in_force CHECK ((state = 'in_force'::text) = (sponsor_signed_at IS NOT NULL) AND (sponsor_signed_at IS NULL) = (sponsor_signed_by IS NULL)),
  constraint study_plan_reason CHECK ((number = 0) = (reason IS NULL) AND length(reason) >= 1 AND length(reason) <= 2000),
  constraint study_plan_signed CHECK ((state <> 'draft'::text) = (director_signed_at IS NOT NULL) AND (director_signed_at IS NULL) = (director_signed_by IS NULL)),
  constraint study_plan_state CHECK (state = ANY (ARRAY['draft'::text, 'signed'::text, 'in_force'::text])),
  constraint study_plan_study_id_fkey FOREIGN KEY (study_id) REFERENCES orders.study(id),
  constraint study_plan_pkey PRIMARY KEY (id),
  constraint study_plan_number UNIQUE (study_id, number)
);

create table orders.study_step (
  id uuid not null,
  study_id uuid not null,
  version integer not null,
  act text not null,
  to_state text not null,
  person_id uuid,
  reason text,
  detail jsonb default '{}'::jsonb not null,
  at timestamp with time zone not null,
  constraint study_step_study_id_fkey FOREIGN KEY (study_id) REFERENCES orders.study(id),
  constraint study_step_pkey PRIMARY KEY (id),
  constraint study_step_version UNIQUE (study_id, version)
);

create table orders.task (
  id uuid not null,
  order_id uuid not null,
  order_item_id uuid not null,
  provider_id uuid not null,
  kind text not null,
  "position" integer not null,
  round integer default 1 not null,
  retest_of uuid,
  title text not null,
  method text default ''::text not null,
  state text default 'planned'::text not null,
  assignee_id uuid,
  due_day date,
  conditions text default ''::text not null,
  note text default ''::text not null,
  version integer default 1 not null,
  entered_by uuid[] default '{}'::uuid[] not null,
  started_at timestamp with time zone,
  done_at timestamp with time zone,
  done_by uuid,
  checked_at timestamp with time zone,
  checked_by uuid,
  void_reason text,
  created_at timestamp with time zone not null,
  constraint task_checked CHECK ((state = 'checked'::text) = (checked_at IS NOT NULL) AND (state = 'checked'::text) = (checked_by IS NOT NULL)),
  constraint task_done CHECK ((state <> ALL (ARRAY['done'::text, 'checked'::text])) OR done_at IS NOT NULL AND done_by IS NOT NULL),
  constraint task_kind CHECK (kind = ANY (ARRAY['test'::text, 'batch'::text])),
  constraint task_round CHECK (round >= 1 AND round <= 20 AND (retest_of IS NULL OR round > 1)),
  constraint task_second_person CHECK (checked_by IS NULL OR checked_by <> done_by AND NOT (checked_by = ANY (entered_by))),
  constraint task_state CHECK (state = ANY (ARRAY['planned'::text, 'running'::text, 'done'::text, 'checked'::text, 'void'::text])),
  constraint task_title CHECK (length(title) >= 1 AND length(title) <= 300 AND length(method) <= 1000),
  constraint task_void CHECK ((state = 'void'::text) = (void_reason IS NOT NULL) AND length(void_reason) >= 1 AND length(void_reason) <= 1000),
  constraint task_words CHECK (length(conditions) <= 1000 AND length(note) <= 2000),
  constraint task_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders.service_order(id),
  constraint task_order_item_id_fkey FOREIGN KEY (order_item_id) REFERENCES orders.order_item(id),
  constraint task_retest_of_fkey FOREIGN KEY (retest_of) REFERENCES orders.task(id),
  constraint task_pkey PRIMARY KEY (id),
  constraint task_position UNIQUE (order_id, "position")
);

create table orders.task_instrument (
  id uuid not null,
  task_id uuid not null,
  resource_id uuid not null,
  reservation_id uuid,
  used_on date not null,
  calibration_id uuid,
  calibration_due_on date,
  calibration_state text not null,
  reason text,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null,
  constraint task_instrument_overdue CHECK (calibration_state <> 'overdue'::text OR length(reason) >= 1 AND length(reason) <= 1000),
  constraint task_instrument_state CHECK (calibration_state = ANY (ARRAY['unknown'::text, 'valid'::text, 'due_soon'::text, 'overdue'::text])),
  constraint task_instrument_task_id_fkey FOREIGN KEY (task_id) REFERENCES orders.task(id),
  constraint task_instrument_pkey PRIMARY KEY (id),
  constraint task_instrument_once UNIQUE (task_id, resource_id, used_on)
);

create table orders.task_plan (
  id uuid not null,
  task_id uuid not null,
  provider_id uuid not null,
  person_id uuid,
  during tstzrange not null,
  takes_person boolean not null,
  state text default 'live'::text not null,
  end_reason text,
  planned_by uuid,
  planned_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint task_plan_during CHECK (NOT isempty(during) AND lower_inc(during) AND NOT upper_inc(during)),
  constraint task_plan_ended CHECK ((state = 'live'::text) = (ended_at IS NULL)),
  constraint task_plan_person CHECK (NOT takes_person OR person_id IS NOT NULL),
  constraint task_plan_state CHECK (state = ANY (ARRAY['live'::text, 'replaced'::text, 'released'::text, 'lost'::text])),
  constraint task_plan_task_id_fkey FOREIGN KEY (task_id) REFERENCES orders.task(id),
  constraint task_plan_pkey PRIMARY KEY (id),
  constraint task_plan_person_free EXCLUDE USING gist (person_id WITH =, during WITH &&) WHERE (state = 'live'::text AND takes_person)
);

create table orders.task_plan_resource (
  plan_id uuid not null,
  resource_id uuid not null,
  reservation_id uuid not null,
  released_at timestamp with time zone,
  constraint task_plan_resource_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES orders.task_plan(id),
  constraint task_plan_resource_pkey PRIMARY KEY (plan_id, resource_id),
  constraint task_plan_resource_reservation UNIQUE (reservation_id)
);

create table orders.task_step (
  id uuid not null,
  task_id uuid not null,
  version integer not null,
  act text not null,
  from_state text,
  to_state text not null,
  person_id uuid,
  reason text,
  detail jsonb default '{}'::jsonb not null,
  at timestamp with time zone not null,
  constraint task_step_task_id_fkey FOREIGN KEY (task_id) REFERENCES orders.task(id),
  constraint task_step_pkey PRIMARY KEY (id),
  constraint task_step_version UNIQUE (task_id, version)
);

create table orders.terms_version (
  id uuid not null,
  template_id uuid not null,
  provider_id uuid,
  topic text not null,
  number integer not null,
  name text not null,
  clauses jsonb not null,
  state text default 'draft'::text not null,
  is_default boolean default false not null,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  created_by uuid,
  published_at timestamp with time zone,
  published_by uuid,
  constraint terms_version_clauses CHECK (jsonb_typeof(clauses) = 'array'::text AND jsonb_array_length(clauses) >= 1 AND jsonb_array_length(clauses) <= 40),
  constraint terms_version_default CHECK (NOT is_default OR state = 'published'::text),
  constraint terms_version_name CHECK (length(name) >= 1 AND length(name) <= 100),
  constraint terms_version_state CHECK ((state = ANY (ARRAY['draft'::text, 'published'::text, 'retired'::text])) AND (state = 'draft'::text) = (published_at IS NULL)),
  constraint terms_version_topic CHECK (topic = ANY (ARRAY['general'::text, 'confidentiality'::text, 'intellectual_property'::text, 'liability'::text, 'retention'::text])),
  constraint terms_version_pkey PRIMARY KEY (id),
  constraint terms_version_number UNIQUE (template_id, number)
);

create table orders.thread (
  id uuid not null,
  organisation_id uuid not null,
  provider_id uuid not null,
  enquiry_id uuid,
  order_id uuid,
  client_read_at timestamp with time zone,
  provider_read_at timestamp with time zone,
  created_at timestamp with time zone not null,
  constraint thread_matter CHECK (enquiry_id IS NOT NULL OR order_id IS NOT NULL),
  constraint thread_enquiry_id_fkey FOREIGN KEY (enquiry_id) REFERENCES orders.enquiry(id),
  constraint thread_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders.service_order(id),
  constraint thread_pkey PRIMARY KEY (id),
  constraint thread_enquiry UNIQUE (enquiry_id, provider_id),
  constraint thread_order UNIQUE (order_id)
);

create table orders.thread_upload (
  file_id uuid not null,
  thread_id uuid not null,
  person_id uuid not null,
  created_at timestamp with time zone not null,
  constraint thread_upload_thread_id_fkey FOREIGN KEY (thread_id) REFERENCES orders.thread(id),
  constraint thread_upload_pkey PRIMARY KEY (file_id)
);

create table orders.voucher (
  id uuid not null,
  number text not null,
  order_id uuid not null,
  programme_id uuid not null,
  rule_id uuid not null,
  organisation_id uuid not null,
  provider_id uuid not null,
  year integer not null,
  state text default 'reserved'::text not null,
  eligible_fen bigint not null,
  amount_fen bigint not null,
  conditions jsonb not null,
  reserved_at timestamp with time zone not null,
  redeemed_at timestamp with time zone,
  ended_at timestamp with time zone,
  end_reason text,
  constraint voucher_amount CHECK (amount_fen >= 0 AND amount_fen <= eligible_fen AND (state = 'freed'::text OR amount_fen > 0)),
  constraint voucher_ended CHECK ((state = ANY (ARRAY['freed'::text, 'rejected'::text])) = (ended_at IS NOT NULL) AND (ended_at IS NULL) = (end_reason IS NULL)),
  constraint voucher_redeemed CHECK ((state = ANY (ARRAY['redeemed'::text, 'rejected'::text])) = (redeemed_at IS NOT NULL)),
  constraint voucher_state CHECK (state = ANY (ARRAY['reserved'::text, 'freed'::text, 'redeemed'::text, 'rejected'::text])),
  constraint voucher_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders.service_order(id),
  constraint voucher_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES orders.voucher_programme(id),
  constraint voucher_rule_id_fkey FOREIGN KEY (rule_id) REFERENCES orders.voucher_rule(id),
  constraint voucher_pkey PRIMARY KEY (id),
  constraint voucher_number UNIQUE (number),
  constraint voucher_order UNIQUE (order_id)
);

create table orders.voucher_applicant (
  organisation_id uuid not null,
  kind text not null,
  source text not null,
  noted_by uuid,
  noted_at timestamp with time zone not null,
  constraint voucher_applicant_kind CHECK (kind = ANY (ARRAY['enterprise'::text, 'team'::text])),
  constraint voucher_applicant_source CHECK (length(source) >= 1 AND length(source) <= 500),
  constraint voucher_applicant_pkey PRIMARY KEY (organisation_id)
);

create table orders.voucher_claim (
  voucher_id uuid not null,
  programme_id uuid not null,
  provider_id uuid not null,
  month text not null,
  state text default 'pending'::text not null,
  amount_fen bigint not null,
  version integer default 1 not null,
  answer_until timestamp with time zone,
  reminded_at timestamp with time zone,
  decided_by uuid,
  decided_at timestamp with time zone,
  reason text,
  evidence jsonb,
  created_at timestamp with time zone not null,
  constraint voucher_claim_decided CHECK ((state = ANY (ARRAY['accepted'::text, 'rejected'::text])) = (decided_at IS NOT NULL)),
  constraint voucher_claim_month CHECK (month ~ '^\d{4}-(0[1-9]|1[0-2])$'::text),
  constraint voucher_claim_reason CHECK ((state <> ALL (ARRAY['more_asked'::text, 'rejected'::text])) OR length(reason) >= 1 AND length(reason) <= 1000),
  constraint voucher_claim_state CHECK (state = ANY (ARRAY['pending'::text, 'more_asked'::text, 'accepted'::text, 'rejected'::text])),
  constraint voucher_claim_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES orders.voucher_programme(id),
  constraint voucher_claim_voucher_id_fkey FOREIGN KEY (voucher_id) REFERENCES orders.voucher(id),
  constraint voucher_claim_pkey PRIMARY KEY (voucher_id)
);

create table orders.voucher_claim_step (
  id uuid not null,
  voucher_id uuid not null,
  version integer not null,
  act text not null,
  person_id uuid,
  words text,
  at timestamp with time zone not null,
  constraint voucher_claim_step_act CHECK (act = ANY (ARRAY['claim'::text, 'ask_more'::text, 'supply'::text, 'accept'::text, 'reject'::text])),
  constraint voucher_claim_step_words CHECK (length(words) >= 1 AND length(words) <= 1000),
  constraint voucher_claim_step_voucher_id_fkey FOREIGN KEY (voucher_id) REFERENCES orders.voucher_claim(voucher_id),
  constraint voucher_claim_step_pkey PRIMARY KEY (id),
  constraint voucher_claim_step_version UNIQUE (voucher_id, version)
);

create table orders.voucher_paper (
  id uuid not null,
  voucher_id uuid not null,
  kind text not null,
  sha256 text not null,
  name text not null,
  media_type text not null,
  size_bytes bigint not null,
  added_by uuid not null,
  added_at timestamp with time zone not null,
  constraint voucher_paper_kind CHECK (kind = ANY (ARRAY['agreement'::text, 'meter_log'::text, 'report'::text, 'invoice'::text, 'payment'::text, 'other'::text])),
  constraint voucher_paper_voucher_id_fkey FOREIGN KEY (voucher_id) REFERENCES orders.voucher(id),
  constraint voucher_paper_pkey PRIMARY KEY (id),
  constraint voucher_paper_once UNIQUE (voucher_id, sha256)
);

create table orders.voucher_programme (
  id uuid not null,
  name_zh text not null,
  name_en text not null,
  issuer text not null,
  budget_fen bigint not null,
  reserved_fen bigint default 0 not null,
  redeemed_fen bigint default 0 not null,
  version integer default 1 not null,
  closed_at timestamp with time zone,
  created_by uuid,
  created_at timestamp with time zone not null,
  constraint voucher_programme_amounts CHECK (budget_fen >= 0 AND reserved_fen >= 0 AND redeemed_fen >= 0),
  constraint voucher_programme_names CHECK (length(name_zh) >= 1 AND length(name_zh) <= 200 AND length(name_en) >= 1 AND length(name_en) <= 200 AND length(issuer) >= 1 AND length(issuer) <= 200),
  constraint voucher_programme_not_overdrawn CHECK ((reserved_fen + redeemed_fen) <= budget_fen),
  constraint voucher_programme_pkey PRIMARY KEY (id)
);

create table orders.voucher_provider (
  id uuid not null,
  programme_id uuid not null,
  provider_id uuid not null,
  listed_from date not null,
  listed_to date,
  source text not null,
  noted_by uuid,
  noted_at timestamp with time zone not null,
  constraint voucher_provider_days CHECK (listed_to IS NULL OR listed_from <= listed_to),
  constraint voucher_provider_source CHECK (length(source) >= 1 AND length(source) <= 500),
  constraint voucher_provider_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES orders.voucher_programme(id),
  constraint voucher_provider_pkey PRIMARY KEY (id),
  constraint voucher_provider_once EXCLUDE USING gist (programme_id WITH =, provider_id WITH =, daterange(listed_from, listed_to, '[]'::text) WITH &&)
);

create table orders.voucher_quota (
  programme_id uuid not null,
  organisation_id uuid not null,
  year integer not null,
  quota_fen bigint not null,
  reserved_fen bigint default 0 not null,
  redeemed_fen bigint default 0 not null,
  constraint voucher_quota_amounts CHECK (reserved_fen >= 0 AND redeemed_fen >= 0),
  constraint voucher_quota_not_exceeded CHECK ((reserved_fen + redeemed_fen) <= quota_fen),
  constraint voucher_quota_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES orders.voucher_programme(id),
  constraint voucher_quota_pkey PRIMARY KEY (programme_id, organisation_id, year)
);

create table orders.voucher_rule (
  id uuid not null,
  programme_id uuid not null,
  number integer not null,
  valid_from date not null,
  valid_to date,
  rate_numerator integer not null,
  rate_denominator integer not null,
  enterprise_quota_fen bigint not null,
  team_quota_fen bigint not null,
  minimum_fen bigint default 0 not null,
  order_cap_fen bigint,
  allowed_purposes text[] not null,
  excluded_purposes text[] not null,
  line_kinds text[] not null,
  excluded_service_ids uuid[] default '{}'::uuid[] not null,
  districts text[] default '{}'::text[] not null,
  needs_listed_provider boolean default true not null,
  excludes_related_parties boolean default true not null,
  sources jsonb not null,
  created_by uuid,
  created_at timestamp with time zone not null,
  constraint voucher_rule_amounts CHECK (enterprise_quota_fen >= 0 AND team_quota_fen >= 0 AND minimum_fen >= 0 AND order_cap_fen > 0),
  constraint voucher_rule_days CHECK (valid_to IS NULL OR valid_from <= valid_to),
  constraint voucher_rule_purposes CHECK (NOT allowed_purposes && excluded_purposes),
  constraint voucher_rule_rate CHECK (0 < rate_numerator AND rate_numerator <= rate_denominator AND rate_denominator <= 10000),
  constraint voucher_rule_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES orders.voucher_programme(id),
  constraint voucher_rule_pkey PRIMARY KEY (id),
  constraint voucher_rule_number UNIQUE (programme_id, number)
);

create table orders.voucher_sample (
  id uuid not null,
  programme_id uuid not null,
  month_from text not null,
  month_to text not null,
  share_percent integer not null,
  seed text not null,
  population integer not null,
  drawn_by uuid,
  drawn_at timestamp with time zone not null,
  constraint voucher_sample_months CHECK (month_from <= month_to AND month_from ~ '^\d{4}-(0[1-9]|1[0-2])$'::text AND month_to ~ '^\d{4}-(0[1-9]|1[0-2])$'::text),
  constraint voucher_sample_seed CHECK (length(seed) >= 1 AND length(seed) <= 100),
  constraint voucher_sample_share CHECK (share_percent >= 1 AND share_percent <= 100),
  constraint voucher_sample_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES orders.voucher_programme(id),
  constraint voucher_sample_pkey PRIMARY KEY (id)
);

create table orders.voucher_sample_item (
  sample_id uuid not null,
  "position" integer not null,
  voucher_id uuid not null,
  finding text default 'open'::text not null,
  words text,
  found_by uuid,
  found_at timestamp with time zone,
  constraint voucher_sample_item_finding CHECK (finding = ANY (ARRAY['open'::text, 'in_order'::text, 'fault'::text])),
  constraint voucher_sample_item_found CHECK ((finding = 'open'::text) = (found_at IS NULL)),
  constraint voucher_sample_item_words CHECK (length(words) >= 1 AND length(words) <= 1000 AND (finding <> 'fault'::text OR words IS NOT NULL)),
  constraint voucher_sample_item_sample_id_fkey FOREIGN KEY (sample_id) REFERENCES orders.voucher_sample(id),
  constraint voucher_sample_item_voucher_id_fkey FOREIGN KEY (voucher_id) REFERENCES orders.voucher_claim(voucher_id),
  constraint voucher_sample_item_pkey PRIMARY KEY (sample_id, "position"),
  constraint voucher_sample_item_once UNIQUE (sample_id, voucher_id)
);

create table people.api_key (
  id uuid not null,
  person_id uuid not null,
  organisation_id uuid not null,
  name text not null,
  hint text not null,
  secret_hash bytea not null,
  scopes text[] not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  constraint api_key_name_check CHECK (length(name) >= 1 AND length(name) <= 80),
  constraint api_key_scopes_check CHECK (cardinality(scopes) >= 1 AND cardinality(scopes) <= 200),
  constraint api_key_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES people.organisation(id),
  constraint api_key_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id),
  constraint api_key_pkey PRIMARY KEY (id),
  constraint api_key_secret_key UNIQUE (secret_hash)
);

create table people.consent (
  id uuid not null,
  owner_organisation_id uuid not null,
  reader_organisation_id uuid not null,
  facts text[] not null,
  purpose text not null,
  valid_until timestamp with time zone not null,
  granted_by uuid not null,
  granted_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  revoked_by uuid,
  constraint consent_between_two CHECK (owner_organisation_id <> reader_organisation_id),
  constraint consent_facts_check CHECK (cardinality(facts) >= 1 AND cardinality(facts) <= 20),
  constraint consent_purpose_check CHECK (length(purpose) >= 2 AND length(purpose) <= 200),
  constraint consent_granted_by_fkey FOREIGN KEY (granted_by) REFERENCES people.person(id),
  constraint consent_owner_organisation_id_fkey FOREIGN KEY (owner_organisation_id) REFERENCES people.organisation(id),
  constraint consent_reader_organisation_id_fkey FOREIGN KEY (reader_organisation_id) REFERENCES people.organisation(id),
  constraint consent_revoked_by_fkey FOREIGN KEY (revoked_by) REFERENCES people.person(id),
  constraint consent_pkey PRIMARY KEY (id)
);

create table people.email_change (
  token_hash bytea not null,
  person_id uuid not null,
  email text not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint email_change_email_check CHECK (length(email) >= 3 AND length(email) <= 254 AND email = lower(email)),
  constraint email_change_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id) ON DELETE CASCADE,
  constraint email_change_pkey PRIMARY KEY (token_hash),
  constraint email_change_person_once UNIQUE (person_id)
);

create table people.fact_read (
  id uuid not null,
  at timestamp with time zone not null,
  owner_organisation_id uuid not null,
  reader_organisation_id uuid not null,
  reader_person_id uuid not null,
  facts text not null,
  basis text not null,
  consent_id uuid,
  purpose text not null,
  constraint fact_read_basis CHECK ((basis = 'consent'::text) = (consent_id IS NOT NULL)),
  constraint fact_read_basis_check CHECK (basis = ANY (ARRAY['consent'::text, 'duty'::text])),
  constraint fact_read_purpose_check CHECK (length(purpose) >= 1 AND length(purpose) <= 200),
  constraint fact_read_consent_id_fkey FOREIGN KEY (consent_id) REFERENCES people.consent(id),
  constraint fact_read_owner_organisation_id_fkey FOREIGN KEY (owner_organisation_id) REFERENCES people.organisation(id),
  constraint fact_read_reader_organisation_id_fkey FOREIGN KEY (reader_organisation_id) REFERENCES people.organisation(id),
  constraint fact_read_reader_person_id_fkey FOREIGN KEY (reader_person_id) REFERENCES people.person(id),
  constraint fact_read_pkey PRIMARY KEY (id)
);

create table people.invitation (
  id uuid not null,
  organisation_id uuid not null,
  email text not null,
  roles text[] not null,
  token_hash bytea not null,
  invited_by uuid not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  accepted_by uuid,
  revoked_at timestamp with time zone,
  constraint invitation_email_check CHECK (length(email) >= 3 AND length(email) <= 254 AND email = lower(email)),
  constraint invitation_roles_check CHECK (cardinality(roles) >= 1 AND cardinality(roles) <= 12),
  constraint invitation_accepted_by_fkey FOREIGN KEY (accepted_by) REFERENCES people.person(id),
  constraint invitation_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES people.person(id),
  constraint invitation_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES people.organisation(id),
  constraint invitation_pkey PRIMARY KEY (id),
  constraint invitation_token_key UNIQUE (token_hash)
);

create table people.join_request (
  id uuid not null,
  organisation_id uuid not null,
  person_id uuid not null,
  message text default ''::text not null,
  status text not null,
  reason text,
  decided_by uuid,
  decided_at timestamp with time zone,
  created_at timestamp with time zone not null,
  constraint join_request_message_check CHECK (length(message) <= 500),
  constraint join_request_reason_check CHECK (length(reason) >= 1 AND length(reason) <= 500),
  constraint join_request_status_check CHECK (status = ANY (ARRAY['pending'::text, 'approved'::text, 'rejected'::text, 'withdrawn'::text])),
  constraint join_request_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES people.person(id),
  constraint join_request_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES people.organisation(id),
  constraint join_request_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id),
  constraint join_request_pkey PRIMARY KEY (id)
);

create table people.known_device (
  token_hash bytea not null,
  person_id uuid not null,
  created_at timestamp with time zone not null,
  last_used_at timestamp with time zone not null,
  constraint known_device_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id) ON DELETE CASCADE,
  constraint known_device_pkey PRIMARY KEY (token_hash, person_id)
);

create table people.membership (
  id uuid not null,
  person_id uuid not null,
  organisation_id uuid not null,
  roles text[] not null,
  status text not null,
  version integer default 1 not null,
  joined_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint membership_roles_check CHECK (cardinality(roles) >= 1 AND cardinality(roles) <= 12),
  constraint membership_status_check CHECK (status = ANY (ARRAY['active'::text, 'left'::text, 'removed'::text])),
  constraint membership_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES people.organisation(id),
  constraint membership_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id),
  constraint membership_pkey PRIMARY KEY (id),
  constraint membership_person_organisation_key UNIQUE (person_id, organisation_id)
);

create table people.organisation (
  id uuid not null,
  kind text not null,
  name text not null,
  short_name text not null,
  name_en text default ''::text not null,
  uscc text,
  district text default ''::text not null,
  status text not null,
  status_reason text,
  status_changed_at timestamp with time zone not null,
  address text default ''::text not null,
  website text default ''::text not null,
  introduction text default ''::text not null,
  legal_representative text default ''::text not null,
  contact_name text default ''::text not null,
  contact_phone text default ''::text not null,
  contact_email text default ''::text not null,
  founded_on date,
  registered_capital_fen bigint,
  employee_count integer,
  version integer default 1 not null,
  created_by uuid,
  created_at timestamp with time zone not null,
  second_factor_roles text[] default '{}'::text[] not null,
  constraint organisation_address_check CHECK (length(address) <= 200),
  constraint organisation_contact_email_check CHECK (length(contact_email) <= 254),
  constraint organisation_contact_name_check CHECK (length(contact_name) <= 80),
  constraint organisation_contact_phone_check CHECK (length(contact_phone) <= 40),
  constraint organisation_district_check CHECK (length(district) <= 60),
  constraint organisation_employee_count_check CHECK (employee_count >= 0),
  constraint organisation_introduction_check CHECK (length(introduction) <= 2000),
  constraint organisation_kind_check CHECK (kind = ANY (ARRAY['enterprise'::text, 'provider'::text, 'bank'::text, 'government'::text, 'operator'::text])),
  constraint organisation_legal_representative_check CHECK (length(legal_representative) <= 80),
  constraint organisation_name_check CHECK (length(name) >= 2 AND length(name) <= 120),
  constraint organisation_name_en_check CHECK (length(name_en) <= 200),
  constraint organisation_registered_capital_fen_check CHECK (registered_capital_fen >= 0),
  constraint organisation_second_factor_roles_check CHECK (cardinality(second_factor_roles) <= 12),
  constraint organisation_short_name_check CHECK (length(short_name) >= 1 AND length(short_name) <= 40),
  constraint organisation_status_check CHECK (status = ANY (ARRAY['pending'::text, 'verified'::text, 'rejected'::text, 'suspended'::text])),
  constraint organisation_status_reason_check CHECK (length(status_reason) >= 1 AND length(status_reason) <= 500),
  constraint organisation_uscc_check CHECK (uscc ~ '^[0-9A-HJ-NP-RTUWXY]{18}$'::text),
  constraint organisation_website_check CHECK (length(website) <= 200),
  constraint organisation_created_by_fkey FOREIGN KEY (created_by) REFERENCES people.person(id),
  constraint organisation_pkey PRIMARY KEY (id)
);

create table people.password_reset (
  token_hash bytea not null,
  person_id uuid not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  event_id uuid not null,
  constraint password_reset_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id) ON DELETE CASCADE,
  constraint password_reset_pkey PRIMARY KEY (token_hash),
  constraint password_reset_event_key UNIQUE (event_id)
);

create table people.pending_sign_up (
  token_hash bytea not null,
  email text not null,
  name text not null,
  language text not null,
  password_hash text not null,
  tries integer default 0 not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint pending_sign_up_email_check CHECK (length(email) >= 3 AND length(email) <= 254 AND email = lower(email)),
  constraint pending_sign_up_language_check CHECK (language = ANY (ARRAY['zh'::text, 'en'::text])),
  constraint pending_sign_up_name_check CHECK (length(name) >= 1 AND length(name) <= 80),
  constraint pending_sign_up_pkey PRIMARY KEY (token_hash)
);

create table people.person (
  id uuid not null,
  email text not null,
  name text not null,
  language text not null,
  password_hash text not null,
  password_changed_at timestamp with time zone not null,
  last_organisation_id uuid,
  disabled_at timestamp with time zone,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  constraint person_email_check CHECK (length(email) >= 3 AND length(email) <= 254 AND email = lower(email)),
  constraint person_language_check CHECK (language = ANY (ARRAY['zh'::text, 'en'::text])),
  constraint person_name_check CHECK (length(name) >= 1 AND length(name) <= 80),
  constraint person_last_organisation_fkey FOREIGN KEY (last_organisation_id) REFERENCES people.organisation(id),
  constraint person_pkey PRIMARY KEY (id),
  constraint person_email_key UNIQUE (email)
);

create table people.recovery_code (
  person_id uuid not null,
  code_hash bytea not null,
  used_at timestamp with time zone,
  constraint recovery_code_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id) ON DELETE CASCADE,
  constraint recovery_code_pkey PRIMARY KEY (person_id, code_hash)
);

create table people.second_factor (
  person_id uuid not null,
  secret_sealed bytea not null,
  confirmed_at timestamp with time zone,
  last_used_step bigint default 0 not null,
  created_at timestamp with time zone not null,
  constraint second_factor_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id) ON DELETE CASCADE,
  constraint second_factor_pkey PRIMARY KEY (person_id)
);

create table people.session (
  id uuid not null,
  token_hash bytea not null,
  person_id uuid not null,
  active_organisation_id uuid,
  created_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  address text default ''::text not null,
  user_agent text default ''::text not null,
  constraint session_user_agent_check CHECK (length(user_agent) <= 300),
  constraint session_active_organisation_id_fkey FOREIGN KEY (active_organisation_id) REFERENCES people.organisation(id),
  constraint session_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id),
  constraint session_pkey PRIMARY KEY (id),
  constraint session_token_key UNIQUE (token_hash)
);

create table people.sign_in_challenge (
  token_hash bytea not null,
  person_id uuid not null,
  methods text[] not null,
  email_code_hash bytea,
  tries integer default 0 not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint sign_in_challenge_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id) ON DELETE CASCADE,
  constraint sign_in_challenge_pkey PRIMARY KEY (token_hash)
);

create table people.throttle (
  bucket bytea not null,
  failures integer not null,
  last_at timestamp with time zone not null,
  blocked_until timestamp with time zone not null,
  constraint throttle_pkey PRIMARY KEY (bucket)
);

create table platform.audit_entry (
  id uuid not null,
  at timestamp with time zone not null,
  actor_user_id uuid,
  actor_organisation_id uuid,
  action text not null,
  subject_type text not null,
  subject_id text not null,
  detail jsonb default '{}'::jsonb not null,
  request_id text,
  constraint audit_entry_pkey PRIMARY KEY (id)
);

create table platform.audit_seal (
  "position" bigint not null,
  entry_id uuid not null,
  entry_hash bytea not null,
  chain_hash bytea not null,
  sealed_at timestamp with time zone default now() not null,
  constraint audit_seal_chain_hash_check CHECK (length(chain_hash) = 32),
  constraint audit_seal_entry_hash_check CHECK (length(entry_hash) = 32),
  constraint audit_seal_position_check CHECK ("position" > 0),
  constraint audit_seal_pkey PRIMARY KEY ("position"),
  constraint audit_seal_entry UNIQUE (entry_id)
);

create table platform.command_receipt (
  actor_id text not null,
  key text not null,
  request_hash bytea not null,
  status integer not null,
  body jsonb,
  headers jsonb default '{}'::jsonb not null,
  created_at timestamp with time zone default now() not null,
  constraint command_receipt_key_check CHECK (length(key) >= 1 AND length(key) <= 200),
  constraint command_receipt_pkey PRIMARY KEY (actor_id, key)
);

create table platform.district (
  is_this boolean default true not null,
  name_zh text not null,
  name_en text not null,
  is_demo boolean not null,
  seed bigint,
  reference_day date,
  generated_at timestamp with time zone,
  constraint district_demo CHECK (is_demo = (seed IS NOT NULL) AND is_demo = (reference_day IS NOT NULL) AND is_demo = (generated_at IS NOT NULL)),
  constraint district_is_this_check CHECK (is_this),
  constraint district_name_en_check CHECK (length(name_en) >= 1 AND length(name_en) <= 120),
  constraint district_name_zh_check CHECK (length(name_zh) >= 1 AND length(name_zh) <= 60),
  constraint district_pkey PRIMARY KEY (is_this)
);

create table platform.file (
  id uuid not null,
  sha256 text not null,
  name text not null,
  media_type text not null,
  size_bytes bigint not null,
  owner_organisation_id uuid,
  uploaded_by uuid,
  created_at timestamp with time zone default now() not null,
  constraint file_name_check CHECK (length(name) >= 1 AND length(name) <= 255),
  constraint file_sha256_check CHECK (sha256 ~ '^[0-9a-f]{64}$'::text),
  constraint file_size_bytes_check CHECK (size_bytes >= 0),
  constraint file_pkey PRIMARY KEY (id)
);

create table platform.mail (
  id uuid not null,
  key text,
  to_address text not null,
  subject text not null,
  text_body text not null,
  html_body text,
  language text not null,
  state text default 'queued'::text not null,
  attempts integer default 0 not null,
  last_error text,
  created_at timestamp with time zone default now() not null,
  sent_at timestamp with time zone,
  calendar jsonb,
  attachments jsonb,
  constraint mail_key_check CHECK (length(key) >= 1 AND length(key) <= 200),
  constraint mail_language_check CHECK (language = ANY (ARRAY['zh'::text, 'en'::text])),
  constraint mail_state_check CHECK (state = ANY (ARRAY['queued'::text, 'sent'::text, 'failed'::text, 'kept'::text])),
  constraint mail_subject_check CHECK (length(subject) >= 1 AND length(subject) <= 500),
  constraint mail_to_address_check CHECK (length(to_address) >= 3 AND length(to_address) <= 320),
  constraint mail_pkey PRIMARY KEY (id),
  constraint mail_key UNIQUE (key)
);

create table platform.migration (
  name text not null,
  sha256 text not null,
  applied_at timestamp with time zone default now() not null,
  constraint migration_pkey PRIMARY KEY (name)
);

create table platform.notice (
  id uuid not null,
  person_id uuid not null,
  key text not null,
  kind text not null,
  topic_group text not null,
  texts jsonb not null,
  link text,
  created_at timestamp with time zone not null,
  read_at timestamp with time zone,
  constraint notice_key_check CHECK (length(key) >= 1 AND length(key) <= 200),
  constraint notice_kind_check CHECK (kind ~ '^[a-z]+\.[a-z_]+$'::text),
  constraint notice_link_check CHECK (link ~~ '/%'::text AND length(link) <= 500),
  constraint notice_pkey PRIMARY KEY (id),
  constraint notice_once UNIQUE (person_id, key)
);

create table platform.notice_mail (
  notice_id uuid not null,
  person_id uuid not null,
  is_digest boolean not null,
  due_at timestamp with time zone not null,
  enclosures jsonb default '{}'::jsonb not null,
  constraint notice_mail_notice_id_fkey FOREIGN KEY (notice_id) REFERENCES platform.notice(id) ON DELETE CASCADE,
  constraint notice_mail_pkey PRIMARY KEY (notice_id)
);

create table platform.notice_setting (
  person_id uuid not null,
  mail jsonb default '{}'::jsonb not null,
  zone text not null,
  quiet_from text,
  quiet_until text,
  digest_at text not null,
  version integer default 1 not null,
  constraint notice_setting_digest_at_check CHECK (digest_at ~ '^([01]\d|2[0-3]):[0-5]\d$'::text),
  constraint notice_setting_quiet CHECK ((quiet_from IS NULL) = (quiet_until IS NULL) AND (quiet_from <> quiet_until) IS NOT FALSE),
  constraint notice_setting_quiet_from_check CHECK (quiet_from ~ '^([01]\d|2[0-3]):[0-5]\d$'::text),
  constraint notice_setting_quiet_until_check CHECK (quiet_until ~ '^([01]\d|2[0-3]):[0-5]\d$'::text),
  constraint notice_setting_zone_check CHECK (length(zone) >= 1 AND length(zone) <= 64),
  constraint notice_setting_pkey PRIMARY KEY (person_id)
);

create table platform.outbox_event (
  id uuid not null,
  topic text not null,
  payload jsonb not null,
  occurred_at timestamp with time zone default now() not null,
  constraint outbox_event_topic_check CHECK (topic ~ '^[a-z]+\.[a-z_]+$'::text),
  constraint outbox_event_pkey PRIMARY KEY (id)
);

create unlogged table platform.request_count (
  bucket bytea not null,
  window_ends_at timestamp with time zone not null,
  requests integer not null,
  constraint request_count_pkey PRIMARY KEY (bucket)
);

create table platform.webhook (
  id uuid not null,
  organisation_id uuid not null,
  name text not null,
  address text not null,
  topics text[] not null,
  state text not null,
  paused_because text,
  secret_sealed bytea not null,
  old_secret_sealed bytea,
  old_secret_until timestamp with time zone,
  last_success_at timestamp with time zone,
  version integer default 1 not null,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint webhook_address_check CHECK (length(address) >= 8 AND length(address) <= 1000),
  constraint webhook_name_check CHECK (length(name) >= 1 AND length(name) <= 100),
  constraint webhook_old_secret CHECK ((old_secret_sealed IS NULL) = (old_secret_until IS NULL)),
  constraint webhook_paused CHECK ((state = 'paused'::text) = (paused_because IS NOT NULL)),
  constraint webhook_paused_because_check CHECK (paused_because = ANY (ARRAY['by_member'::text, 'failing'::text])),
  constraint webhook_state_check CHECK (state = ANY (ARRAY['active'::text, 'paused'::text])),
  constraint webhook_topics_check CHECK (cardinality(topics) >= 1 AND cardinality(topics) <= 100),
  constraint webhook_pkey PRIMARY KEY (id)
);

create table platform.webhook_attempt (
  id uuid not null,
  delivery_id uuid not null,
  at timestamp with time zone not null,
  took_ms integer not null,
  by_hand boolean not null,
  request_headers jsonb not null,
  response_status integer,
  response_start text,
  error text,
  constraint webhook_attempt_delivery_id_fkey FOREIGN KEY (delivery_id) REFERENCES platform.webhook_delivery(id) ON DELETE CASCADE,
  constraint webhook_attempt_pkey PRIMARY KEY (id)
);

create table platform.webhook_delivery (
  id uuid not null,
  webhook_id uuid not null,
  event_id uuid not null,
  topic text not null,
  body text not null,
  state text not null,
  attempts integer default 0 not null,
  next_attempt_at timestamp with time zone,
  created_at timestamp with time zone not null,
  delivered_at timestamp with time zone,
  constraint webhook_delivery_state_check CHECK (state = ANY (ARRAY['waiting'::text, 'held'::text, 'retrying'::text, 'delivered'::text, 'failed'::text])),
  constraint webhook_delivery_webhook_id_fkey FOREIGN KEY (webhook_id) REFERENCES platform.webhook(id) ON DELETE CASCADE,
  constraint webhook_delivery_pkey PRIMARY KEY (id),
  constraint webhook_delivery_once UNIQUE (webhook_id, event_id)
);

create table scoring.certificate (
  id uuid not null,
  number text not null,
  code text not null,
  run_id uuid not null,
  enterprise_id uuid not null,
  content jsonb not null,
  sha256 text not null,
  size_bytes bigint not null,
  pages integer not null,
  issued_by uuid not null,
  issued_at timestamp with time zone not null,
  constraint certificate_enterprise_id_fkey FOREIGN KEY (enterprise_id) REFERENCES scoring.enterprise(id),
  constraint certificate_run_id_fkey FOREIGN KEY (run_id) REFERENCES scoring.run(id),
  constraint certificate_pkey PRIMARY KEY (id),
  constraint certificate_code UNIQUE (code),
  constraint certificate_number UNIQUE (number)
);

create table scoring.credit_rule (
  id uuid not null,
  kind text not null,
  code text not null,
  name_zh text not null,
  name_en text not null,
  threshold numeric not null,
  is_above boolean default false not null,
  valid_from date not null,
  valid_until date,
  source_title text not null,
  certainty text not null,
  constraint credit_rule_certainty CHECK (certainty = ANY (ARRAY['seen'::text, 'second_hand'::text, 'to_confirm'::text])),
  constraint credit_rule_code_check CHECK (code ~ '^[a-z][a-z0-9_]{0,39}$'::text),
  constraint credit_rule_kind CHECK (kind = ANY (ARRAY['grade'::text, 'white_list'::text])),
  constraint credit_rule_name_en_check CHECK (length(name_en) >= 1 AND length(name_en) <= 100),
  constraint credit_rule_name_zh_check CHECK (length(name_zh) >= 1 AND length(name_zh) <= 60),
  constraint credit_rule_period CHECK (valid_until >= valid_from),
  constraint credit_rule_source_title_check CHECK (length(source_title) >= 2 AND length(source_title) <= 300),
  constraint credit_rule_threshold CHECK (threshold >= 0::numeric AND threshold <= 100::numeric),
  constraint credit_rule_pkey PRIMARY KEY (id),
  constraint credit_rule_once UNIQUE (kind, code, valid_from)
);

create table scoring.cultivation_note (
  id uuid not null,
  enterprise_id uuid not null,
  body text not null,
  written_by uuid not null,
  written_at timestamp with time zone not null,
  constraint cultivation_note_body_check CHECK (length(body) >= 2 AND length(body) <= 4000),
  constraint cultivation_note_enterprise_id_fkey FOREIGN KEY (enterprise_id) REFERENCES scoring.enterprise(id),
  constraint cultivation_note_pkey PRIMARY KEY (id)
);

create table scoring.enterprise (
  id uuid not null,
  credit_code text not null,
  name text not null,
  short_name text,
  founded_on date,
  industry text,
  park text,
  is_opted_out boolean default false not null,
  created_at timestamp with time zone not null,
  version integer default 1 not null,
  district text,
  constraint enterprise_credit_code_form CHECK (credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'::text),
  constraint enterprise_district_check CHECK (length(district) <= 100),
  constraint enterprise_industry_check CHECK (length(industry) <= 100),
  constraint enterprise_name_check CHECK (length(name) >= 2 AND length(name) <= 200),
  constraint enterprise_park_check CHECK (length(park) <= 100),
  constraint enterprise_short_name_check CHECK (length(short_name) >= 1 AND length(short_name) <= 60),
  constraint enterprise_pkey PRIMARY KEY (id),
  constraint enterprise_credit_code UNIQUE (credit_code)
);

create table scoring.enterprise_label (
  id uuid not null,
  enterprise_id uuid not null,
  label text not null,
  run_id uuid not null,
  since timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint enterprise_label_label_check CHECK (label ~ '^[a-z][a-z_]{1,30}:[a-z0-9][a-z0-9_-]{0,59}$'::text),
  constraint enterprise_label_enterprise_id_fkey FOREIGN KEY (enterprise_id) REFERENCES scoring.enterprise(id),
  constraint enterprise_label_run_id_fkey FOREIGN KEY (run_id) REFERENCES scoring.run(id),
  constraint enterprise_label_pkey PRIMARY KEY (id)
);

create table scoring.fact (
  id uuid not null,
  enterprise_id uuid not null,
  fact_code text not null,
  period text not null,
  source text not null,
  value numeric not null,
  state text default 'current'::text not null,
  confidence text not null,
  document text,
  evidence_file_id uuid,
  batch_id uuid,
  reason text,
  recorded_by uuid,
  received_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  replaced_by uuid,
  constraint fact_confidence CHECK (confidence = ANY (ARRAY['proved'::text, 'stated'::text, 'estimated'::text])),
  constraint fact_document_check CHECK (length(document) <= 200),
  constraint fact_ended CHECK ((state = ANY (ARRAY['replaced'::text, 'withdrawn'::text, 'refused'::text])) = (ended_at IS NOT NULL)),
  constraint fact_period CHECK (period ~ '^\d{4}(-Q[1-4]|-\d{2}-\d{2})?$'::text),
  constraint fact_reason_check CHECK (length(reason) <= 500),
  constraint fact_replaced CHECK ((state = 'replaced'::text) = (replaced_by IS NOT NULL)),
  constraint fact_source CHECK (source = ANY (ARRAY['tax'::text, 'statistics'::text, 'patents'::text, 'technology_contracts'::text, 'social_insurance'::text, 'science_bureau'::text, 'market_regulation'::text, 'court'::text, 'finance'::text, 'talent_system'::text, 'self_report'::text])),
  constraint fact_state CHECK (state = ANY (ARRAY['pending'::text, 'current'::text, 'replaced'::text, 'withdrawn'::text, 'refused'::text])),
  constraint fact_enterprise_id_fkey FOREIGN KEY (enterprise_id) REFERENCES scoring.enterprise(id),
  constraint fact_fact_code_fkey FOREIGN KEY (fact_code) REFERENCES scoring.fact_definition(code),
  constraint fact_replaced_by_fkey FOREIGN KEY (replaced_by) REFERENCES scoring.fact(id) DEFERRABLE INITIALLY DEFERRED,
  constraint fact_pkey PRIMARY KEY (id)
);

create table scoring.fact_choice (
  id uuid not null,
  enterprise_id uuid not null,
  fact_code text not null,
  period text not null,
  source text not null,
  reason text not null,
  chosen_by uuid not null,
  chosen_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint fact_choice_reason_check CHECK (length(reason) >= 2 AND length(reason) <= 500),
  constraint fact_choice_enterprise_id_fkey FOREIGN KEY (enterprise_id) REFERENCES scoring.enterprise(id),
  constraint fact_choice_fact_code_fkey FOREIGN KEY (fact_code) REFERENCES scoring.fact_definition(code),
  constraint fact_choice_pkey PRIMARY KEY (id)
);

create table scoring.fact_definition (
  code text not null,
  name_zh text not null,
  name_en text not null,
  unit text not null,
  period_kind text not null,
  authority text[] not null,
  needs_consent boolean default false not null,
  certainty text not null,
  "position" integer not null,
  version integer default 1 not null,
  constraint fact_definition_authority CHECK (cardinality(authority) >= 1),
  constraint fact_definition_certainty CHECK (certainty = ANY (ARRAY['seen'::text, 'second_hand'::text, 'to_confirm'::text])),
  constraint fact_definition_code_check CHECK (code ~ '^[a-z][a-z0-9_]{1,59}$'::text),
  constraint fact_definition_period CHECK (period_kind = ANY (ARRAY['year'::text, 'quarter'::text, 'point'::text])),
  constraint fact_definition_pkey PRIMARY KEY (code)
);

create table scoring.fact_import (
  id uuid not null,
  content text not null,
  door text not null,
  source text,
  period text,
  file_id uuid,
  file_name text not null,
  state text default 'uploaded'::text not null,
  mode text,
  rows_total integer default 0 not null,
  rows_done integer default 0 not null,
  rows_good integer default 0 not null,
  rows_refused integer default 0 not null,
  rows_asked integer default 0 not null,
  value_count integer default 0 not null,
  mistake_count integer default 0 not null,
  question_count integer default 0 not null,
  recorded_count integer default 0 not null,
  replaced_count integer default 0 not null,
  unchanged_count integer default 0 not null,
  failure jsonb,
  headers jsonb default '{}'::jsonb not null,
  created_by uuid,
  organisation_id uuid,
  created_at timestamp with time zone not null,
  checked_at timestamp with time zone,
  finished_at timestamp with time zone,
  lacking_consent_count integer default 0 not null,
  constraint fact_import_content CHECK (content = ANY (ARRAY['facts'::text, 'enterprises'::text, 'events'::text])),
  constraint fact_import_door CHECK (door = ANY (ARRAY['upload'::text, 'push'::text, 'folder'::text])),
  constraint fact_import_file_name_check CHECK (length(file_name) >= 1 AND length(file_name) <= 255),
  constraint fact_import_finished CHECK ((state = ANY (ARRAY['applied'::text, 'failed'::text, 'cancelled'::text])) = (finished_at IS NOT NULL)),
  constraint fact_import_mode CHECK (mode = ANY (ARRAY['good_rows'::text, 'all_or_nothing'::text])),
  constraint fact_import_source CHECK ((content = 'facts'::text) = (source IS NOT NULL)),
  constraint fact_import_state CHECK (state = ANY (ARRAY['uploaded'::text, 'checked'::text, 'applied'::text, 'failed'::text, 'cancelled'::text])),
  constraint fact_import_pkey PRIMARY KEY (id)
);

create table scoring.fact_import_issue (
  import_id uuid not null,
  "position" integer not null,
  line integer,
  sheet text not null,
  row_no integer not null,
  column_no integer,
  column_name text,
  value text,
  fact_code text,
  code text not null,
  params jsonb not null,
  is_question boolean not null,
  accepted_by uuid,
  accepted_at timestamp with time zone,
  accept_reason text,
  constraint fact_import_issue_accept_reason_check CHECK (length(accept_reason) >= 2 AND length(accept_reason) <= 500),
  constraint fact_import_issue_accepted CHECK ((accepted_at IS NULL) = (accept_reason IS NULL) AND (accepted_at IS NULL OR is_question)),
  constraint fact_import_issue_import_id_fkey FOREIGN KEY (import_id) REFERENCES scoring.fact_import(id) ON DELETE CASCADE,
  constraint fact_import_issue_pkey PRIMARY KEY (import_id, "position")
);

create table scoring.fact_import_row (
  import_id uuid not null,
  line integer not null,
  sheet text not null,
  row_no integer not null,
  state text not null,
  credit_code text not null,
  record jsonb,
  cells jsonb not null,
  constraint fact_import_row_state CHECK (state = ANY (ARRAY['good'::text, 'asked'::text, 'refused'::text])),
  constraint fact_import_row_import_id_fkey FOREIGN KEY (import_id) REFERENCES scoring.fact_import(id) ON DELETE CASCADE,
  constraint fact_import_row_pkey PRIMARY KEY (import_id, line)
);

create table scoring.fact_limit (
  id uuid not null,
  fact_code text not null,
  valid_from date not null,
  low numeric,
  high numeric,
  factor numeric,
  least_known_ratio numeric not null,
  reason text not null,
  set_by uuid,
  set_at timestamp with time zone not null,
  replaced_at timestamp with time zone,
  constraint fact_limit_factor CHECK (factor > 1::numeric),
  constraint fact_limit_order CHECK (low <= high),
  constraint fact_limit_ratio CHECK (least_known_ratio >= 0::numeric AND least_known_ratio <= 1::numeric),
  constraint fact_limit_reason_check CHECK (length(reason) >= 2 AND length(reason) <= 500),
  constraint fact_limit_fact_code_fkey FOREIGN KEY (fact_code) REFERENCES scoring.fact_definition(code),
  constraint fact_limit_pkey PRIMARY KEY (id)
);

create table scoring.fact_relation (
  part_code text not null,
  whole_code text not null,
  factor numeric,
  severity text not null,
  certainty text not null,
  id uuid not null,
  valid_from date not null,
  reason text not null,
  set_by uuid,
  set_at timestamp with time zone not null,
  replaced_at timestamp with time zone,
  constraint fact_relation_certainty CHECK (certainty = ANY (ARRAY['seen'::text, 'second_hand'::text, 'to_confirm'::text])),
  constraint fact_relation_factor_check CHECK (factor > 0::numeric),
  constraint fact_relation_reason_check CHECK (length(reason) >= 2 AND length(reason) <= 500),
  constraint fact_relation_severity CHECK (severity = ANY (ARRAY['refusal'::text, 'question'::text])),
  constraint fact_relation_two CHECK (part_code <> whole_code),
  constraint fact_relation_part_code_fkey FOREIGN KEY (part_code) REFERENCES scoring.fact_definition(code),
  constraint fact_relation_whole_code_fkey FOREIGN KEY (whole_code) REFERENCES scoring.fact_definition(code),
  constraint fact_relation_pkey PRIMARY KEY (id)
);

create table scoring.fact_supplier (
  organisation_id uuid not null,
  source text not null,
  added_by uuid not null,
  added_at timestamp with time zone not null,
  folder text,
  contact text,
  expected_days integer,
  version integer default 1 not null,
  constraint fact_supplier_contact CHECK (length(contact) >= 1 AND length(contact) <= 200),
  constraint fact_supplier_expected CHECK (expected_days >= 1 AND expected_days <= 1000),
  constraint fact_supplier_folder CHECK (folder ~ '^[a-z0-9][a-z0-9-]{0,39}$'::text),
  constraint fact_supplier_source CHECK (source = ANY (ARRAY['tax'::text, 'statistics'::text, 'patents'::text, 'technology_contracts'::text, 'social_insurance'::text, 'science_bureau'::text, 'market_regulation'::text, 'court'::text, 'finance'::text, 'talent_system'::text])),
  constraint fact_supplier_pkey PRIMARY KEY (organisation_id, source),
  constraint fact_supplier_folder_once UNIQUE (folder)
);

create table scoring.folder_file (
  source text not null,
  sha256 text not null,
  file_name text not null,
  import_id uuid not null,
  taken_at timestamp with time zone not null,
  folder text not null,
  result_state text,
  constraint folder_file_result CHECK (result_state = ANY (ARRAY['checked'::text, 'applied'::text, 'failed'::text, 'cancelled'::text])),
  constraint folder_file_import_id_fkey FOREIGN KEY (import_id) REFERENCES scoring.fact_import(id),
  constraint folder_file_pkey PRIMARY KEY (source, sha256)
);

create table scoring.folder_look (
  folder text not null,
  looked_at timestamp with time zone not null,
  fault text,
  files jsonb not null,
  constraint folder_look_pkey PRIMARY KEY (folder)
);

create table scoring.ladder_place (
  enterprise_id uuid not null,
  step text,
  next_step text,
  met_count integer not null,
  short_count integer not null,
  unknown_count integer not null,
  nearest jsonb,
  period text not null,
  placed_at timestamp with time zone not null,
  constraint ladder_place_counts CHECK (met_count >= 0 AND short_count >= 0 AND unknown_count >= 0),
  constraint ladder_place_enterprise_id_fkey FOREIGN KEY (enterprise_id) REFERENCES scoring.enterprise(id),
  constraint ladder_place_pkey PRIMARY KEY (enterprise_id)
);

create table scoring.list (
  id uuid not null,
  number text not null,
  kind text not null,
  title_zh text not null,
  title_en text not null,
  model_code text not null,
  period text not null,
  rules jsonb not null,
  shows_scores boolean not null,
  contact text not null,
  notice_days integer not null,
  objection_days integer not null,
  state text default 'draft'::text not null,
  edition integer default 1 not null,
  prepared_by uuid not null,
  open_objections integer default 0 not null,
  created_at timestamp with time zone not null,
  approved_by uuid,
  approved_at timestamp with time zone,
  announced_by uuid,
  announced_at timestamp with time zone,
  notice_from date,
  notice_until date,
  finalised_by uuid,
  finalised_at timestamp with time zone,
  withdrawn_by uuid,
  withdrawn_at timestamp with time zone,
  withdraw_reason text,
  version integer default 1 not null,
  supplements_id uuid,
  supplement_reason text,
  replaced_at timestamp with time zone,
  constraint list_announced CHECK (state = 'withdrawn'::text OR (state = ANY (ARRAY['notice'::text, 'final'::text, 'replaced'::text])) = (announced_at IS NOT NULL)),
  constraint list_approved CHECK (state = 'withdrawn'::text OR (state = 'draft'::text) = (approved_at IS NULL)),
  constraint list_contact_check CHECK (length(contact) >= 5 AND length(contact) <= 300),
  constraint list_final_four_eyes CHECK (state <> 'final'::text OR finalised_by <> prepared_by),
  constraint list_final_without_objections CHECK (state <> 'final'::text OR open_objections = 0),
  constraint list_finalised CHECK (state = 'withdrawn'::text OR (state = ANY (ARRAY['final'::text, 'replaced'::text])) = (finalised_at IS NOT NULL)),
  constraint list_kind CHECK (kind = ANY (ARRAY['top'::text, 'shares'::text])),
  constraint list_notice CHECK ((announced_at IS NULL) = (notice_from IS NULL) AND (announced_at IS NULL) = (notice_until IS NULL)),
  constraint list_notice_days CHECK (notice_days >= 5 AND notice_days <= 60),
  constraint list_objection_days CHECK (objection_days >= 1 AND objection_days <= 60),
  constraint list_open_objections CHECK (open_objections >= 0),
  constraint list_replaced CHECK ((state = 'replaced'::text) = (replaced_at IS NOT NULL)),
  constraint list_state CHECK (state = ANY (ARRAY['draft'::text, 'approved'::text, 'notice'::text, 'final'::text, 'replaced'::text, 'withdrawn'::text])),
  constraint list_supplement CHECK ((supplements_id IS NULL) = (supplement_reason IS NULL) AND supplements_id <> id),
  constraint list_supplement_reason_check CHECK (length(supplement_reason) >= 2 AND length(supplement_reason) <= 500),
  constraint list_title_en_check CHECK (length(title_en) >= 2 AND length(title_en) <= 200),
  constraint list_title_zh_check CHECK (length(title_zh) >= 2 AND length(title_zh) <= 100),
  constraint list_withdraw_reason_check CHECK (length(withdraw_reason) >= 2 AND length(withdraw_reason) <= 1000),
  constraint list_withdrawn CHECK ((state = 'withdrawn'::text) = (withdrawn_at IS NOT NULL) AND (state = 'withdrawn'::text) = (withdraw_reason IS NOT NULL)),
  constraint list_current_edition FOREIGN KEY (id, edition) REFERENCES scoring.list_edition(list_id, edition) DEFERRABLE INITIALLY DEFERRED,
  constraint list_supplements_id_fkey FOREIGN KEY (supplements_id) REFERENCES scoring.list(id),
  constraint list_pkey PRIMARY KEY (id),
  constraint list_number UNIQUE (number)
);

create table scoring.list_edition (
  list_id uuid not null,
  edition integer not null,
  run_id uuid not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  constraint list_edition_list_id_fkey FOREIGN KEY (list_id) REFERENCES scoring.list(id),
  constraint list_edition_run_id_fkey FOREIGN KEY (run_id) REFERENCES scoring.run(id),
  constraint list_edition_pkey PRIMARY KEY (list_id, edition)
);

create table scoring.list_entry (
  list_id uuid not null,
  edition integer not null,
  "position" integer not null,
  enterprise_id uuid not null,
  name text not null,
  tier integer,
  stage text,
  rank integer not null,
  score text not null,
  constraint list_entry_edition FOREIGN KEY (list_id, edition) REFERENCES scoring.list_edition(list_id, edition),
  constraint list_entry_enterprise_id_fkey FOREIGN KEY (enterprise_id) REFERENCES scoring.enterprise(id),
  constraint list_entry_pkey PRIMARY KEY (list_id, edition, "position"),
  constraint list_entry_once UNIQUE (list_id, edition, enterprise_id)
);

create table scoring.model (
  id uuid not null,
  code text not null,
  model_version text not null,
  document jsonb not null,
  sha256 text not null,
  state text default 'draft'::text not null,
  created_by uuid,
  created_at timestamp with time zone not null,
  published_by uuid,
  published_at timestamp with time zone,
  retired_at timestamp with time zone,
  version integer default 1 not null,
  edited_by uuid,
  edited_at timestamp with time zone,
  constraint model_code_check CHECK (code ~ '^[a-z][a-z0-9-]{1,39}$'::text),
  constraint model_editor_not_publisher CHECK (published_by <> edited_by),
  constraint model_four_eyes CHECK (published_by <> created_by),
  constraint model_model_version_check CHECK (length(model_version) >= 1 AND length(model_version) <= 20),
  constraint model_published CHECK ((state = 'draft'::text) = (published_at IS NULL)),
  constraint model_state CHECK (state = ANY (ARRAY['draft'::text, 'published'::text, 'retired'::text])),
  constraint model_pkey PRIMARY KEY (id),
  constraint model_once UNIQUE (code, model_version)
);

create table scoring.negative_event (
  id uuid not null,
  enterprise_id uuid not null,
  code text not null,
  occurred_on date not null,
  repaired_on date,
  source text not null,
  document text not null,
  recorded_by uuid,
  received_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  end_reason text,
  constraint negative_event_code_check CHECK (code ~ '^[a-z][a-z0-9_]{1,59}$'::text),
  constraint negative_event_document_check CHECK (length(document) >= 1 AND length(document) <= 200),
  constraint negative_event_end_reason_check CHECK (length(end_reason) <= 500),
  constraint negative_event_ended CHECK ((ended_at IS NULL) = (end_reason IS NULL)),
  constraint negative_event_repaired CHECK (repaired_on >= occurred_on),
  constraint negative_event_enterprise_id_fkey FOREIGN KEY (enterprise_id) REFERENCES scoring.enterprise(id),
  constraint negative_event_pkey PRIMARY KEY (id)
);

create table scoring.objection (
  id uuid not null,
  number text not null,
  list_id uuid not null,
  edition integer not null,
  enterprise_id uuid,
  organisation_id uuid,
  person_id uuid,
  objector_name text not null,
  contact text,
  code_hash text,
  claim text not null,
  state text default 'open'::text not null,
  received_at timestamp with time zone not null,
  due_on date not null,
  handler_id uuid,
  decided_by uuid,
  decided_at timestamp with time zone,
  reasons text,
  version integer default 1 not null,
  constraint objection_claim_check CHECK (length(claim) >= 5 AND length(claim) <= 4000),
  constraint objection_code CHECK ((person_id IS NULL) = (code_hash IS NOT NULL)),
  constraint objection_contact_check CHECK (length(contact) >= 5 AND length(contact) <= 200),
  constraint objection_decided CHECK ((state = 'open'::text) = (decided_at IS NULL) AND (state = 'open'::text) = (reasons IS NULL)),
  constraint objection_objector CHECK ((person_id IS NULL) = (organisation_id IS NULL) AND (person_id IS NULL) = (contact IS NOT NULL)),
  constraint objection_objector_name_check CHECK (length(objector_name) >= 2 AND length(objector_name) <= 100),
  constraint objection_reasons_check CHECK (length(reasons) >= 5 AND length(reasons) <= 4000),
  constraint objection_state CHECK (state = ANY (ARRAY['open'::text, 'upheld'::text, 'rejected'::text])),
  constraint objection_enterprise_id_fkey FOREIGN KEY (enterprise_id) REFERENCES scoring.enterprise(id),
  constraint objection_list_id_fkey FOREIGN KEY (list_id) REFERENCES scoring.list(id),
  constraint objection_pkey PRIMARY KEY (id),
  constraint objection_number UNIQUE (number)
);

create table scoring.objection_fact (
  objection_id uuid not null,
  fact_id uuid not null,
  constraint objection_fact_fact_id_fkey FOREIGN KEY (fact_id) REFERENCES scoring.fact(id),
  constraint objection_fact_objection_id_fkey FOREIGN KEY (objection_id) REFERENCES scoring.objection(id),
  constraint objection_fact_pkey PRIMARY KEY (objection_id, fact_id)
);

create table scoring.objection_file (
  id uuid not null,
  objection_id uuid not null,
  file_id uuid not null,
  added_at timestamp with time zone not null,
  constraint objection_file_file_id_fkey FOREIGN KEY (file_id) REFERENCES platform.file(id),
  constraint objection_file_objection_id_fkey FOREIGN KEY (objection_id) REFERENCES scoring.objection(id),
  constraint objection_file_pkey PRIMARY KEY (id)
);

create table scoring.paper_consent (
  id uuid not null,
  enterprise_id uuid not null,
  document text not null,
  file_id uuid,
  valid_from date not null,
  valid_until date not null,
  recorded_by uuid,
  recorded_at timestamp with time zone not null,
  revoked_by uuid,
  revoked_at timestamp with time zone,
  revoke_reason text,
  constraint paper_consent_document_check CHECK (length(document) >= 1 AND length(document) <= 200),
  constraint paper_consent_interval CHECK (valid_until >= valid_from),
  constraint paper_consent_revoke_reason_check CHECK (length(revoke_reason) >= 2 AND length(revoke_reason) <= 500),
  constraint paper_consent_revoked CHECK ((revoked_at IS NULL) = (revoke_reason IS NULL)),
  constraint paper_consent_enterprise_id_fkey FOREIGN KEY (enterprise_id) REFERENCES scoring.enterprise(id),
  constraint paper_consent_pkey PRIMARY KEY (id)
);

create table scoring.recognition (
  id uuid not null,
  enterprise_id uuid not null,
  step text not null,
  recognised_on date not null,
  valid_until date,
  document text not null,
  recorded_by uuid,
  recorded_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  end_reason text,
  constraint recognition_document_check CHECK (length(document) >= 1 AND length(document) <= 200),
  constraint recognition_end_reason_check CHECK (length(end_reason) >= 2 AND length(end_reason) <= 500),
  constraint recognition_ended CHECK ((ended_at IS NULL) = (end_reason IS NULL)),
  constraint recognition_step_check CHECK (step ~ '^[a-z][a-z0-9_]{1,39}$'::text),
  constraint recognition_valid CHECK (valid_until >= recognised_on),
  constraint recognition_enterprise_id_fkey FOREIGN KEY (enterprise_id) REFERENCES scoring.enterprise(id),
  constraint recognition_pkey PRIMARY KEY (id)
);

create table scoring.robustness (
  run_id uuid not null,
  state text default 'queued'::text not null,
  settings jsonb not null,
  progress_percent integer default 0 not null,
  summary jsonb,
  result_sha256 text,
  failure text,
  created_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  constraint robustness_done CHECK ((state = 'done'::text) = (result_sha256 IS NOT NULL AND summary IS NOT NULL)),
  constraint robustness_progress CHECK (progress_percent >= 0 AND progress_percent <= 100),
  constraint robustness_state CHECK (state = ANY (ARRAY['queued'::text, 'running'::text, 'done'::text, 'failed'::text])),
  constraint robustness_run_id_fkey FOREIGN KEY (run_id) REFERENCES scoring.run(id),
  constraint robustness_pkey PRIMARY KEY (run_id)
);

create table scoring.run (
  id uuid not null,
  number text not null,
  model_id uuid not null,
  period text not null,
  as_of date not null,
  facts_at timestamp with time zone not null,
  purpose text not null,
  state text default 'queued'::text not null,
  corrects_id uuid,
  progress_percent integer default 0 not null,
  enterprise_count integer,
  scored_count integer,
  engine_version text,
  model_sha256 text,
  facts_sha256 text,
  result_sha256 text,
  failure text,
  started_by uuid,
  created_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  step text,
  failure_params jsonb,
  correct_reason text,
  constraint run_correct_reason_check CHECK (length(correct_reason) >= 2 AND length(correct_reason) <= 500),
  constraint run_done CHECK ((state = 'done'::text) = (result_sha256 IS NOT NULL)),
  constraint run_failure_params CHECK (failure_params IS NULL OR failure IS NOT NULL),
  constraint run_period CHECK (period ~ '^\d{4}(-Q[1-4])?$'::text),
  constraint run_progress CHECK (progress_percent >= 0 AND progress_percent <= 100),
  constraint run_purpose CHECK (purpose = ANY (ARRAY['official'::text, 'trial'::text])),
  constraint run_state CHECK (state = ANY (ARRAY['queued'::text, 'running'::text, 'done'::text, 'failed'::text])),
  constraint run_step CHECK (step = ANY (ARRAY['facts'::text, 'scores'::text, 'writing'::text])),
  constraint run_corrects_id_fkey FOREIGN KEY (corrects_id) REFERENCES scoring.run(id),
  constraint run_model_id_fkey FOREIGN KEY (model_id) REFERENCES scoring.model(id),
  constraint run_pkey PRIMARY KEY (id),
  constraint run_number UNIQUE (number)
);

create table scoring.run_score (
  run_id uuid not null,
  enterprise_id uuid not null,
  status text not null,
  stage text,
  score numeric,
  rank_all integer,
  rank_stage integer,
  stage_count integer,
  rank_all_low integer,
  rank_all_high integer,
  rank_stage_low integer,
  rank_stage_high integer,
  coverage numeric not null,
  branches jsonb not null,
  constraint run_score_interval CHECK (rank_all_low <= rank_all_high AND rank_stage_low <= rank_stage_high),
  constraint run_score_scored CHECK ((status = 'scored'::text) = (score IS NOT NULL) AND (score IS NULL) = (rank_all IS NULL)),
  constraint run_score_status CHECK (status = ANY (ARRAY['scored'::text, 'no_stage'::text, 'missing_fact'::text, 'low_coverage'::text, 'vetoed'::text, 'gated'::text])),
  constraint run_score_enterprise_id_fkey FOREIGN KEY (enterprise_id) REFERENCES scoring.enterprise(id),
  constraint run_score_run_id_fkey FOREIGN KEY (run_id) REFERENCES scoring.run(id),
  constraint run_score_pkey PRIMARY KEY (run_id, enterprise_id)
);

create table scoring.self_report (
  id uuid not null,
  enterprise_id uuid not null,
  fact_code text not null,
  period text not null,
  value numeric not null,
  note text,
  evidence_file_id uuid not null,
  state text default 'pending'::text not null,
  stated_by uuid not null,
  stated_at timestamp with time zone not null,
  decided_by uuid,
  decided_at timestamp with time zone,
  decision_reason text,
  fact_id uuid,
  constraint self_report_decided CHECK ((state = 'pending'::text) = (decided_at IS NULL)),
  constraint self_report_decision_reason_check CHECK (length(decision_reason) >= 2 AND length(decision_reason) <= 500),
  constraint self_report_fact CHECK ((state = 'accepted'::text) = (fact_id IS NOT NULL)),
  constraint self_report_note_check CHECK (length(note) >= 2 AND length(note) <= 500),
  constraint self_report_reason CHECK (state <> 'refused'::text OR decision_reason IS NOT NULL),
  constraint self_report_state CHECK (state = ANY (ARRAY['pending'::text, 'accepted'::text, 'refused'::text, 'withdrawn'::text])),
  constraint self_report_enterprise_id_fkey FOREIGN KEY (enterprise_id) REFERENCES scoring.enterprise(id),
  constraint self_report_fact_code_fkey FOREIGN KEY (fact_code) REFERENCES scoring.fact_definition(code),
  constraint self_report_fact_id_fkey FOREIGN KEY (fact_id) REFERENCES scoring.fact(id),
  constraint self_report_pkey PRIMARY KEY (id)
);

create table scoring.support_import (
  id uuid not null,
  file_name text not null,
  sha256 text not null,
  row_count integer not null,
  imported_by uuid not null,
  imported_at timestamp with time zone not null,
  constraint support_import_file_name_check CHECK (length(file_name) >= 1 AND length(file_name) <= 200),
  constraint support_import_pkey PRIMARY KEY (id),
  constraint support_import_once UNIQUE (sha256)
);

create table scoring.support_payment (
  id uuid not null,
  import_id uuid,
  enterprise_id uuid not null,
  clause_code text not null,
  clause_name text not null,
  amount_fen bigint not null,
  paid_on date not null,
  reference text not null,
  recorded_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid,
  withdraw_reason text,
  constraint support_payment_amount CHECK (amount_fen > 0),
  constraint support_payment_clause_code_check CHECK (clause_code ~ '^[A-Za-z0-9][A-Za-z0-9._/-]{0,39}$'::text),
  constraint support_payment_clause_name_check CHECK (length(clause_name) >= 2 AND length(clause_name) <= 200),
  constraint support_payment_reference_check CHECK (length(reference) >= 1 AND length(reference) <= 100),
  constraint support_payment_withdraw_reason_check CHECK (length(withdraw_reason) >= 2 AND length(withdraw_reason) <= 500),
  constraint support_payment_withdrawn CHECK ((withdrawn_at IS NULL) = (withdraw_reason IS NULL) AND (withdrawn_at IS NULL) = (withdrawn_by IS NULL)),
  constraint support_payment_enterprise_id_fkey FOREIGN KEY (enterprise_id) REFERENCES scoring.enterprise(id),
  constraint support_payment_import_id_fkey FOREIGN KEY (import_id) REFERENCES scoring.support_import(id),
  constraint support_payment_pkey PRIMARY KEY (id)
);

create table scoring.talent_answer (
  need_id uuid not null,
  peer_organisation_id uuid not null,
  message text not null,
  match_count integer not null,
  address text,
  answered_at timestamp with time zone not null,
  constraint talent_answer_address_check CHECK (address ~ '^https://'::text AND length(address) <= 500),
  constraint talent_answer_matches CHECK (match_count >= 0 AND match_count <= 100000),
  constraint talent_answer_message_check CHECK (length(message) >= 2 AND length(message) <= 1000),
  constraint talent_answer_need_id_fkey FOREIGN KEY (need_id) REFERENCES scoring.talent_need(id),
  constraint talent_answer_pkey PRIMARY KEY (need_id, peer_organisation_id)
);

create table scoring.talent_need (
  id uuid not null,
  organisation_id uuid not null,
  kind text not null,
  title text not null,
  skills text[] not null,
  headcount integer,
  detail text,
  state text default 'open'::text not null,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  version integer default 1 not null,
  constraint talent_need_closed CHECK ((state = 'closed'::text) = (closed_at IS NOT NULL)),
  constraint talent_need_detail_check CHECK (length(detail) <= 2000),
  constraint talent_need_headcount CHECK ((kind = 'position'::text) = (headcount IS NOT NULL)),
  constraint talent_need_headcount_range CHECK (headcount >= 1 AND headcount <= 10000),
  constraint talent_need_kind CHECK (kind = ANY (ARRAY['position'::text, 'service'::text])),
  constraint talent_need_skills_check CHECK (cardinality(skills) >= 0 AND cardinality(skills) <= 20),
  constraint talent_need_state CHECK (state = ANY (ARRAY['open'::text, 'closed'::text])),
  constraint talent_need_title_check CHECK (length(title) >= 2 AND length(title) <= 100),
  constraint talent_need_pkey PRIMARY KEY (id)
);

create table scoring.talent_service (
  id uuid not null,
  peer_organisation_id uuid not null,
  external_id text not null,
  kind text not null,
  title_zh text not null,
  title_en text not null,
  address text,
  min_score numeric,
  skills text[] default '{}'::text[] not null,
  valid_until date,
  received_at timestamp with time zone not null,
  constraint talent_service_address_check CHECK (address ~ '^https://'::text AND length(address) <= 500),
  constraint talent_service_external_id_check CHECK (length(external_id) >= 1 AND length(external_id) <= 100),
  constraint talent_service_kind CHECK (kind = ANY (ARRAY['policy'::text, 'event'::text, 'recognition'::text, 'carrier'::text])),
  constraint talent_service_score CHECK (min_score >= 0::numeric AND min_score <= 100::numeric),
  constraint talent_service_title_en_check CHECK (length(title_en) >= 2 AND length(title_en) <= 300),
  constraint talent_service_title_zh_check CHECK (length(title_zh) >= 2 AND length(title_zh) <= 200),
  constraint talent_service_pkey PRIMARY KEY (id),
  constraint talent_service_external UNIQUE (peer_organisation_id, external_id)
);

create table scoring.visit (
  id uuid not null,
  enterprise_id uuid not null,
  visited_on date not null,
  visitors text not null,
  findings text not null,
  follow_up text,
  follow_up_on date,
  follow_up_done_at timestamp with time zone,
  follow_up_result text,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null,
  constraint visit_findings_check CHECK (length(findings) >= 2 AND length(findings) <= 4000),
  constraint visit_follow_up CHECK ((follow_up IS NULL) = (follow_up_on IS NULL)),
  constraint visit_follow_up_after CHECK (follow_up_on >= visited_on),
  constraint visit_follow_up_check CHECK (length(follow_up) >= 2 AND length(follow_up) <= 1000),
  constraint visit_follow_up_done CHECK ((follow_up_done_at IS NULL) = (follow_up_result IS NULL) AND (follow_up_done_at IS NULL OR follow_up IS NOT NULL)),
  constraint visit_follow_up_result_check CHECK (length(follow_up_result) >= 2 AND length(follow_up_result) <= 1000),
  constraint visit_visitors_check CHECK (length(visitors) >= 2 AND length(visitors) <= 200),
  constraint visit_enterprise_id_fkey FOREIGN KEY (enterprise_id) REFERENCES scoring.enterprise(id),
  constraint visit_pkey PRIMARY KEY (id)
);

create table scoring.watch_list (
  id uuid not null,
  name text not null,
  purpose text default ''::text not null,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  constraint watch_list_name_check CHECK (length(name) >= 2 AND length(name) <= 60),
  constraint watch_list_purpose_check CHECK (length(purpose) <= 300),
  constraint watch_list_pkey PRIMARY KEY (id),
  constraint watch_list_name UNIQUE (name)
);

create table scoring.watch_list_entry (
  list_id uuid not null,
  enterprise_id uuid not null,
  reason text not null,
  added_by uuid not null,
  added_at timestamp with time zone not null,
  constraint watch_list_entry_reason_check CHECK (length(reason) >= 2 AND length(reason) <= 300),
  constraint watch_list_entry_enterprise_id_fkey FOREIGN KEY (enterprise_id) REFERENCES scoring.enterprise(id),
  constraint watch_list_entry_list_id_fkey FOREIGN KEY (list_id) REFERENCES scoring.watch_list(id),
  constraint watch_list_entry_pkey PRIMARY KEY (list_id, enterprise_id)
);


CREATE INDEX access_grant_item ON orders.access_grant using btree (order_item_id);
CREATE INDEX access_grant_order ON orders.access_grant using btree (order_id, granted_at, id);
CREATE INDEX access_grant_running ON orders.access_grant using btree (upper(during), id) WHERE (state = 'granted'::text);
CREATE INDEX access_use_grant ON orders.access_use using btree (grant_id, used_at, id);
CREATE INDEX accreditation_item_resource ON catalog.accreditation_item using btree (resource_id);
CREATE INDEX accreditation_item_standard ON catalog.accreditation_item using btree (standard_id);
CREATE INDEX accreditation_provider ON catalog.accreditation using btree (provider_id, id);
CREATE INDEX agreement_terms_terms ON orders.agreement_terms using btree (terms_id);
CREATE INDEX api_key_person ON people.api_key using btree (person_id, organisation_id, created_at, id);
CREATE INDEX audit_entry_at ON platform.audit_entry using btree (at, id);
CREATE INDEX audit_entry_organisation ON platform.audit_entry using btree (actor_organisation_id, at, id);
CREATE INDEX audit_entry_subject ON platform.audit_entry using btree (subject_type, subject_id, at, id);
CREATE INDEX audit_seal_chain_hash ON platform.audit_seal using btree (chain_hash);
CREATE INDEX bank_line_all ON orders.bank_line using btree (booked_on DESC, id DESC);
CREATE INDEX bank_line_open ON orders.bank_line using btree (booked_on, id) WHERE (state = 'open'::text);
CREATE INDEX batch_order ON orders.batch using btree (order_id, begun_at, id);
CREATE INDEX batch_task ON orders.batch using btree (task_id, begun_at, id);
CREATE INDEX booking_bill_client ON orders.booking_bill using btree (organisation_id, opened_at, id);
CREATE INDEX booking_bill_open ON orders.booking_bill using btree (opened_at, id) WHERE (state <> 'done'::text);
CREATE INDEX booking_bill_provider ON orders.booking_bill using btree (provider_id, opened_at DESC, id DESC);
CREATE INDEX calendar_calibration_due ON booking.calendar using btree (calibration_due_on) WHERE (calibration_due_on IS NOT NULL);
CREATE INDEX calendar_provider ON booking.calendar using btree (provider_id, resource_id);
CREATE INDEX calibration_resource ON booking.calibration using btree (resource_id, done_on DESC, id DESC);
CREATE INDEX certificate_of_enterprise ON scoring.certificate using btree (enterprise_id, issued_at DESC, id);
CREATE INDEX charge_due ON booking.charge using btree (answer_until, id);
CREATE INDEX charge_organisation ON booking.charge using btree (organisation_id, created_at, id);
CREATE INDEX charge_provider ON booking.charge using btree (provider_id, created_at, id);
CREATE INDEX charge_resource ON booking.charge using btree (resource_id, id);
CREATE INDEX command_receipt_created ON platform.command_receipt using btree (created_at);
CREATE INDEX consent_owner ON people.consent using btree (owner_organisation_id, granted_at, id);
CREATE INDEX consent_reader ON people.consent using btree (reader_organisation_id, granted_at, id);
CREATE INDEX consumable_provider ON booking.consumable using btree (provider_id, name_zh, id);
CREATE INDEX credit_note_order ON orders.credit_note using btree (order_id, id);
CREATE INDEX cultivation_note_of ON scoring.cultivation_note using btree (enterprise_id, written_at DESC, id DESC);
CREATE INDEX custody_file_file ON orders.custody_file using btree (file_id);
CREATE INDEX custody_period_person ON orders.custody_period using btree (person_id, sample_id) WHERE (held_until IS NULL);
CREATE INDEX deviation_open ON orders.deviation using btree (order_id) WHERE (state = 'open'::text);
CREATE INDEX deviation_sample ON orders.deviation using btree (sample_id) WHERE (sample_id IS NOT NULL);
CREATE INDEX displacement_due ON booking.displacement using btree (answer_until, id) WHERE (state = 'open'::text);
CREATE INDEX displacement_reservation ON booking.displacement using btree (reservation_id, found_at);
CREATE INDEX dispute_evidence_dispute ON orders.dispute_evidence using btree (dispute_id, at, id);
CREATE INDEX dispute_open ON orders.dispute using btree (opened_at, id) WHERE (state = 'open'::text);
CREATE INDEX dispute_order ON orders.dispute using btree (order_id, opened_at);
CREATE INDEX email_change_expiry ON people.email_change using btree (expires_at);
CREATE INDEX enquiry_open ON orders.enquiry using btree (open_until, id) WHERE (state = 'open'::text);
CREATE INDEX enquiry_own ON orders.enquiry using btree (organisation_id, created_at DESC, id DESC);
CREATE INDEX enquiry_provider_clock ON orders.enquiry_provider using btree (answer_until, enquiry_id) WHERE ((state = 'asked'::text) AND (escalated_at IS NULL));
CREATE INDEX enquiry_provider_inbox ON orders.enquiry_provider using btree (provider_id, state, answer_until, enquiry_id);
CREATE INDEX enterprise_label_by_label ON scoring.enterprise_label using btree (label, enterprise_id) WHERE (ended_at IS NULL);
CREATE INDEX enterprise_name ON scoring.enterprise using btree (name, id);
CREATE INDEX enterprise_newest ON scoring.enterprise using btree (id DESC);
CREATE INDEX evaluation_appealed ON orders.evaluation using btree (appealed_at, order_id) WHERE ((appealed_at IS NOT NULL) AND (decided_at IS NULL));
CREATE INDEX evaluation_provider ON booking.evaluation using btree (provider_id, created_at, reservation_id);
CREATE INDEX evaluation_provider ON orders.evaluation using btree (provider_id, given_at DESC, order_id);
CREATE INDEX evaluation_resource ON booking.evaluation using btree (resource_id, created_at, reservation_id);
CREATE INDEX fact_batch ON scoring.fact using btree (batch_id) WHERE (batch_id IS NOT NULL);
CREATE INDEX fact_by_code ON scoring.fact using btree (fact_code, period, enterprise_id) WHERE (state = 'current'::text);
CREATE INDEX fact_code_received ON scoring.fact using btree (fact_code, source, received_at) WHERE (state = 'current'::text);
CREATE INDEX fact_history ON scoring.fact using btree (enterprise_id, fact_code, period, received_at);
CREATE INDEX fact_import_issue_line ON scoring.fact_import_issue using btree (import_id, line);
CREATE INDEX fact_import_newest ON scoring.fact_import using btree (id DESC);
CREATE INDEX fact_import_row_left ON scoring.fact_import_row using btree (import_id, line) WHERE (state <> 'good'::text);
CREATE INDEX fact_read_owner ON people.fact_read using btree (owner_organisation_id, at, id);
CREATE INDEX fault_report_provider ON booking.fault_report using btree (provider_id, reported_at DESC, id DESC);
CREATE INDEX fault_report_reporter ON booking.fault_report using btree (reported_by, reported_at DESC, id DESC);
CREATE INDEX fault_report_resource ON booking.fault_report using btree (resource_id, reported_at DESC, id DESC);
CREATE INDEX file_sha256 ON platform.file using btree (sha256);
CREATE INDEX folder_file_import ON scoring.folder_file using btree (import_id);
CREATE INDEX ground_loss_provider ON booking.ground_loss using btree (provider_id, found_at, id) WHERE (state = 'open'::text);
CREATE INDEX import_library ON catalog.import using btree (id DESC) WHERE keeps_library;
CREATE INDEX import_lines ON catalog.import using btree (created_at, id) WHERE (lines_dropped_at IS NULL);
CREATE INDEX import_organisation ON catalog.import using btree (organisation_id, id DESC);
CREATE INDEX import_row_state ON catalog.import_row using btree (import_id, state, line);
CREATE INDEX imported_order_client ON orders.imported_order using btree (organisation_id, ordered_on DESC, id DESC) WHERE (organisation_id IS NOT NULL);
CREATE INDEX imported_order_provider ON orders.imported_order using btree (provider_id, ordered_on DESC, id DESC);
CREATE INDEX inspection_provider ON orders.inspection using btree (provider_id, inspected_on DESC, id DESC);
CREATE INDEX inspection_study_of ON orders.inspection using btree (study_id, inspected_on, id) WHERE (study_id IS NOT NULL);
CREATE INDEX investigation_open ON orders.investigation using btree (provider_id, opened_at, id) WHERE (state = 'open'::text);
CREATE INDEX investigation_task ON orders.investigation using btree (task_id, opened_at, id);
CREATE INDEX invitation_organisation ON people.invitation using btree (organisation_id, created_at, id);
CREATE INDEX invoice_order_bill ON orders.invoice_order using btree (bill_id) WHERE (bill_id IS NOT NULL);
CREATE INDEX invoice_request_client ON orders.invoice_request using btree (organisation_id, asked_at DESC, id DESC);
CREATE INDEX invoice_request_provider ON orders.invoice_request using btree (provider_id, state, asked_at DESC, id DESC);
CREATE INDEX join_request_organisation ON people.join_request using btree (organisation_id, status, created_at, id);
CREATE INDEX join_request_person ON people.join_request using btree (person_id, created_at, id);
CREATE INDEX known_device_person ON people.known_device using btree (person_id);
CREATE INDEX ladder_place_next ON scoring.ladder_place using btree (next_step, short_count, unknown_count, enterprise_id);
CREATE INDEX ledger_account_organisation ON orders.ledger_account using btree (organisation_id, kind);
CREATE INDEX ledger_account_scope ON orders.ledger_account using btree (scope_id) WHERE (scope_id IS NOT NULL);
CREATE INDEX ledger_transfer_bill ON orders.ledger_transfer using btree (bill_id, id) WHERE (bill_id IS NOT NULL);
CREATE INDEX ledger_transfer_credit ON orders.ledger_transfer using btree (credit_account_id, at DESC, id DESC);
CREATE INDEX ledger_transfer_debit ON orders.ledger_transfer using btree (debit_account_id, at DESC, id DESC);
CREATE INDEX ledger_transfer_order ON orders.ledger_transfer using btree (order_id, id) WHERE (order_id IS NOT NULL);
CREATE INDEX list_edition_run ON scoring.list_edition using btree (run_id);
CREATE INDEX list_entry_enterprise ON scoring.list_entry using btree (enterprise_id);
CREATE INDEX list_newest ON scoring.list using btree (created_at DESC, id DESC);
CREATE INDEX mail_created ON platform.mail using btree (created_at);
CREATE INDEX mail_state ON platform.mail using btree (state, id);
CREATE INDEX membership_organisation ON people.membership using btree (organisation_id, status, joined_at, id);
CREATE INDEX message_side ON orders.message using btree (thread_id, side, created_at);
CREATE INDEX message_thread ON orders.message using btree (thread_id, created_at, id);
CREATE INDEX metered_charge_order ON orders.metered_charge using btree (order_id, id);
CREATE INDEX move_request_due ON booking.move_request using btree (provider_id, decide_until, reservation_id) WHERE (state = 'open'::text);
CREATE INDEX negative_event_by_code ON scoring.negative_event using btree (code, occurred_on DESC, id DESC);
CREATE INDEX negative_event_newest ON scoring.negative_event using btree (occurred_on DESC, id DESC);
CREATE INDEX no_show_counted ON booking.no_show using btree (person_id, provider_id) WHERE (is_upheld IS NOT TRUE);
CREATE INDEX no_show_provider ON booking.no_show using btree (provider_id, recorded_at, id);
CREATE INDEX no_show_undecided ON booking.no_show using btree (appealed_at, id) WHERE ((appealed_at IS NOT NULL) AND (decided_at IS NULL));
CREATE INDEX notice_created ON platform.notice using btree (created_at);
CREATE INDEX notice_list ON platform.notice using btree (person_id, ((read_at IS NOT NULL)), id DESC);
CREATE INDEX notice_mail_due ON platform.notice_mail using btree (due_at, person_id);
CREATE INDEX objection_file_of ON scoring.objection_file using btree (objection_id, added_at);
CREATE INDEX objection_of_list ON scoring.objection using btree (list_id, received_at, id);
CREATE INDEX objection_open ON scoring.objection using btree (due_on, id) WHERE (state = 'open'::text);
CREATE INDEX objection_own ON scoring.objection using btree (organisation_id, received_at DESC) WHERE (organisation_id IS NOT NULL);
CREATE INDEX order_import_list ON orders.order_import using btree (provider_id, uploaded_at DESC, id DESC);
CREATE INDEX order_item_service ON orders.order_item using btree (service_id, order_id) WHERE (service_id IS NOT NULL);
CREATE INDEX organisation_name_trgm ON people.organisation using gin ((((((name || ' '::text) || short_name) || ' '::text) || name_en)) gin_trgm_ops);
CREATE INDEX organisation_status ON people.organisation using btree (status, created_at, id);
CREATE INDEX organisation_uscc ON people.organisation using btree (uscc);
CREATE INDEX outage_provider ON booking.outage using btree (provider_id, lower(during), id);
CREATE INDEX outage_resource_resource ON booking.outage_resource using btree (resource_id, outage_id);
CREATE INDEX outage_series ON booking.outage using btree (series_id, lower(during)) WHERE (series_id IS NOT NULL);
CREATE INDEX outgoing_own ON orders.outgoing using btree (organisation_id, asked_at DESC, id DESC);
CREATE INDEX outgoing_state ON orders.outgoing using btree (state, asked_at, id);
CREATE INDEX paper_consent_enterprise ON scoring.paper_consent using btree (enterprise_id, recorded_at, id);
CREATE INDEX passport_share_provider ON booking.passport_share using btree (provider_id, shared_at DESC, id) WHERE (revoked_at IS NULL);
CREATE INDEX password_reset_person ON people.password_reset using btree (person_id);
CREATE INDEX payment_own ON orders.payment using btree (organisation_id, begun_at DESC, id DESC);
CREATE INDEX payment_waiting ON orders.payment using btree (expires_at, id) WHERE (state = 'waiting'::text);
CREATE INDEX pending_sign_up_expiry ON people.pending_sign_up using btree (expires_at);
CREATE INDEX person_name ON people.person using btree (name, id);
CREATE INDEX qualification_ground ON booking.qualification using btree (ground_id) WHERE (ground_id IS NOT NULL);
CREATE INDEX qualification_person ON booking.qualification using btree (person_id, resource_id);
CREATE INDEX qualification_provider ON booking.qualification using btree (provider_id, person_id, resource_id, level);
CREATE INDEX qualification_rule_provider ON booking.qualification_rule using btree (provider_id, resource_id);
CREATE INDEX quote_validity ON orders.quote using btree (valid_until, id) WHERE (state = 'offered'::text);
CREATE INDEX recognition_of ON scoring.recognition using btree (enterprise_id, step);
CREATE INDEX recovery_open ON orders.recovery using btree (organisation_id, opened_at, order_id) WHERE (collected_at IS NULL);
CREATE INDEX related_party_of ON orders.related_party using btree (related_id) WHERE (ended_at IS NULL);
CREATE INDEX report_order ON orders.report using btree (order_id, created_at, id);
CREATE INDEX report_provider ON orders.report using btree (provider_id, state, created_at DESC, id DESC);
CREATE INDEX report_read_release ON orders.report_read using btree (release_id, at DESC, id DESC);
CREATE INDEX report_release_report ON orders.report_release using btree (report_id, created_at DESC, id DESC);
CREATE INDEX request_count_end ON platform.request_count using btree (window_ends_at);
CREATE INDEX reservation_booker ON booking.reservation using btree (booker_id, lower(during), id);
CREATE INDEX reservation_given_back ON booking.reservation using btree (provider_id, ended_at, id) WHERE ((state = ANY (ARRAY['cancelled'::text, 'declined'::text])) OR ((state = 'expired'::text) AND (request_cause IS NOT NULL)));
CREATE INDEX reservation_hold ON booking.reservation using btree (held_until) WHERE (state = 'held'::text);
CREATE INDEX reservation_in_group ON booking.reservation using btree (group_id, lower(during), id) WHERE (group_id IS NOT NULL);
CREATE INDEX reservation_moves_id ON booking.reservation using btree (moves_id) WHERE (moves_id IS NOT NULL);
CREATE INDEX reservation_organisation ON booking.reservation using btree (organisation_id, lower(during), id);
CREATE INDEX reservation_request ON booking.reservation using btree (provider_id, decide_until, id) WHERE (state = 'pending'::text);
CREATE INDEX reservation_unmetered ON booking.reservation using btree (lower(during), id) WHERE ((state = 'confirmed'::text) AND (kind <> 'outage'::text));
CREATE INDEX resource_method_method ON catalog.resource_method using btree (method_id, resource_id);
CREATE INDEX resource_price_resource ON catalog.resource_price using btree (resource_id, customer_class, unit, valid_from);
CREATE INDEX resource_provider ON catalog.resource using btree (provider_id, id);
CREATE INDEX resource_published ON catalog.resource using btree (kind, class_code, id) WHERE (status = 'published'::text);
CREATE INDEX resource_review_queue ON catalog.resource using btree (submitted_at, id) WHERE (work_state = 'in_review'::text);
CREATE INDEX resource_site ON catalog.resource using btree (site_id);
CREATE INDEX resource_standard_standard ON catalog.resource_standard using btree (standard_id, resource_id);
CREATE INDEX run_newest ON scoring.run using btree (created_at DESC, id DESC);
CREATE INDEX run_score_enterprise ON scoring.run_score using btree (enterprise_id, run_id);
CREATE INDEX run_score_rank ON scoring.run_score using btree (run_id, rank_all, enterprise_id);
CREATE INDEX run_score_stage ON scoring.run_score using btree (run_id, stage, rank_stage, enterprise_id);
CREATE INDEX running_use_due ON booking.running_use using btree (planned_end, id);
CREATE INDEX running_use_provider ON booking.running_use using btree (provider_id, planned_end, id);
CREATE INDEX sample_handover_to ON orders.sample_handover using btree (to_person_id, offered_at, id) WHERE (state = 'offered'::text);
CREATE INDEX sample_item_item ON orders.sample_item using btree (order_item_id, sample_id);
CREATE INDEX sample_order ON orders.sample using btree (order_id, declared_at, id);
CREATE INDEX sample_place ON orders.sample using btree (place_id) WHERE (state = ANY (ARRAY['received'::text, 'refused'::text, 'broken'::text]));
CREATE INDEX sample_retention ON orders.sample using btree (retain_until, id) WHERE ((retain_until IS NOT NULL) AND (state = ANY (ARRAY['received'::text, 'refused'::text])));
CREATE INDEX sample_submission_organisation ON booking.sample_submission using btree (organisation_id, created_at, id);
CREATE INDEX sample_submission_provider ON booking.sample_submission using btree (provider_id, promised_day, id);
CREATE INDEX sample_submission_queue ON booking.sample_submission using btree (resource_id, "position", id) WHERE (state = ANY (ARRAY['queued'::text, 'received'::text, 'running'::text]));
CREATE INDEX sandbox_payment_due ON orders.sandbox_payment using btree (next_notice_at, reference) WHERE (notices_left > 0);
CREATE INDEX saved_search_match_waiting ON catalog.saved_search_match using btree (saved_search_id, found_at, resource_id) WHERE (mailed_at IS NULL);
CREATE INDEX saved_search_person ON catalog.saved_search using btree (person_id, id);
CREATE INDEX search_document_district ON catalog.search_document using btree (district);
CREATE INDEX search_document_provider ON catalog.search_document using btree (provider_id, resource_id);
CREATE INDEX search_document_refresh ON catalog.search_document using btree (refresh_on, resource_id) WHERE (refresh_on IS NOT NULL);
CREATE INDEX search_document_tokens ON catalog.search_document using gin (tokens) WITH (fastupdate=off);
CREATE INDEX search_term_initials ON catalog.search_term using btree (initials text_pattern_ops) WHERE (initials <> ''::text);
CREATE INDEX search_term_key ON catalog.search_term using btree (kind, key text_pattern_ops);
CREATE INDEX search_term_trgm ON catalog.search_term using gin (key gin_trgm_ops);
CREATE INDEX secret_address_provider ON booking.secret_address using btree (provider_id, created_at, id);
CREATE INDEX self_report_enterprise ON scoring.self_report using btree (enterprise_id, id);
CREATE INDEX self_report_oldest ON scoring.self_report using btree (state, id);
CREATE INDEX service_order_answer ON orders.service_order using btree (answer_until, id) WHERE (answer_until IS NOT NULL);
CREATE INDEX service_order_client ON orders.service_order using btree (organisation_id, placed_at DESC, id DESC);
CREATE INDEX service_order_client_state ON orders.service_order using btree (organisation_id, state, placed_at DESC, id DESC);
CREATE INDEX service_order_person ON orders.service_order using btree (organisation_id, person_id, placed_at);
CREATE INDEX service_order_provider ON orders.service_order using btree (provider_id, placed_at DESC, id DESC);
CREATE INDEX service_order_provider_state ON orders.service_order using btree (provider_id, state, placed_at DESC, id DESC);
CREATE INDEX session_expiry ON people.session using btree (expires_at);
CREATE INDEX session_person ON people.session using btree (person_id, created_at, id);
CREATE INDEX settlement_open ON orders.settlement using btree (opened_at, order_id) WHERE (state <> 'done'::text);
CREATE INDEX sign_in_challenge_expiry ON people.sign_in_challenge using btree (expires_at);
CREATE INDEX signal_list ON orders.signal using btree (state, changed_at DESC, id DESC);
CREATE INDEX standard_base ON catalog.standard using btree (base_key, number_key);
CREATE INDEX standard_notice_standard ON catalog.standard_notice using btree (standard_id);
CREATE INDEX standard_number_trgm ON catalog.standard using gin (replace(number_key, '-'::text, '.'::text) gin_trgm_ops);
CREATE INDEX standard_status ON catalog.standard using btree (status, number_key);
CREATE INDEX standard_succession_successor ON catalog.standard_succession using btree (successor_id);
CREATE INDEX standard_twin_national ON catalog.standard_twin using btree (national_id);
CREATE INDEX study_master_schedule ON orders.study using btree (provider_id, created_at DESC, id DESC);
CREATE INDEX support_payment_clause ON scoring.support_payment using btree (clause_code, paid_on, id) WHERE (withdrawn_at IS NULL);
CREATE INDEX support_payment_newest ON scoring.support_payment using btree (paid_on DESC, id DESC);
CREATE INDEX support_payment_of ON scoring.support_payment using btree (enterprise_id, paid_on) WHERE (withdrawn_at IS NULL);
CREATE INDEX talent_need_changed ON scoring.talent_need using btree (changed_at, id);
CREATE INDEX talent_need_own ON scoring.talent_need using btree (organisation_id, created_at DESC, id DESC);
CREATE INDEX tariff_resource ON booking.tariff using btree (resource_id, valid_from DESC, id);
CREATE INDEX task_assignee ON orders.task using btree (assignee_id, state, due_day, id) WHERE (assignee_id IS NOT NULL);
CREATE INDEX task_board ON orders.task using btree (provider_id, state, due_day, id);
CREATE INDEX task_instrument_resource ON orders.task_instrument using btree (resource_id, used_on DESC, id DESC);
CREATE INDEX task_item ON orders.task using btree (order_item_id, round, id);
CREATE INDEX task_plan_provider ON orders.task_plan using gist (provider_id, during) WHERE (state = 'live'::text);
CREATE INDEX task_plan_task ON orders.task_plan using btree (task_id, planned_at DESC, id DESC);
CREATE INDEX terms_version_owner ON orders.terms_version using btree (provider_id, topic, name, number);
CREATE INDEX test_attempt_person ON booking.test_attempt using btree (person_id, started_at DESC, id);
CREATE INDEX test_provider ON booking.test using btree (provider_id, id);
CREATE INDEX thread_client ON orders.thread using btree (organisation_id, created_at DESC, id DESC);
CREATE INDEX thread_provider ON orders.thread using btree (provider_id, created_at DESC, id DESC);
CREATE INDEX throttle_last ON people.throttle using btree (last_at);
CREATE INDEX training_enrolment_person ON booking.training_enrolment using btree (person_id, enrolled_at DESC, id);
CREATE INDEX training_enrolment_waiting ON booking.training_enrolment using btree (training_id, enrolled_at, id) WHERE (state = 'waiting'::text);
CREATE INDEX training_open ON booking.training using btree (lower(during), id) WHERE (state = 'open'::text);
CREATE INDEX training_provider ON booking.training using btree (provider_id, lower(during), id);
CREATE INDEX training_resource_resource ON booking.training_resource using btree (resource_id, training_id);
CREATE INDEX use_consumable_reservation ON booking.use_consumable using btree (reservation_id, added_at, id);
CREATE INDEX use_correction_use ON booking.use_correction using btree (use_id, proposed_at, id);
CREATE INDEX use_correction_waiting ON booking.use_correction using btree (provider_id, proposed_at, id) WHERE (state = 'proposed'::text);
CREATE INDEX use_event_use ON booking.use_event using btree (use_id, at, id) WHERE (use_id IS NOT NULL);
CREATE INDEX use_record_provider ON booking.use_record using btree (provider_id, started_at, id);
CREATE INDEX use_record_replacing ON booking.use_record using btree (replaces) WHERE (replaces IS NOT NULL);
CREATE INDEX use_record_reservation ON booking.use_record using btree (reservation_id) WHERE (reservation_id IS NOT NULL);
CREATE INDEX use_record_resource ON booking.use_record using btree (resource_id, started_at, id);
CREATE INDEX use_record_unproved ON booking.use_record using btree (provider_id, started_at, id) WHERE (NOT is_proved);
CREATE INDEX visit_due ON scoring.visit using btree (follow_up_on, id) WHERE ((follow_up IS NOT NULL) AND (follow_up_done_at IS NULL));
CREATE INDEX visit_of ON scoring.visit using btree (enterprise_id, visited_on DESC, id DESC);
CREATE INDEX voucher_claim_clock ON orders.voucher_claim using btree (answer_until, voucher_id) WHERE (state = ANY (ARRAY['pending'::text, 'more_asked'::text]));
CREATE INDEX voucher_claim_list ON orders.voucher_claim using btree (programme_id, month DESC, provider_id, voucher_id);
CREATE INDEX voucher_claim_own ON orders.voucher_claim using btree (provider_id, created_at DESC, voucher_id DESC);
CREATE INDEX voucher_of_programme ON orders.voucher using btree (programme_id, redeemed_at, id) WHERE (redeemed_at IS NOT NULL);
CREATE INDEX voucher_of_provider ON orders.voucher using btree (provider_id, reserved_at DESC, id DESC);
CREATE INDEX voucher_of_quota ON orders.voucher using btree (organisation_id, year, reserved_at DESC, id DESC);
CREATE INDEX voucher_rule_days ON orders.voucher_rule using btree (programme_id, valid_from, number DESC);
CREATE INDEX voucher_sample_item_of ON orders.voucher_sample_item using btree (voucher_id);
CREATE INDEX waiting_choice_provider ON booking.waiting_choice using btree (provider_id, resource_id) WHERE is_open;
CREATE INDEX waiting_choice_resource ON booking.waiting_choice using btree (resource_id, wish_id) WHERE is_open;
CREATE INDEX waiting_offer_due ON booking.waiting_offer using btree (until, id) WHERE (state = 'open'::text);
CREATE INDEX waiting_offer_wish ON booking.waiting_offer using btree (wish_id, offered_at);
CREATE INDEX waiting_wish_booker ON booking.waiting_wish using btree (booker_id, created_at DESC, id DESC);
CREATE INDEX waiting_wish_open ON booking.waiting_wish using btree (until_day, id) WHERE (state = 'waiting'::text);
CREATE INDEX watch_list_entry_of ON scoring.watch_list_entry using btree (enterprise_id, list_id);
CREATE INDEX webhook_attempt_delivery ON platform.webhook_attempt using btree (delivery_id, id);
CREATE INDEX webhook_delivery_created ON platform.webhook_delivery using btree (created_at);
CREATE INDEX webhook_delivery_list ON platform.webhook_delivery using btree (webhook_id, id DESC);
CREATE INDEX webhook_delivery_state ON platform.webhook_delivery using btree (webhook_id, state, id DESC);
CREATE INDEX webhook_organisation ON platform.webhook using btree (organisation_id, id);
CREATE UNIQUE INDEX agreement_change_open_once ON orders.agreement_change using btree (agreement_id, topic, clause_key) WHERE (state = 'proposed'::text);
CREATE UNIQUE INDEX amendment_open_once ON orders.amendment using btree (order_id) WHERE (state = 'proposed'::text);
CREATE UNIQUE INDEX bank_line_outgoing ON orders.bank_line using btree (outgoing_id) WHERE (outgoing_id IS NOT NULL);
CREATE UNIQUE INDEX custody_held_once ON orders.custody_period using btree (sample_id) WHERE (held_until IS NULL);
CREATE UNIQUE INDEX displacement_one_open ON booking.displacement using btree (reservation_id) WHERE (state = 'open'::text);
CREATE UNIQUE INDEX dispute_open_once ON orders.dispute using btree (order_id) WHERE (state = 'open'::text);
CREATE UNIQUE INDEX enterprise_label_current ON scoring.enterprise_label using btree (enterprise_id, label) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX fact_choice_current ON scoring.fact_choice using btree (enterprise_id, fact_code, period) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX fact_current ON scoring.fact using btree (enterprise_id, fact_code, period, source) WHERE (state = 'current'::text);
CREATE UNIQUE INDEX fact_limit_day ON scoring.fact_limit using btree (fact_code, valid_from) WHERE (replaced_at IS NULL);
CREATE UNIQUE INDEX fact_relation_day ON scoring.fact_relation using btree (part_code, whole_code, valid_from) WHERE (replaced_at IS NULL);
CREATE UNIQUE INDEX ground_loss_one_open ON booking.ground_loss using btree (reservation_id) WHERE (state = 'open'::text);
CREATE UNIQUE INDEX invoice_number_once ON orders.invoice_request using btree (invoice_number) WHERE (invoice_number IS NOT NULL);
CREATE UNIQUE INDEX join_request_open ON people.join_request using btree (organisation_id, person_id) WHERE (status = 'pending'::text);
CREATE UNIQUE INDEX list_final_once ON scoring.list using btree (model_code, kind, period) WHERE (state = 'final'::text);
CREATE UNIQUE INDEX list_notice_once ON scoring.list using btree (model_code, kind, period) WHERE (state = 'notice'::text);
CREATE UNIQUE INDEX list_public_once ON scoring.list using btree (model_code, kind, period) WHERE ((state = ANY (ARRAY['notice'::text, 'final'::text])) AND (supplements_id IS NULL));
CREATE UNIQUE INDEX list_supplement_once ON scoring.list using btree (supplements_id) WHERE ((supplements_id IS NOT NULL) AND (state <> 'withdrawn'::text));
CREATE UNIQUE INDEX message_file_once ON orders.message_file using btree (file_id);
CREATE UNIQUE INDEX message_once ON orders.message using btree (thread_id, cause) WHERE (cause IS NOT NULL);
CREATE UNIQUE INDEX move_request_one_open ON booking.move_request using btree (reservation_id) WHERE (state = 'open'::text);
CREATE UNIQUE INDEX negative_event_once ON scoring.negative_event using btree (enterprise_id, code, document) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX objection_code_hash ON scoring.objection using btree (code_hash) WHERE (code_hash IS NOT NULL);
CREATE UNIQUE INDEX organisation_uscc_key ON people.organisation using btree (uscc) WHERE (status = ANY (ARRAY['verified'::text, 'suspended'::text]));
CREATE UNIQUE INDEX paper_consent_once ON scoring.paper_consent using btree (enterprise_id, document) WHERE (revoked_at IS NULL);
CREATE UNIQUE INDEX passport_share_one ON booking.passport_share using btree (person_id, provider_id) WHERE (revoked_at IS NULL);
CREATE UNIQUE INDEX quote_accepted_once ON orders.quote using btree (enquiry_id) WHERE (state = 'accepted'::text);
CREATE UNIQUE INDEX quote_offered_once ON orders.quote using btree (enquiry_id, provider_id) WHERE (state = 'offered'::text);
CREATE UNIQUE INDEX recipe_version_draft_once ON orders.recipe_version using btree (recipe_id) WHERE (state = 'draft'::text);
CREATE UNIQUE INDEX recipe_version_in_force_once ON orders.recipe_version using btree (recipe_id) WHERE (state = 'approved'::text);
CREATE UNIQUE INDEX recognition_once ON scoring.recognition using btree (enterprise_id, step, document) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX related_party_once ON orders.related_party using btree (organisation_id, related_id) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX report_in_preparation_once ON orders.report using btree (order_id) WHERE ((kind = 'full'::text) AND (replaces_id IS NULL) AND (state = ANY (ARRAY['draft'::text, 'prepared'::text, 'checked'::text, 'approved'::text])));
CREATE UNIQUE INDEX report_successor_once ON orders.report using btree (replaces_id) WHERE ((replaces_id IS NOT NULL) AND (state <> 'discarded'::text));
CREATE UNIQUE INDEX report_template_name_once ON orders.report_template using btree (provider_id, name) WHERE (state = 'active'::text);
CREATE UNIQUE INDEX run_corrected_once ON scoring.run using btree (corrects_id) WHERE ((corrects_id IS NOT NULL) AND (purpose = 'official'::text) AND (state <> 'failed'::text));
CREATE UNIQUE INDEX run_under_way ON scoring.run using btree (model_id, period, purpose) WHERE (state = ANY (ARRAY['queued'::text, 'running'::text]));
CREATE UNIQUE INDEX sample_destruction_open_once ON orders.sample_destruction using btree (sample_id) WHERE (state <> 'withdrawn'::text);
CREATE UNIQUE INDEX sample_handover_open_once ON orders.sample_handover using btree (sample_id) WHERE (state = 'offered'::text);
CREATE UNIQUE INDEX sample_submission_number ON booking.sample_submission using btree (number);
CREATE UNIQUE INDEX self_report_waiting ON scoring.self_report using btree (enterprise_id, fact_code, period) WHERE (state = 'pending'::text);
CREATE UNIQUE INDEX service_order_enquiry ON orders.service_order using btree (enquiry_id) WHERE ((enquiry_id IS NOT NULL) AND (state <> ALL (ARRAY['withdrawn'::text, 'lapsed'::text])));
CREATE UNIQUE INDEX service_order_quote ON orders.service_order using btree (quote_id) WHERE ((quote_id IS NOT NULL) AND (state <> ALL (ARRAY['withdrawn'::text, 'lapsed'::text])));
CREATE UNIQUE INDEX signing_key_provider_once ON orders.signing_key using btree (provider_id) WHERE ((provider_id IS NOT NULL) AND (retired_at IS NULL));
CREATE UNIQUE INDEX signing_key_root_once ON orders.signing_key using btree ((true)) WHERE ((provider_id IS NULL) AND (retired_at IS NULL));
CREATE UNIQUE INDEX study_plan_open_once ON orders.study_plan using btree (study_id) WHERE (state <> 'in_force'::text);
CREATE UNIQUE INDEX support_payment_once ON scoring.support_payment using btree (clause_code, reference) WHERE (withdrawn_at IS NULL);
CREATE UNIQUE INDEX tariff_published_day ON booking.tariff using btree (resource_id, valid_from) WHERE (state = 'published'::text);
CREATE UNIQUE INDEX task_plan_live_once ON orders.task_plan using btree (task_id) WHERE (state = 'live'::text);
CREATE UNIQUE INDEX task_retest_once ON orders.task using btree (retest_of) WHERE (retest_of IS NOT NULL);
CREATE UNIQUE INDEX terms_version_default_once ON orders.terms_version using btree (provider_id, topic) NULLS NOT DISTINCT WHERE is_default;
CREATE UNIQUE INDEX terms_version_draft_once ON orders.terms_version using btree (template_id) WHERE (state = 'draft'::text);
CREATE UNIQUE INDEX test_attempt_one_open ON booking.test_attempt using btree (test_id, person_id) WHERE (submitted_at IS NULL);
CREATE UNIQUE INDEX test_version_one_draft ON booking.test_version using btree (test_id) WHERE (published_at IS NULL);
CREATE UNIQUE INDEX use_correction_one_open ON booking.use_correction using btree (use_id) WHERE (state = 'proposed'::text);
CREATE UNIQUE INDEX use_event_once ON booking.use_event using btree (provider_id, device, device_event) WHERE (device_event IS NOT NULL);
CREATE UNIQUE INDEX use_record_first ON booking.use_record using btree (use_id) WHERE (replaces IS NULL);
CREATE UNIQUE INDEX waiting_offer_one_open ON booking.waiting_offer using btree (wish_id) WHERE (state = 'open'::text);

create view booking.qualification_state as
 SELECT q.id,
    q.provider_id,
    q.resource_id,
    q.person_id,
    q.level,
    q.ground,
    q.ground_id,
    q.reason,
    q.valid_from,
    q.valid_until,
    q.granted_by,
    q.granted_at,
    q.suspended_at,
    q.suspended_by,
    q.suspend_reason,
    q.version,
    r.disuse_days,
    u.last_used_at,
    LEAST(q.valid_until, GREATEST(q.granted_at, q.valid_from, u.last_used_at) + make_interval(days => r.disuse_days)) AS lapses_at
   FROM booking.qualification q
     LEFT JOIN booking.qualification_rule r ON r.resource_id = q.resource_id
     LEFT JOIN LATERAL ( SELECT GREATEST(( SELECT max(upper(v.during)) AS max
                   FROM booking.reservation v
                  WHERE v.booker_id = q.person_id AND v.resource_id = q.resource_id AND (v.state = ANY (ARRAY['in_use'::text, 'completed'::text])) AND v.operation = 'self_service'::text), ( SELECT max(m.ended_at) AS max
                   FROM booking.use_record m
                  WHERE m.person_id = q.person_id AND m.resource_id = q.resource_id AND m.reservation_id IS NULL)) AS last_used_at) u ON true;
create view booking_pub.busy as
 SELECT resource_id,
    blocked,
    unit
   FROM booking.reservation
  WHERE (state = ANY (ARRAY['held'::text, 'pending'::text, 'confirmed'::text, 'in_use'::text, 'completed'::text])) AND (state <> 'held'::text OR held_until > now()) AND (state <> 'pending'::text OR decide_until > now());
create view booking_pub.calendar as
 SELECT resource_id,
    provider_id,
    is_accepting,
    step_minutes,
    min_minutes,
    max_minutes,
    buffer_before_minutes,
    buffer_after_minutes,
    min_notice_minutes,
    horizon_days,
    operations,
    confirmation,
    capacity,
    decide_within_hours
   FROM booking.calendar;
create view booking_pub.calibration as
 SELECT c.id,
    c.resource_id,
    c.kind,
    c.done_on,
    c.due_on,
    c.certificate_no,
    k.blocks_when_overdue
   FROM booking.calibration c
     JOIN booking.calendar k ON k.resource_id = c.resource_id;
create view booking_pub.charge as
 SELECT c.id,
    c.reservation_id,
    c.version,
    c.resource_id,
    c.provider_id,
    c.organisation_id,
        CASE
            WHEN c.is_outside THEN 'outside'::text
            ELSE 'inside'::text
        END AS side,
    c.basis,
    c.booked_minutes,
    c.metered_minutes,
    c.total_fen,
    c.created_at,
    c.answer_until,
        CASE
            WHEN a.kind = 'objected'::text THEN 'objected'::text
            WHEN a.kind IS NOT NULL OR c.answer_until <= now() THEN 'accepted'::text
            ELSE 'open'::text
        END AS state,
    c.kind,
    c.enrolment_id,
    a.kind AS answer,
    COALESCE(b.number, t.number) AS number,
    t.title AS training_title
   FROM booking.charge c
     LEFT JOIN booking.charge_answer a ON a.charge_id = c.id
     LEFT JOIN booking.reservation b ON b.id = c.reservation_id AND b.resource_id = c.resource_id
     LEFT JOIN booking.training_enrolment e ON e.id = c.enrolment_id
     LEFT JOIN booking.training t ON t.id = e.training_id
  WHERE NOT (EXISTS ( SELECT
           FROM booking.charge later
          WHERE later.replaces = c.id));
create view booking_pub.evaluation as
 SELECT reservation_id,
    resource_id,
    provider_id,
    organisation_id,
    condition,
    service,
    process,
    created_at
   FROM booking.evaluation;
create view booking_pub.outage as
 SELECT o.id,
    r.resource_id,
    o.provider_id,
    o.type,
    o.state,
    o.is_sudden,
    o.during,
    r.units
   FROM booking.outage o
     JOIN booking.outage_resource r ON r.outage_id = o.id
  WHERE o.state <> 'called_off'::text;
create view booking_pub.reservation_time as
 SELECT id,
    resource_id,
    provider_id,
    organisation_id,
    number,
    state,
    lower(during) AS starts_at,
    upper(during) AS ends_at
   FROM booking.reservation;
create view booking_pub.use as
 SELECT id,
    use_id,
    resource_id,
    provider_id,
    organisation_id,
        CASE
            WHEN is_outside THEN 'outside'::text
            ELSE 'inside'::text
        END AS side,
    reservation_id,
    unit,
    started_at,
    ended_at,
        CASE
            WHEN 'inferred'::text = start_source OR 'inferred'::text = end_source THEN 'inferred'::text
            WHEN 'staff'::text = start_source OR 'staff'::text = end_source THEN 'staff'::text
            ELSE start_source
        END AS source,
    is_proved,
    replaces IS NOT NULL AS is_corrected
   FROM booking.use_record r
  WHERE NOT (EXISTS ( SELECT
           FROM booking.use_record later
          WHERE later.replaces = r.id));
create view catalog_pub.instrument_facts as
 SELECT id AS resource_id,
    original_value_fen,
    started_on,
    content #>> '{detail,shareMode}'::text[] AS share_mode
   FROM catalog.resource;
create view catalog_pub.resource as
 SELECT r.id,
    r.provider_id,
    r.site_id,
    r.kind,
    r.name_zh,
    r.name_en,
    r.model,
    r.status,
    COALESCE(s.zone, 'Asia/Shanghai'::text) AS zone,
    s.name AS site_name,
    s.address AS site_address,
    COALESCE(r.opening, s.opening, '[]'::jsonb) AS opening,
    COALESCE(s.holiday_rule, 'closed'::text) AS holiday_rule,
    COALESCE(s.day_exceptions, '[]'::jsonb) AS day_exceptions,
    r.class_code,
    r.operating_status,
    r.location,
    r.inner_number,
    r.manufacturer,
    r.version
   FROM catalog.resource r
     LEFT JOIN catalog.site s ON s.id = r.site_id;
create view catalog_pub.resource_accreditation as
 SELECT DISTINCT r.id AS resource_id,
    a.id AS accreditation_id,
    a.scheme,
    a.certificate_no,
    a.valid_from,
    LEAST(a.valid_to, a.withdrawn_on - 1) AS valid_to
   FROM catalog.accreditation a
     JOIN catalog.accreditation_item i ON i.accreditation_id = a.id
     JOIN catalog.resource r ON r.provider_id = a.provider_id
  WHERE i.resource_id = r.id OR i.resource_id IS NULL AND i.standard_id IS NOT NULL AND (EXISTS ( SELECT 1
           FROM catalog.resource_standard c
          WHERE c.resource_id = r.id AND c.standard_id = i.standard_id));
create view catalog_pub.resource_price as
 SELECT resource_id,
    customer_class,
    unit,
    price_fen,
    valid_from,
    valid_to
   FROM catalog.resource_price;
create view catalog_pub.resource_standard as
 SELECT c.resource_id,
    c.standard_id,
    s.number,
    s.number_key,
    s.base_key,
    s.title_zh,
    s.title_en,
    s.status,
    s.effective_on,
    c.note,
    c."position"
   FROM catalog.resource_standard c
     JOIN catalog.standard s ON s.id = c.standard_id;
create view catalog_pub.search_miss as
 SELECT day,
    query,
    conditions,
    count,
    last_at
   FROM catalog.search_miss;
create view catalog_pub.service as
 SELECT id AS resource_id,
    provider_id,
    kind,
    status,
    name_zh,
    name_en,
    (content #>> '{detail,turnaroundDaysMin}'::text[])::integer AS turnaround_days_min,
    (content #>> '{detail,turnaroundDaysMax}'::text[])::integer AS turnaround_days_max,
    content #>> '{detail,sampleRequirements}'::text[] AS sample_requirements
   FROM catalog.resource r;
create view orders_pub.booking_payment as
 SELECT id,
    charge_id,
    paid_fen,
    state = 'done'::text AS is_settled
   FROM orders.booking_bill;
create view orders_pub.enquiry_answer as
 SELECT enquiry_id,
    provider_id,
    state,
    asked_at,
    answer_until,
    answered_at,
    escalated_at
   FROM orders.enquiry_provider;
create view orders_pub.evaluation as
 SELECT order_id,
    provider_id,
    organisation_id,
    quality,
    punctuality,
    service,
    given_at
   FROM orders.evaluation
  WHERE decision IS DISTINCT FROM 'hidden'::text;
create view orders_pub.service_order as
 SELECT id,
    number,
    organisation_id,
    provider_id,
    state,
    purpose,
    total_fen,
    placed_at,
    accepted_at,
    received_at,
    reported_at,
    approved_at,
    settled_at,
    ended_at
   FROM orders.service_order;
create view orders_pub.voucher as
 SELECT id,
    order_id,
    programme_id,
    organisation_id,
    provider_id,
    year,
    state,
    amount_fen,
    reserved_at,
    redeemed_at
   FROM orders.voucher;
create view people_pub.api_key as
 SELECT organisation_id,
    scopes,
    created_at,
    expires_at,
    last_used_at,
    revoked_at
   FROM people.api_key;
create view people_pub.consent as
 SELECT owner_organisation_id,
    reader_organisation_id,
    facts,
    granted_at,
    valid_until,
    revoked_at,
    purpose
   FROM people.consent;
create view people_pub.membership as
 SELECT person_id,
    organisation_id,
    roles,
    status
   FROM people.membership;
create view people_pub.organisation as
 SELECT id,
    kind,
    name,
    short_name,
    name_en,
    uscc,
    status,
    district
   FROM people.organisation;
create view people_pub.person as
 SELECT id,
    name,
    email,
    language,
    disabled_at IS NULL AS is_active
   FROM people.person;
create view scoring_pub.enterprise_label as
 SELECT e.credit_code,
    l.label,
    l.since,
    l.run_id AS run
   FROM scoring.enterprise_label l
     JOIN scoring.enterprise e ON e.id = l.enterprise_id
  WHERE l.ended_at IS NULL AND NOT e.is_opted_out;
create view scoring_pub.enterprise_score as
 SELECT e.credit_code,
    s.score,
    s.stage,
    f.run_id AS run,
    f.as_of
   FROM scoring_pub.final_run f
     JOIN scoring.run_score s ON s.run_id = f.run_id
     JOIN scoring.enterprise e ON e.id = s.enterprise_id
  WHERE s.status = 'scored'::text AND NOT e.is_opted_out;
create view scoring_pub.final_run as
 SELECT r.id AS run_id,
    r.number,
    r.period,
    r.as_of,
    r.facts_at,
    p.published_at,
    m.code AS model_code,
    m.model_version,
    (m.document ->> 'scale'::text)::numeric AS scale
   FROM scoring_pub.published_run p
     JOIN scoring.run r ON r.id = p.run_id
     JOIN scoring.model m ON m.id = r.model_id
  WHERE p.state = 'final'::text AND r.state = 'done'::text AND r.purpose = 'official'::text
  ORDER BY r.as_of DESC, p.published_at DESC, r.id DESC
 LIMIT 1;
create view scoring_pub.published_run as
 SELECT e.run_id,
    min(GREATEST(l.announced_at, e.made_at)) AS published_at,
        CASE
            WHEN bool_or(l.state = 'final'::text) THEN 'final'::text
            ELSE 'notice'::text
        END AS state
   FROM scoring.list l
     JOIN scoring.list_edition e ON e.list_id = l.id AND e.edition = l.edition
  WHERE l.state = ANY (ARRAY['notice'::text, 'final'::text])
  GROUP BY e.run_id;

CREATE OR REPLACE FUNCTION orders.report_is_frozen()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.sha256 is not null and (new.number, new.edition, new.code, new.issued_by, new.issued_at, new.sha256, new.size_bytes, new.pages, new.marks,
      new.signing_key_id, new.content, new.order_id, new.provider_id, new.template_id, new.template_version, new.prepared_by, new.checked_by, new.approved_by,
      new.replaces_id) is distinct from
     (old.number, old.edition, old.code, old.issued_by, old.issued_at, old.sha256, old.size_bytes, old.pages, old.marks,
      old.signing_key_id, old.content, old.order_id, old.provider_id, old.template_id, old.template_version, old.prepared_by, old.checked_by, old.approved_by,
      old.replaces_id) then
    raise exception 'report % is issued and cannot be changed', old.number using errcode = 'restrict_violation', constraint = 'report_frozen';
  end if;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION platform.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '%.% is append-only', tg_table_schema, tg_table_name using errcode = 'insufficient_privilege';
end
$function$
;

CREATE TRIGGER charge_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON booking.charge FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER charge_answer_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON booking.charge_answer FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER use_event_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON booking.use_event FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER use_record_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON booking.use_record FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER access_use_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON orders.access_use FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER batch_check_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON orders.batch_check FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER custody_event_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON orders.custody_event FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER custody_file_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON orders.custody_file FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER ledger_transfer_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON orders.ledger_transfer FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER report_frozen BEFORE UPDATE ON orders.report FOR EACH ROW EXECUTE FUNCTION orders.report_is_frozen();
CREATE TRIGGER result_entry_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON orders.result_entry FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER study_step_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON orders.study_step FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER task_step_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON orders.task_step FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER voucher_claim_step_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON orders.voucher_claim_step FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER voucher_rule_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON orders.voucher_rule FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER audit_entry_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON platform.audit_entry FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER audit_seal_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON platform.audit_seal FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

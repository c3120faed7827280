-- Outages, the bookings that they displace, fault reports and calibrations.
--
-- An outage is a row of `booking.reservation` per resource and unit, so the constraint that keeps one slot from being sold twice keeps
-- bookings out of outages. A booking that was there first is displaced: its `unit` turns negative, which takes it out of the way of the
-- outage's own row and of nothing else, because that row's `blocked` covers the displaced booking too until it is moved or cancelled.
-- When the outage gives time back, the bookings in it get their unit back in the same transaction.

alter table booking.reservation
  add column outage_id uuid,
  drop constraint reservation_unit,
  add constraint reservation_unit check (unit between 1 and 50 or (unit between -50 and -1 and kind <> 'outage')),
  add constraint reservation_outage check (outage_id is null or kind = 'outage');

alter table booking.calendar
  add column calibration_due_on date,
  add column blocks_when_overdue boolean not null default false;

create table booking.outage (
  id uuid primary key,
  number text not null,
  provider_id uuid not null,
  -- Occurrences of one recurring maintenance share it.
  series_id uuid,
  type text not null,
  state text not null default 'declared',
  is_sudden boolean not null,
  -- Shown to bookers; `note` is for the provider's own people.
  reason text not null,
  note text,
  during tstzrange not null,
  declared_by uuid not null,
  declared_at timestamptz not null,
  ended_at timestamptz,
  version int not null default 1,
  updated_at timestamptz not null,
  constraint outage_number unique (number),
  constraint outage_type check (type in ('maintenance', 'calibration', 'fault', 'cleaning', 'move', 'other')),
  constraint outage_state check (state in ('declared', 'ended', 'called_off')),
  constraint outage_ended check ((state = 'declared') = (ended_at is null)),
  constraint outage_range check (not isempty(during) and lower_inc(during) and not upper_inc(during)),
  constraint outage_texts check (length(reason) between 1 and 200 and length(note) <= 1000 and length(number) <= 40)
);
create index outage_provider on booking.outage (provider_id, lower(during), id);
create index outage_series on booking.outage (series_id, lower(during)) where series_id is not null;

create table booking.outage_resource (
  outage_id uuid not null references booking.outage (id),
  resource_id uuid not null,
  constraint outage_resource_pkey primary key (outage_id, resource_id)
);
create index outage_resource_resource on booking.outage_resource (resource_id, outage_id);

-- A booking that an outage hit, with what it was then. `open` waits for the customer until `answer_until`.
create table booking.displacement (
  id uuid primary key,
  outage_id uuid not null references booking.outage (id),
  reservation_id uuid not null,
  resource_id uuid not null,
  provider_id uuid not null,
  organisation_id uuid not null,
  booker_id uuid not null,
  during tstzrange not null,
  price_fen bigint not null,
  state text not null,
  answer_until timestamptz,
  proposed_at timestamptz,
  replaced_by uuid,
  found_at timestamptz not null,
  resolved_at timestamptz,
  constraint displacement_once unique (outage_id, reservation_id),
  constraint displacement_state check (state in ('open', 'moved', 'replaced', 'cancelled', 'lapsed', 'reinstated', 'interrupted')),
  constraint displacement_open check ((state = 'open') = (answer_until is not null) and (state = 'open') = (resolved_at is null)),
  constraint displacement_replaced check ((state = 'replaced') = (replaced_by is not null))
);
create unique index displacement_one_open on booking.displacement (reservation_id) where state = 'open';
create index displacement_due on booking.displacement (answer_until, id) where state = 'open';
create index displacement_reservation on booking.displacement (reservation_id, found_at);

-- What the provider proposed; nothing is held, the first who takes a slot has it.
create table booking.displacement_offer (
  displacement_id uuid not null references booking.displacement (id),
  position int not null,
  resource_id uuid not null,
  during tstzrange not null,
  price_fen bigint not null,
  constraint displacement_offer_pkey primary key (displacement_id, position),
  constraint displacement_offer_position check (position between 1 and 9)
);

create table booking.fault_report (
  id uuid primary key,
  number text not null,
  resource_id uuid not null,
  provider_id uuid not null,
  reservation_id uuid,
  organisation_id uuid not null,
  reported_by uuid not null,
  reported_at timestamptz not null,
  -- What the reporter says, and what the provider found.
  impact text not null,
  description text not null,
  state text not null default 'open',
  verdict text,
  triage_note text,
  triaged_by uuid,
  triaged_at timestamptz,
  outage_id uuid references booking.outage (id),
  resolution text,
  resolved_by uuid,
  resolved_at timestamptz,
  version int not null default 1,
  constraint fault_report_number unique (number),
  constraint fault_report_impact check (impact in ('usable', 'limited', 'down')),
  constraint fault_report_verdict check (verdict in ('usable', 'limited', 'down')),
  constraint fault_report_state check (state in ('open', 'triaged', 'resolved')),
  constraint fault_report_triaged check ((state = 'open') = (verdict is null) and (verdict is null) = (triaged_at is null)),
  constraint fault_report_resolved check ((state = 'resolved') = (resolved_at is not null) and (resolved_at is null) = (resolution is null)),
  constraint fault_report_texts check (length(description) between 1 and 2000 and length(triage_note) <= 1000 and length(resolution) <= 2000)
);
create index fault_report_provider on booking.fault_report (provider_id, reported_at desc, id desc);
create index fault_report_resource on booking.fault_report (resource_id, reported_at desc, id desc);
create index fault_report_reporter on booking.fault_report (reported_by, reported_at desc, id desc);

create table booking.fault_photo (
  report_id uuid not null references booking.fault_report (id),
  file_id uuid not null,
  added_at timestamptz not null,
  constraint fault_photo_pkey primary key (report_id, file_id)
);

-- Records are added, never changed; the last one of a resource says when the next is due.
create table booking.calibration (
  id uuid primary key,
  resource_id uuid not null,
  provider_id uuid not null,
  kind text not null,
  done_on date not null,
  due_on date not null,
  performed_by text not null,
  certificate_no text,
  certificate_file_id uuid,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  constraint calibration_kind check (kind in ('calibration', 'verification', 'check')),
  constraint calibration_due check (due_on > done_on),
  constraint calibration_texts check (length(performed_by) between 1 and 200 and length(certificate_no) <= 100)
);
create index calibration_resource on booking.calibration (resource_id, done_on desc, id desc);
create index calendar_calibration_due on booking.calendar (calibration_due_on) where calibration_due_on is not null;

-- Time in which resources could not be used, for figures of other domains.
create view booking_pub.outage as
select o.id, r.resource_id, o.provider_id, o.type, o.state, o.is_sudden, o.during
from booking.outage o join booking.outage_resource r on r.outage_id = o.id
where o.state <> 'called_off';

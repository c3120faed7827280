-- Calendars of what can be booked, and the reservations in them.
-- One slot is sold once: `reservation_no_overlap` decides, whichever door a request came through.
create schema booking;
create schema booking_pub;

-- One row per resource that can be booked: the provider's rules. Opening hours, zone and prices are the catalogue's.
create table booking.calendar (
  resource_id uuid primary key,
  provider_id uuid not null,
  is_accepting boolean not null default true,
  confirmation text not null default 'instant',
  operations text[] not null default '{self_service}',
  operator_hour_fen bigint,
  step_minutes int not null default 30,
  billing_step_minutes int not null default 30,
  min_minutes int not null default 60,
  max_minutes int not null default 480,
  buffer_before_minutes int not null default 0,
  buffer_after_minutes int not null default 30,
  min_notice_minutes int not null default 120,
  horizon_days int not null default 30,
  free_cancel_hours int not null default 24,
  late_cancel_percent int not null default 30,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  updated_by uuid,
  constraint calendar_confirmation check (confirmation in ('instant', 'approval')),
  constraint calendar_operations check (cardinality(operations) between 1 and 2 and operations <@ array['self_service', 'with_operator']),
  constraint calendar_operator_hour check (operator_hour_fen between 0 and 100000000),
  constraint calendar_step check (step_minutes in (5, 10, 15, 20, 30, 60, 120, 240, 480, 720, 1440)),
  constraint calendar_billing_step check (billing_step_minutes between 1 and 1440),
  constraint calendar_min check (min_minutes between 5 and 44640 and min_minutes % step_minutes = 0),
  constraint calendar_max check (max_minutes between min_minutes and 44640 and max_minutes % step_minutes = 0),
  constraint calendar_buffers check (buffer_before_minutes between 0 and 1440 and buffer_after_minutes between 0 and 1440),
  constraint calendar_notice check (min_notice_minutes between 0 and 129600),
  constraint calendar_horizon check (horizon_days between 1 and 730),
  constraint calendar_free_cancel check (free_cancel_hours between 0 and 2160),
  constraint calendar_late_cancel check (late_cancel_percent between 0 and 100)
);
create index calendar_provider on booking.calendar (provider_id, resource_id);

-- `during` is what the booker uses, `blocked` adds the buffers: the constraint compares `blocked`, so buffers are part of what is taken.
-- The key starts with `id` because people hold only that; `resource_id` is in it so that the table can be distributed by resource.
-- No triggers, no sequences, no foreign keys: this is the hot table, and placing reads the calendar in the same statement.
create table booking.reservation (
  id uuid not null,
  resource_id uuid not null,
  unit int not null default 1,
  provider_id uuid not null,
  number text not null,
  kind text not null,
  state text not null,
  during tstzrange not null,
  blocked tstzrange not null,
  held_until timestamptz,
  is_hold_extended boolean not null default false,
  organisation_id uuid not null,
  booker_id uuid not null,
  placed_by uuid not null,
  customer_class text not null,
  operation text not null default 'self_service',
  project text,
  note text,
  price_fen bigint not null,
  price_lines jsonb not null,
  free_cancel_until timestamptz not null,
  late_cancel_percent int not null,
  ended_at timestamptz,
  ended_by uuid,
  end_reason text,
  cancel_fee_fen bigint,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint reservation_pkey primary key (id, resource_id),
  constraint reservation_no_overlap exclude using gist (resource_id with =, unit with =, blocked with &&)
    where (state in ('held', 'pending', 'confirmed', 'in_use', 'completed')),
  constraint reservation_kind check (kind in ('customer', 'internal', 'outage')),
  constraint reservation_state check (state in ('held', 'pending', 'confirmed', 'in_use', 'completed', 'cancelled', 'declined', 'released', 'expired', 'no_show')),
  constraint reservation_range check (not isempty(during) and lower_inc(during) and not upper_inc(during) and blocked @> during),
  constraint reservation_held check ((state = 'held') = (held_until is not null)),
  constraint reservation_class check (customer_class in ('inside', 'member', 'academic', 'enterprise', 'outside_district')),
  constraint reservation_operation check (operation in ('self_service', 'with_operator')),
  constraint reservation_price check (price_fen >= 0 and cancel_fee_fen between 0 and price_fen),
  constraint reservation_texts check (length(project) <= 200 and length(note) <= 1000 and length(end_reason) <= 500 and length(number) <= 40)
);
create index reservation_organisation on booking.reservation (organisation_id, lower(during), id);
create index reservation_booker on booking.reservation (booker_id, lower(during), id);
create index reservation_hold on booking.reservation (held_until) where state = 'held';

-- What is taken, for whoever searches for free time; a hold that ran out no longer counts, even before it is released.
create view booking_pub.busy as
select resource_id, blocked
from booking.reservation
where state in ('held', 'pending', 'confirmed', 'in_use', 'completed') and (state <> 'held' or held_until > now());

-- The rules that a search for free time needs.
create view booking_pub.calendar as
select resource_id, provider_id, is_accepting, step_minutes, min_minutes, max_minutes, buffer_before_minutes, buffer_after_minutes,
       min_notice_minutes, horizon_days, operations, confirmation
from booking.calendar;

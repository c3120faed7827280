-- Single units that are out, fees of who did not come, time that is given back early, charges of trainings, replies to evaluations,
-- and the figures of a year kept from one night to the next.

-- Which numbered units of the resource are out; all of them when null, also those that it gets meanwhile.
alter table booking.outage_resource
  add column units int[],
  add constraint outage_resource_units check (cardinality(units) between 1 and 49 and 1 <= all (units) and 50 >= all (units));

create or replace view booking_pub.outage as
select o.id, r.resource_id, o.provider_id, o.type, o.state, o.is_sudden, o.during, r.units
from booking.outage o
join booking.outage_resource r on r.outage_id = o.id
where o.state <> 'called_off';

-- What a booking that nobody used costs: a share of its price, or an amount that never exceeds it.
alter table booking.tariff
  add column no_show_percent int,
  add column no_show_fen bigint,
  add constraint tariff_no_show check (
    num_nonnulls(no_show_percent, no_show_fen) <= 1 and no_show_percent between 1 and 100 and no_show_fen between 1 and 100000000000);

-- The fee as it was agreed, and until when a use that ended early had been booked.
alter table booking.reservation
  add column no_show_fee_fen bigint not null default 0,
  add column booked_until timestamptz,
  add constraint reservation_no_show_fee check (no_show_fee_fen between 0 and price_fen),
  add constraint reservation_freed check (booked_until is null or (state = 'completed' and booked_until > upper(during)));

alter table booking.use_rules add column frees_rest boolean not null default true;

create table booking.evaluation_reply (
  reservation_id uuid primary key references booking.evaluation (reservation_id),
  provider_id uuid not null,
  words text not null,
  replied_by uuid not null,
  replied_at timestamptz not null,
  constraint evaluation_reply_words check (length(words) between 1 and 1000)
);

-- A charge is for a use, for a booking that nobody used, or for a place in a training.
alter table booking.charge
  add column kind text not null default 'use',
  add column enrolment_id uuid references booking.training_enrolment (id),
  alter column reservation_id drop not null,
  alter column record_id drop not null,
  alter column resource_id drop not null,
  add constraint charge_kind check (kind in ('use', 'no_show', 'training')),
  add constraint charge_subject check (
    (kind = 'training') = (enrolment_id is not null) and (kind = 'training') = (reservation_id is null)
    and (kind = 'training') = (resource_id is null) and (kind = 'use') = (record_id is not null)),
  add constraint charge_enrolment_version unique (enrolment_id, version);

create or replace view booking_pub.charge as
select c.id, c.reservation_id, c.version, c.resource_id, c.provider_id, c.organisation_id,
  case when c.is_outside then 'outside' else 'inside' end as side,
  c.basis, c.booked_minutes, c.metered_minutes, c.total_fen, c.created_at, c.answer_until,
  case when a.kind = 'objected' then 'objected' when a.kind is not null or c.answer_until <= now() then 'accepted' else 'open' end as state,
  c.kind, c.enrolment_id
from booking.charge c
left join booking.charge_answer a on a.charge_id = c.id
where not exists (select from booking.charge later where later.replaces = c.id);

-- One row for each year that was assessed: what the figures beside it rest on.
create table booking.assessment_snapshot (
  year int primary key,
  -- The figures are of the year up to this day.
  last_day date not null,
  data_until timestamptz not null,
  instruments int not null,
  seconds int not null,
  constraint assessment_snapshot_counts check (year between 2000 and 2200 and instruments >= 0 and seconds >= 0)
);

create table booking.assessment_figure (
  year int not null,
  resource_id uuid not null,
  provider_id uuid not null,
  data_until timestamptz not null,
  is_national boolean not null,
  is_published boolean not null,
  is_open boolean not null,
  open_seconds float8 not null,
  effective_seconds float8 not null,
  external_seconds float8 not null,
  inferred_seconds float8 not null,
  booked_only_seconds float8 not null,
  unit_seconds float8 not null,
  uses int not null,
  external_uses int not null,
  inside_fen bigint not null,
  outside_fen bigint not null,
  pending_fen bigint not null,
  evaluations int not null,
  mark_sum int not null,
  primary key (year, resource_id)
);

-- What bookings and trainings cost stands in the same ledger as orders: an accepted charge is posted once, a later correction by its difference.

-- With the number and, of a training, its title; and with the answer itself, so that what was accepted does not depend on when somebody asks.
create or replace view booking_pub.charge as
select c.id, c.reservation_id, c.version, c.resource_id, c.provider_id, c.organisation_id,
  case when c.is_outside then 'outside' else 'inside' end as side,
  c.basis, c.booked_minutes, c.metered_minutes, c.total_fen, c.created_at, c.answer_until,
  case when a.kind = 'objected' then 'objected' when a.kind is not null or c.answer_until <= now() then 'accepted' else 'open' end as state,
  c.kind, c.enrolment_id, a.kind as answer, coalesce(b.number, t.number) as number, t.title as training_title
from booking.charge c
left join booking.charge_answer a on a.charge_id = c.id
left join booking.reservation b on b.id = c.reservation_id and b.resource_id = c.resource_id
left join booking.training_enrolment e on e.id = c.enrolment_id
left join booking.training t on t.id = e.training_id
where not exists (select from booking.charge later where later.replaces = c.id);

-- The bill of one booking, or of one place in a training; its id is theirs.
create table orders.booking_bill (
  id uuid primary key,
  kind text not null,
  number text not null,
  title text not null,
  organisation_id uuid not null,
  provider_id uuid not null,
  -- The version of the charge that it follows, and what the bill shall come to by it.
  charge_id uuid not null,
  total_fen bigint not null,
  -- What was posted so far: charged, credited again, paid and not given back, and the platform's fee of what is paid.
  charged_fen bigint not null default 0,
  credited_fen bigint not null default 0,
  paid_fen bigint not null default 0,
  fee_fen bigint not null default 0,
  fee_basis_points int not null,
  state text not null default 'running',
  opened_at timestamptz not null,
  done_at timestamptz,
  constraint booking_bill_charge unique (charge_id),
  constraint booking_bill_kind check (kind in ('use', 'no_show', 'training')),
  constraint booking_bill_parties check (organisation_id <> provider_id),
  constraint booking_bill_amounts check (total_fen >= 0 and credited_fen >= 0 and paid_fen >= 0 and charged_fen - credited_fen >= paid_fen
    and fee_fen between 0 and paid_fen),
  constraint booking_bill_fee check (fee_basis_points between 0 and 10000),
  constraint booking_bill_state check (state in ('running', 'waiting', 'done') and (state = 'done') = (done_at is not null)),
  constraint booking_bill_done check (state <> 'done' or (paid_fen = total_fen and charged_fen - credited_fen = total_fen))
);
create index booking_bill_client on orders.booking_bill (organisation_id, opened_at, id);
create index booking_bill_provider on orders.booking_bill (provider_id, opened_at desc, id desc);
create index booking_bill_open on orders.booking_bill (opened_at, id) where state <> 'done';

alter table orders.ledger_transfer
  add column bill_id uuid references orders.booking_bill (id),
  add constraint ledger_transfer_matter check (num_nonnulls(order_id, bill_id) <= 1);
create index ledger_transfer_bill on orders.ledger_transfer (bill_id, id) where bill_id is not null;

-- A line of an invoice is an order, or a bill as far as one version of its charge has brought it: what a later version adds goes on another invoice.
alter table orders.invoice_order
  drop constraint invoice_order_pkey,
  alter column order_id drop not null,
  add column bill_id uuid references orders.booking_bill (id),
  add column charge_id uuid,
  add column live_charge_id uuid,
  add constraint invoice_order_matter check (num_nonnulls(order_id, bill_id) = 1 and (bill_id is null) = (charge_id is null)),
  add constraint invoice_order_line unique nulls not distinct (request_id, order_id, bill_id),
  add constraint invoice_order_charge_once unique (live_charge_id),
  add constraint invoice_order_live_charge check (live_charge_id = charge_id);
create index invoice_order_bill on orders.invoice_order (bill_id) where bill_id is not null;

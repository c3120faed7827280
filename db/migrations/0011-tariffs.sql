-- Price rules of a resource from a day on. They lie over the catalogue's prices; a published tariff is never changed, a later one follows it.
create table booking.tariff (
  id uuid primary key,
  resource_id uuid not null,
  provider_id uuid not null,
  state text not null default 'draft',
  valid_from date not null,
  bands jsonb not null,
  packages jsonb not null,
  extras jsonb not null,
  minimum_fen bigint,
  charges_inside boolean not null,
  charge_by text not null,
  build_up jsonb,
  note text,
  version int not null default 1,
  created_at timestamptz not null,
  created_by uuid not null,
  updated_at timestamptz not null,
  updated_by uuid not null,
  published_at timestamptz,
  published_by uuid,
  constraint tariff_state check (state in ('draft', 'published', 'withdrawn')),
  constraint tariff_published check ((published_at is null) = (state = 'draft') and (published_by is null) = (state = 'draft')),
  constraint tariff_minimum check (minimum_fen between 1 and 100000000000),
  constraint tariff_charge_by check (charge_by in ('booked', 'actual', 'longer')),
  constraint tariff_note check (length(note) between 1 and 1000),
  constraint tariff_lists check (jsonb_array_length(bands) <= 10 and jsonb_array_length(packages) <= 10 and jsonb_array_length(extras) <= 20)
);
-- Two people who publish for the same day: one wins.
create unique index tariff_published_day on booking.tariff (resource_id, valid_from) where state = 'published';
create index tariff_resource on booking.tariff (resource_id, valid_from desc, id);

-- What the use will be charged by, frozen with the price.
alter table booking.reservation
  add column charge_by text not null default 'booked',
  add constraint reservation_charge_by check (charge_by in ('booked', 'actual', 'longer'));

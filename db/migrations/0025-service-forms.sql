-- What a service asks of whoever orders it, and how much of it its provider can do at once: from these come valid orders and promised days.

-- Each change is a new version and no version is ever changed, so that an answer keeps the questions it was given to.
create table orders.service_form (
  service_id uuid not null,
  version int not null,
  provider_id uuid not null,
  fields jsonb not null,
  -- Null: written down by the platform when the first answer came to the questions of the service's kind.
  created_by uuid,
  created_at timestamptz not null,
  constraint service_form_pkey primary key (service_id, version),
  constraint service_form_version check (version >= 1),
  constraint service_form_fields check (jsonb_typeof(fields) = 'array')
);

-- How the provider works on a service. Without a row the defaults hold.
create table orders.service_plan (
  service_id uuid primary key,
  provider_id uuid not null,
  -- What the client brings: samples, a place to come to, or only files.
  receives text not null,
  -- Orders in work at the same time.
  parallel_orders int not null,
  -- Working days from the samples' arrival until they are reviewed.
  intake_days int not null,
  -- The instrument without which the work does not begin, and for how long an order needs it.
  instrument_id uuid,
  instrument_minutes int,
  version int not null default 1,
  updated_at timestamptz not null,
  updated_by uuid,
  constraint service_plan_receives check (receives in ('samples', 'site', 'files')),
  constraint service_plan_parallel check (parallel_orders between 1 and 200),
  constraint service_plan_intake check (intake_days between 0 and 10),
  constraint service_plan_instrument check ((instrument_id is null) = (instrument_minutes is null) and instrument_minutes between 15 and 43200)
);

create index order_item_service on orders.order_item (service_id, order_id) where service_id is not null;

-- Bookings that belong together, what a resource needs beside it, and the waiting list.

-- A series repeats one resource by a rule; a bundle takes several resources for one time. One provider, one number.
create table booking.reservation_group (
  id uuid primary key,
  number text not null,
  kind text not null,
  provider_id uuid not null,
  organisation_id uuid not null,
  booker_id uuid not null,
  -- Of a series: RFC 5545 by the wall clock of the site, with the days left out and added.
  rule text,
  first_day date,
  excluded_days text[] not null default '{}',
  added_days text[] not null default '{}',
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint reservation_group_number unique (number),
  constraint reservation_group_kind check (kind in ('series', 'bundle')),
  constraint reservation_group_rule check ((kind = 'series') = (rule is not null) and (kind = 'series') = (first_day is not null)),
  constraint reservation_group_texts check (length(number) <= 40 and length(rule) <= 300)
);

alter table booking.reservation add column group_id uuid;
create index reservation_in_group on booking.reservation (group_id, lower(during), id) where group_id is not null;

-- What the provider says belongs to a resource: for each need, any one of several resources (a room, an operator of a pool).
create table booking.companion_list (
  resource_id uuid primary key,
  provider_id uuid not null,
  companions jsonb not null,
  version int not null default 1,
  updated_at timestamptz not null,
  updated_by uuid not null,
  constraint companion_list_length check (jsonb_array_length(companions) <= 8)
);

-- How a provider offers what frees: without a row first come, first served, within the default time.
create table booking.waiting_policy (
  provider_id uuid primary key,
  answer_minutes int not null,
  -- These classes first, in this order; the others after them.
  class_order text[] not null,
  version int not null default 1,
  updated_at timestamptz not null,
  updated_by uuid,
  constraint waiting_policy_answer check (answer_minutes between 15 and 1440),
  constraint waiting_policy_classes check (class_order <@ array['inside', 'member', 'academic', 'enterprise', 'outside_district'])
);

-- What somebody waits for: days, hours of the day by the site's clock, a length.
create table booking.waiting_wish (
  id uuid primary key,
  number text not null,
  organisation_id uuid not null,
  booker_id uuid not null,
  state text not null default 'waiting',
  from_day date not null,
  until_day date not null,
  weekdays int[] not null,
  from_minute int not null,
  until_minute int not null,
  minutes int not null,
  operation text,
  project text,
  missed_offers int not null default 0,
  created_at timestamptz not null,
  ended_at timestamptz,
  updated_at timestamptz not null,
  constraint waiting_wish_number unique (number),
  constraint waiting_wish_state check (state in ('waiting', 'offered', 'booked', 'left', 'expired')),
  constraint waiting_wish_ended check ((state in ('waiting', 'offered')) = (ended_at is null)),
  constraint waiting_wish_days check (until_day >= from_day and until_day - from_day <= 92),
  constraint waiting_wish_weekdays check (cardinality(weekdays) between 1 and 7 and weekdays <@ array[1, 2, 3, 4, 5, 6, 7]),
  constraint waiting_wish_hours check (from_minute between 0 and 1439 and until_minute between 1 and 1440 and minutes between 5 and 44640
    and minutes <= (until_minute - from_minute)),
  constraint waiting_wish_operation check (operation in ('self_service', 'with_operator')),
  constraint waiting_wish_texts check (length(number) <= 40 and length(project) <= 200)
);
create index waiting_wish_booker on booking.waiting_wish (booker_id, created_at desc, id desc);
create index waiting_wish_open on booking.waiting_wish (until_day, id) where state = 'waiting';

-- The resources that would do, with what decides the order at each provider.
create table booking.waiting_choice (
  wish_id uuid not null references booking.waiting_wish (id),
  resource_id uuid not null,
  provider_id uuid not null,
  customer_class text not null,
  is_open boolean not null default true,
  constraint waiting_choice_pkey primary key (wish_id, resource_id),
  constraint waiting_choice_class check (customer_class in ('inside', 'member', 'academic', 'enterprise', 'outside_district'))
);
create index waiting_choice_resource on booking.waiting_choice (resource_id, wish_id) where is_open;
create index waiting_choice_provider on booking.waiting_choice (provider_id, resource_id) where is_open;

-- A slot that was offered: a held reservation of the person, until it is accepted, declined or missed.
create table booking.waiting_offer (
  id uuid primary key,
  wish_id uuid not null references booking.waiting_wish (id),
  reservation_id uuid not null,
  resource_id uuid not null,
  during tstzrange not null,
  state text not null default 'open',
  offered_at timestamptz not null,
  until timestamptz not null,
  answered_at timestamptz,
  constraint waiting_offer_reservation unique (reservation_id),
  constraint waiting_offer_state check (state in ('open', 'accepted', 'declined', 'missed')),
  constraint waiting_offer_answered check ((state = 'open') = (answered_at is null))
);
create unique index waiting_offer_one_open on booking.waiting_offer (wish_id) where state = 'open';
create index waiting_offer_due on booking.waiting_offer (until, id) where state = 'open';
create index waiting_offer_wish on booking.waiting_offer (wish_id, offered_at);

-- What is plausible of facts, as dated rules: from which day, who set it, when and why. A rule is never changed: another takes its place,
-- so that it can be said later which one a question of that day came from.

create table scoring.fact_limit (
  id uuid primary key,
  fact_code text not null references scoring.fact_definition (code),
  -- Checks of this day and later ask by it, until another one's day comes.
  valid_from date not null,
  -- Values outside are asked about, never refused.
  low numeric,
  high numeric,
  -- How many times the value of the year before it may be, or be a part of; null: any.
  factor numeric,
  -- Where fewer enterprises have a value, the coverage page and whoever starts a run are warned.
  least_known_ratio numeric not null,
  reason text not null check (length(reason) between 2 and 500),
  -- Null: came with the platform.
  set_by uuid,
  set_at timestamptz not null,
  -- Another was set for the same day.
  replaced_at timestamptz,
  constraint fact_limit_order check (low <= high),
  constraint fact_limit_factor check (factor > 1),
  constraint fact_limit_ratio check (least_known_ratio between 0 and 1)
);
create unique index fact_limit_day on scoring.fact_limit (fact_code, valid_from) where replaced_at is null;

insert into scoring.fact_limit (id, fact_code, valid_from, low, high, factor, least_known_ratio, reason, set_at)
select gen_random_uuid(), code, '2020-01-01', plausible_low, plausible_high, plausible_factor, 0.6, '平台自带，待区数据管理人员确认', now()
from scoring.fact_definition;

alter table scoring.fact_definition drop column plausible_low, drop column plausible_high, drop column plausible_factor;

-- The same for parts and their wholes; without a factor the two are not compared from that day on.
alter table scoring.fact_relation
  add column id uuid not null default gen_random_uuid(),
  add column valid_from date not null default '2020-01-01',
  add column reason text not null default '平台自带，待区数据管理人员确认' check (length(reason) between 2 and 500),
  add column set_by uuid,
  add column set_at timestamptz not null default now(),
  add column replaced_at timestamptz;
alter table scoring.fact_relation
  alter column id drop default,
  alter column valid_from drop default,
  alter column reason drop default,
  alter column set_at drop default,
  drop constraint fact_relation_pkey,
  alter column factor drop not null,
  add primary key (id);
create unique index fact_relation_day on scoring.fact_relation (part_code, whole_code, valid_from) where replaced_at is null;

-- Negative events of the whole district by what they are.
create index negative_event_by_code on scoring.negative_event (code, occurred_on desc, id desc);
create index negative_event_newest on scoring.negative_event (occurred_on desc, id desc);

-- What others are told of a score: banks under consent, other domains by labels, a talent system both ways.

-- Grades and thresholds for banks, each with its time and its source. They are judged by the day on which somebody reads.
create table scoring.credit_rule (
  id uuid primary key,
  kind text not null,
  code text not null check (code ~ '^[a-z][a-z0-9_]{0,39}$'),
  name_zh text not null check (length(name_zh) between 1 and 60),
  name_en text not null check (length(name_en) between 1 and 100),
  -- Points of the whole scale of 100 from which the rule holds; `is_above`: more than that, not equal to it.
  threshold numeric not null,
  is_above boolean not null default false,
  valid_from date not null,
  valid_until date,
  source_title text not null check (length(source_title) between 2 and 300),
  certainty text not null,
  constraint credit_rule_kind check (kind in ('grade', 'white_list')),
  constraint credit_rule_threshold check (threshold between 0 and 100),
  constraint credit_rule_period check (valid_until >= valid_from),
  constraint credit_rule_certainty check (certainty in ('seen', 'second_hand', 'to_confirm')),
  constraint credit_rule_once unique (kind, code, valid_from)
);

insert into scoring.credit_rule
  (id, kind, code, name_zh, name_en, threshold, is_above, valid_from, source_title, certainty)
values
  ('0198c000-0033-7000-8000-000000000001', 'grade', 'a', 'A 级', 'Grade A', 85, false, '2026-01-01', '区内试行分级，分界待区主管部门确认', 'to_confirm'),
  ('0198c000-0033-7000-8000-000000000002', 'grade', 'b', 'B 级', 'Grade B', 70, false, '2026-01-01', '区内试行分级，分界待区主管部门确认', 'to_confirm'),
  ('0198c000-0033-7000-8000-000000000003', 'grade', 'c', 'C 级', 'Grade C', 55, false, '2026-01-01', '区内试行分级，分界待区主管部门确认', 'to_confirm'),
  ('0198c000-0033-7000-8000-000000000004', 'grade', 'd', 'D 级', 'Grade D', 0, false, '2026-01-01', '区内试行分级，分界待区主管部门确认', 'to_confirm'),
  ('0198c000-0033-7000-8000-000000000005', 'white_list', 'guarantee', '创新积分担保贷白名单', 'White list of points-based guaranteed loans', 65, true, '2026-01-01', '东莞“创新积分 E 担”：积分高于 65 分进入白名单（2025-06-05 报道），是否沿用待确认', 'to_confirm');

-- What holds of an enterprise by the final run: for other domains to choose by, not for people to read.
create table scoring.enterprise_label (
  id uuid primary key,
  enterprise_id uuid not null references scoring.enterprise (id),
  label text not null check (label ~ '^[a-z][a-z_]{1,30}:[a-z0-9][a-z0-9_-]{0,59}$'),
  run_id uuid not null references scoring.run (id),
  since timestamptz not null,
  ended_at timestamptz
);
create unique index enterprise_label_current on scoring.enterprise_label (enterprise_id, label) where ended_at is null;
create index enterprise_label_by_label on scoring.enterprise_label (label, enterprise_id) where ended_at is null;

-- Enterprises that refused to be scored have no labels, and their labels end at once for every reader.
create view scoring_pub.enterprise_label as
  select e.credit_code, l.label, l.since, l.run_id as run
  from scoring.enterprise_label l join scoring.enterprise e on e.id = l.enterprise_id
  where l.ended_at is null and not e.is_opted_out;

-- One final run stands at a time: the one of the latest period, of these the one published last.
create view scoring_pub.final_run as
  select r.id as run_id, r.number, r.period, r.as_of, r.facts_at, p.published_at, m.code as model_code, m.model_version,
    (m.document ->> 'scale')::numeric as scale
  from scoring_pub.published_run p
  join scoring.run r on r.id = p.run_id
  join scoring.model m on m.id = r.model_id
  where p.state = 'final' and r.state = 'done' and r.purpose = 'official'
  order by r.as_of desc, p.published_at desc, r.id desc
  limit 1;

-- For the policy domain: the score that rules may ask for. Nothing below it, no ranks, no facts.
create view scoring_pub.enterprise_score as
  select e.credit_code, s.score, s.stage, f.run_id as run, f.as_of
  from scoring_pub.final_run f
  join scoring.run_score s on s.run_id = f.run_id
  join scoring.enterprise e on e.id = s.enterprise_id
  where s.status = 'scored' and not e.is_opted_out;

-- What an enterprise looks for: people, and services for them. The talent system reads it as long as it is open.
create table scoring.talent_need (
  id uuid primary key,
  organisation_id uuid not null,
  kind text not null,
  title text not null check (length(title) between 2 and 100),
  skills text[] not null check (cardinality(skills) between 0 and 20),
  headcount int,
  detail text check (length(detail) <= 2000),
  state text not null default 'open',
  created_by uuid not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  closed_at timestamptz,
  version int not null default 1,
  constraint talent_need_kind check (kind in ('position', 'service')),
  constraint talent_need_headcount check ((kind = 'position') = (headcount is not null)),
  constraint talent_need_headcount_range check (headcount between 1 and 10000),
  constraint talent_need_state check (state in ('open', 'closed')),
  constraint talent_need_closed check ((state = 'closed') = (closed_at is not null))
);
create index talent_need_own on scoring.talent_need (organisation_id, created_at desc, id desc);
create index talent_need_changed on scoring.talent_need (changed_at, id);

-- What the talent system offers: policies, events, recognitions, carriers, people who look for a place. Written by it alone, by its own number.
create table scoring.talent_service (
  id uuid primary key,
  peer_organisation_id uuid not null,
  external_id text not null check (length(external_id) between 1 and 100),
  kind text not null,
  title_zh text not null check (length(title_zh) between 2 and 200),
  title_en text not null check (length(title_en) between 2 and 300),
  address text check (address ~ '^https://' and length(address) <= 500),
  -- Points from which the talent system offers it; null: to all.
  min_score numeric,
  skills text[] not null default '{}',
  valid_until date,
  received_at timestamptz not null,
  constraint talent_service_external unique (peer_organisation_id, external_id),
  constraint talent_service_kind check (kind in ('policy', 'event', 'recognition', 'carrier')),
  constraint talent_service_score check (min_score between 0 and 100)
);

-- Readers list who lets them read, and for what.
create or replace view people_pub.consent as
  select owner_organisation_id, reader_organisation_id, facts, granted_at, valid_until, revoked_at, purpose from people.consent;

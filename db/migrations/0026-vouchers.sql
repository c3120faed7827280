-- Innovation vouchers (科技创新券): programmes and their dated rules, who may use them where, what orders have reserved, redeemed and proved.

-- A programme and its whole budget. What is reserved and redeemed can never exceed it.
create table orders.voucher_programme (
  id uuid primary key,
  name_zh text not null,
  name_en text not null,
  issuer text not null,
  budget_fen bigint not null,
  reserved_fen bigint not null default 0,
  redeemed_fen bigint not null default 0,
  version int not null default 1,
  -- Closed to new vouchers; what is reserved stays.
  closed_at timestamptz,
  created_by uuid,
  created_at timestamptz not null,
  constraint voucher_programme_names check (length(name_zh) between 1 and 200 and length(name_en) between 1 and 200 and length(issuer) between 1 and 200),
  constraint voucher_programme_amounts check (budget_fen >= 0 and reserved_fen >= 0 and redeemed_fen >= 0),
  constraint voucher_programme_not_overdrawn check (reserved_fen + redeemed_fen <= budget_fen)
);

-- The rules of a programme as they hold on some days. Never edited: a change is a new row, and of those that cover a day the newest holds.
create table orders.voucher_rule (
  id uuid primary key,
  programme_id uuid not null references orders.voucher_programme (id),
  number int not null,
  valid_from date not null,
  valid_to date,
  -- The share of the eligible cost as an exact fraction.
  rate_numerator int not null,
  rate_denominator int not null,
  enterprise_quota_fen bigint not null,
  team_quota_fen bigint not null,
  minimum_fen bigint not null default 0,
  order_cap_fen bigint,
  allowed_purposes text[] not null,
  excluded_purposes text[] not null,
  -- Kinds of order lines whose cost counts; services that never count.
  line_kinds text[] not null,
  excluded_service_ids uuid[] not null default '{}',
  -- Districts of registration; empty: everywhere.
  districts text[] not null default '{}',
  needs_listed_provider boolean not null default true,
  excludes_related_parties boolean not null default true,
  -- Where each parameter comes from and how sure that is: [{parameter, source, certainty}].
  sources jsonb not null,
  created_by uuid,
  created_at timestamptz not null,
  constraint voucher_rule_number unique (programme_id, number),
  constraint voucher_rule_days check (valid_to is null or valid_from <= valid_to),
  constraint voucher_rule_rate check (0 < rate_numerator and rate_numerator <= rate_denominator and rate_denominator <= 10000),
  constraint voucher_rule_amounts check (enterprise_quota_fen >= 0 and team_quota_fen >= 0 and minimum_fen >= 0 and order_cap_fen > 0),
  constraint voucher_rule_purposes check (not allowed_purposes && excluded_purposes)
);
create trigger voucher_rule_append_only before update or delete or truncate on orders.voucher_rule
  for each statement execute function platform.refuse_change();
create index voucher_rule_days on orders.voucher_rule (programme_id, valid_from, number desc);

-- Providers whose services a programme pays for, and since when; an entry is ended, never deleted.
create table orders.voucher_provider (
  id uuid primary key,
  programme_id uuid not null references orders.voucher_programme (id),
  provider_id uuid not null,
  listed_from date not null,
  listed_to date,
  source text not null,
  noted_by uuid,
  noted_at timestamptz not null,
  constraint voucher_provider_days check (listed_to is null or listed_from <= listed_to),
  constraint voucher_provider_source check (length(source) between 1 and 500),
  constraint voucher_provider_once exclude using gist (programme_id with =, provider_id with =, daterange(listed_from, listed_to, '[]') with &&)
);

-- As what an organisation applies when it is not an enterprise.
create table orders.voucher_applicant (
  organisation_id uuid primary key,
  kind text not null,
  source text not null,
  noted_by uuid,
  noted_at timestamptz not null,
  constraint voucher_applicant_kind check (kind in ('enterprise', 'team')),
  constraint voucher_applicant_source check (length(source) between 1 and 500)
);

-- Organisations that are related, whichever way, with where that is known from. Ended, never deleted.
create table orders.related_party (
  id uuid primary key,
  organisation_id uuid not null,
  related_id uuid not null,
  relation text not null,
  source text not null,
  noted_by uuid,
  noted_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid,
  end_reason text,
  constraint related_party_order check (organisation_id < related_id),
  constraint related_party_relation check (relation in ('parent', 'same_group', 'shareholder', 'same_controller', 'shared_management', 'other')),
  constraint related_party_source check (length(source) between 1 and 500),
  constraint related_party_ended check ((ended_at is null) = (end_reason is null) and length(end_reason) between 1 and 500)
);
create unique index related_party_once on orders.related_party (organisation_id, related_id) where ended_at is null;
create index related_party_of on orders.related_party (related_id) where ended_at is null;

-- What an organisation may use of a programme in a year, and what of it is taken.
create table orders.voucher_quota (
  programme_id uuid not null references orders.voucher_programme (id),
  organisation_id uuid not null,
  year int not null,
  quota_fen bigint not null,
  reserved_fen bigint not null default 0,
  redeemed_fen bigint not null default 0,
  constraint voucher_quota_pkey primary key (programme_id, organisation_id, year),
  constraint voucher_quota_amounts check (reserved_fen >= 0 and redeemed_fen >= 0),
  constraint voucher_quota_not_exceeded check (reserved_fen + redeemed_fen <= quota_fen)
);

-- What an order has of a programme. It belongs to the year in which the order was placed and keeps the rules of that day.
create table orders.voucher (
  id uuid primary key,
  number text not null,
  order_id uuid not null references orders.service_order (id),
  programme_id uuid not null references orders.voucher_programme (id),
  rule_id uuid not null references orders.voucher_rule (id),
  organisation_id uuid not null,
  provider_id uuid not null,
  year int not null,
  state text not null default 'reserved',
  eligible_fen bigint not null,
  amount_fen bigint not null,
  -- What spoke for it when it was reserved: [{code, verdict, fact, source}].
  conditions jsonb not null,
  reserved_at timestamptz not null,
  redeemed_at timestamptz,
  ended_at timestamptz,
  end_reason text,
  constraint voucher_number unique (number),
  constraint voucher_order unique (order_id),
  constraint voucher_state check (state in ('reserved', 'freed', 'redeemed', 'rejected')),
  constraint voucher_amount check (amount_fen between 0 and eligible_fen and (state = 'freed' or amount_fen > 0)),
  constraint voucher_redeemed check ((state in ('redeemed', 'rejected')) = (redeemed_at is not null)),
  constraint voucher_ended check ((state in ('freed', 'rejected')) = (ended_at is not null) and (ended_at is null) = (end_reason is null))
);
create index voucher_of_quota on orders.voucher (organisation_id, year, reserved_at desc, id desc);
create index voucher_of_provider on orders.voucher (provider_id, reserved_at desc, id desc);
create index voucher_of_programme on orders.voucher (programme_id, redeemed_at, id) where redeemed_at is not null;

-- The provider's claim on the office for a redeemed voucher, in the month in which it was redeemed.
create table orders.voucher_claim (
  voucher_id uuid primary key references orders.voucher (id),
  programme_id uuid not null references orders.voucher_programme (id),
  provider_id uuid not null,
  month text not null,
  state text not null default 'pending',
  amount_fen bigint not null,
  version int not null default 1,
  -- Until when whoever is next answers: the office, or the provider that was asked for more.
  answer_until timestamptz,
  reminded_at timestamptz,
  decided_by uuid,
  decided_at timestamptz,
  reason text,
  -- Papers and hashes as they were when it was decided; the bytes lie in the file store.
  evidence jsonb,
  created_at timestamptz not null,
  constraint voucher_claim_month check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  constraint voucher_claim_state check (state in ('pending', 'more_asked', 'accepted', 'rejected')),
  constraint voucher_claim_decided check ((state in ('accepted', 'rejected')) = (decided_at is not null)),
  constraint voucher_claim_reason check (state not in ('more_asked', 'rejected') or length(reason) between 1 and 1000)
);
create index voucher_claim_list on orders.voucher_claim (programme_id, month desc, provider_id, voucher_id);
create index voucher_claim_own on orders.voucher_claim (provider_id, created_at desc, voucher_id desc);
create index voucher_claim_clock on orders.voucher_claim (answer_until, voucher_id) where state in ('pending', 'more_asked');

-- Who did what about a claim, when, why. Never changed.
create table orders.voucher_claim_step (
  id uuid primary key,
  voucher_id uuid not null references orders.voucher_claim (voucher_id),
  -- The version of the claim that it made.
  version int not null,
  act text not null,
  person_id uuid,
  words text,
  at timestamptz not null,
  constraint voucher_claim_step_version unique (voucher_id, version),
  constraint voucher_claim_step_act check (act in ('claim', 'ask_more', 'supply', 'accept', 'reject')),
  constraint voucher_claim_step_words check (length(words) between 1 and 1000)
);
create trigger voucher_claim_step_append_only before update or delete or truncate on orders.voucher_claim_step
  for each statement execute function platform.refuse_change();

-- Papers that were added by hand, beside those that the order has made by itself.
create table orders.voucher_paper (
  id uuid primary key,
  voucher_id uuid not null references orders.voucher (id),
  kind text not null,
  sha256 text not null,
  name text not null,
  media_type text not null,
  size_bytes bigint not null,
  added_by uuid not null,
  added_at timestamptz not null,
  constraint voucher_paper_kind check (kind in ('agreement', 'meter_log', 'report', 'invoice', 'payment', 'other')),
  constraint voucher_paper_once unique (voucher_id, sha256)
);

-- A sample of accepted claims, drawn by a seed so that anybody can draw it again, for a check on the spot.
create table orders.voucher_sample (
  id uuid primary key,
  programme_id uuid not null references orders.voucher_programme (id),
  month_from text not null,
  month_to text not null,
  share_percent int not null,
  seed text not null,
  population int not null,
  drawn_by uuid,
  drawn_at timestamptz not null,
  constraint voucher_sample_share check (share_percent between 1 and 100),
  constraint voucher_sample_months check (month_from <= month_to and month_from ~ '^\d{4}-(0[1-9]|1[0-2])$' and month_to ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  constraint voucher_sample_seed check (length(seed) between 1 and 100)
);

create table orders.voucher_sample_item (
  sample_id uuid not null references orders.voucher_sample (id),
  position int not null,
  voucher_id uuid not null references orders.voucher_claim (voucher_id),
  finding text not null default 'open',
  words text,
  found_by uuid,
  found_at timestamptz,
  constraint voucher_sample_item_pkey primary key (sample_id, position),
  constraint voucher_sample_item_once unique (sample_id, voucher_id),
  constraint voucher_sample_item_finding check (finding in ('open', 'in_order', 'fault')),
  constraint voucher_sample_item_found check ((finding = 'open') = (found_at is null)),
  constraint voucher_sample_item_words check (length(words) between 1 and 1000 and (finding <> 'fault' or words is not null))
);
create index voucher_sample_item_of on orders.voucher_sample_item (voucher_id);

-- What other domains may know of vouchers: whose, of which programme, how much, never why.
create view orders_pub.voucher as
select id, order_id, programme_id, organisation_id, provider_id, year, state, amount_fen, reserved_at, redeemed_at from orders.voucher;

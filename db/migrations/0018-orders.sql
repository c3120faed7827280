-- Orders: enquiries to providers, their quotes, the orders that come of them, every step of an order, and what both sides write to each other.

create schema orders;
create schema orders_pub;

-- Whoever asks: for a service of the catalogue, or in words for what nobody has found yet.
create table orders.enquiry (
  id uuid primary key,
  number text not null,
  organisation_id uuid not null,
  person_id uuid not null,
  kind text not null,
  -- `choice`: the client chooses among quotes. `first`: the first provider that takes it at the offered price has it.
  award text not null default 'choice',
  offered_fen bigint,
  title text not null,
  words text not null default '',
  purpose text not null,
  confidentiality text not null,
  deadline_day date,
  open_until timestamptz not null,
  state text not null default 'open',
  version int not null default 1,
  created_at timestamptz not null,
  ended_at timestamptz,
  constraint enquiry_number unique (number),
  constraint enquiry_kind check (kind in ('service', 'need')),
  constraint enquiry_award check (award in ('choice', 'first') and (award = 'first') = (offered_fen is not null)),
  constraint enquiry_offered check (offered_fen > 0),
  constraint enquiry_purpose check (purpose in ('research', 'development', 'registration', 'production', 'legal_duty', 'other')),
  constraint enquiry_confidentiality check (confidentiality in ('normal', 'confidential', 'sealed')),
  constraint enquiry_state check (state in ('open', 'awarded', 'withdrawn', 'lapsed')),
  constraint enquiry_ended check ((state = 'open') = (ended_at is null))
);
create index enquiry_own on orders.enquiry (organisation_id, created_at desc, id desc);
create index enquiry_open on orders.enquiry (open_until, id) where state = 'open';

create table orders.enquiry_item (
  id uuid primary key,
  enquiry_id uuid not null references orders.enquiry (id),
  position int not null,
  service_id uuid,
  name text not null,
  method text not null default '',
  quantity int not null,
  sample_count int not null,
  -- Answers to the form of the service, and the version of the form that was answered.
  form jsonb not null default '{}',
  form_version int,
  constraint enquiry_item_position unique (enquiry_id, position),
  constraint enquiry_item_quantity check (quantity between 1 and 10000 and sample_count between 0 and 10000)
);

-- A provider that was asked, and what it did about it. The answer clock runs in working days.
create table orders.enquiry_provider (
  enquiry_id uuid not null references orders.enquiry (id),
  provider_id uuid not null,
  state text not null default 'asked',
  answer_until timestamptz not null,
  answered_at timestamptz,
  reminded_at timestamptz,
  escalated_at timestamptz,
  decline_reason text,
  decline_words text,
  asked_at timestamptz not null,
  constraint enquiry_provider_pkey primary key (enquiry_id, provider_id),
  constraint enquiry_provider_state check (state in ('asked', 'quoted', 'declined', 'won', 'lost', 'closed')),
  constraint enquiry_provider_decline check ((state = 'declined') = (decline_reason is not null) and decline_reason in
    ('no_capacity', 'outside_scope', 'sample_unsuitable', 'deadline_too_short', 'price_too_low', 'other'))
);
create index enquiry_provider_inbox on orders.enquiry_provider (provider_id, state, answer_until, enquiry_id);
create index enquiry_provider_clock on orders.enquiry_provider (answer_until, enquiry_id) where state = 'asked' and escalated_at is null;

-- Each new version of a provider's quote supersedes the one before; a row is never edited after it was offered.
create table orders.quote (
  id uuid primary key,
  number text not null,
  enquiry_id uuid not null references orders.enquiry (id),
  provider_id uuid not null,
  revision int not null,
  state text not null default 'offered',
  valid_until timestamptz not null,
  turnaround_days int not null,
  needs_samples boolean not null,
  total_fen bigint not null,
  words text not null default '',
  offered_by uuid not null,
  offered_at timestamptz not null,
  ended_at timestamptz,
  constraint quote_number unique (number),
  constraint quote_revision unique (enquiry_id, provider_id, revision),
  constraint quote_provider foreign key (enquiry_id, provider_id) references orders.enquiry_provider (enquiry_id, provider_id),
  constraint quote_state check (state in ('offered', 'accepted', 'superseded', 'withdrawn', 'declined', 'lapsed')),
  constraint quote_total check (total_fen >= 0),
  constraint quote_turnaround check (turnaround_days between 1 and 3650)
);
-- One quote of an enquiry is accepted, and of each provider one is on offer.
create unique index quote_accepted_once on orders.quote (enquiry_id) where state = 'accepted';
create unique index quote_offered_once on orders.quote (enquiry_id, provider_id) where state = 'offered';
create index quote_validity on orders.quote (valid_until, id) where state = 'offered';

create table orders.quote_line (
  quote_id uuid not null references orders.quote (id),
  position int not null,
  kind text not null,
  enquiry_item_id uuid references orders.enquiry_item (id),
  service_id uuid,
  name text not null,
  method text not null default '',
  quantity int not null,
  unit text not null,
  unit_price_fen bigint not null,
  amount_fen bigint not null,
  constraint quote_line_pkey primary key (quote_id, position),
  constraint quote_line_kind check (kind in ('test', 'preparation', 'urgent', 'transport', 'report', 'discount', 'other')),
  constraint quote_line_amount check (quantity between 1 and 10000 and amount_fen = quantity * unit_price_fen)
);

-- `order` is a word of SQL; the table says whose: an order for services.
create table orders.service_order (
  id uuid primary key,
  number text not null,
  enquiry_id uuid references orders.enquiry (id),
  quote_id uuid references orders.quote (id),
  organisation_id uuid not null,
  provider_id uuid not null,
  person_id uuid not null,
  title text not null,
  purpose text not null,
  confidentiality text not null,
  state text not null,
  paused_from text,
  version int not null default 1,
  total_fen bigint not null,
  cancel_rates jsonb not null,
  turnaround_days int not null,
  needs_samples boolean not null,
  -- Results are handed over only when what is due is paid.
  holds_results boolean not null default false,
  -- When the answer of whoever is next is due; null while nobody's clock runs.
  answer_until timestamptz,
  due_day date,
  clock_started_on date,
  clock_stopped_on date,
  stopped_days int not null default 0,
  placed_at timestamptz not null,
  accepted_at timestamptz,
  received_at timestamptz,
  finished_at timestamptz,
  reported_at timestamptz,
  approved_at timestamptz,
  settled_at timestamptz,
  ended_at timestamptz,
  constraint service_order_number unique (number),
  constraint service_order_quote unique (quote_id),
  constraint service_order_state check (state in ('awaiting_approval', 'placed', 'accepted', 'received', 'working', 'reporting', 'reported',
    'retest_requested', 'approved', 'settled', 'paused', 'disputed', 'declined', 'withdrawn', 'cancelled', 'lapsed')),
  constraint service_order_paused check ((state = 'paused') = (paused_from is not null) and paused_from in ('accepted', 'received', 'working', 'reporting')),
  constraint service_order_ended check ((state in ('settled', 'declined', 'withdrawn', 'cancelled', 'lapsed')) = (ended_at is not null)),
  constraint service_order_total check (total_fen >= 0),
  constraint service_order_clock check (stopped_days >= 0 and (clock_stopped_on is null or clock_started_on is not null)),
  constraint service_order_purpose check (purpose in ('research', 'development', 'registration', 'production', 'legal_duty', 'other')),
  constraint service_order_confidentiality check (confidentiality in ('normal', 'confidential', 'sealed'))
);
-- An enquiry leads to one order.
create unique index service_order_enquiry on orders.service_order (enquiry_id) where enquiry_id is not null;
create index service_order_client on orders.service_order (organisation_id, placed_at desc, id desc);
create index service_order_client_state on orders.service_order (organisation_id, state, placed_at desc, id desc);
create index service_order_provider on orders.service_order (provider_id, placed_at desc, id desc);
create index service_order_provider_state on orders.service_order (provider_id, state, placed_at desc, id desc);
create index service_order_answer on orders.service_order (answer_until, id) where answer_until is not null;

create table orders.order_item (
  id uuid primary key,
  order_id uuid not null references orders.service_order (id),
  position int not null,
  kind text not null,
  service_id uuid,
  name text not null,
  method text not null default '',
  quantity int not null,
  sample_count int not null default 0,
  unit text not null,
  unit_price_fen bigint not null,
  amount_fen bigint not null,
  form jsonb not null default '{}',
  form_version int,
  -- The amendment that added it; null for what was ordered at first.
  amendment_id uuid,
  -- Who does it instead, agreed before.
  subcontractor text,
  constraint order_item_position unique (order_id, position),
  constraint order_item_kind check (kind in ('test', 'preparation', 'urgent', 'transport', 'report', 'discount', 'other')),
  constraint order_item_amount check (quantity between 1 and 10000 and amount_fen = quantity * unit_price_fen)
);

-- Who did what, when, why. Never changed.
create table orders.order_step (
  id uuid primary key,
  order_id uuid not null references orders.service_order (id),
  -- The version of the order that it made: no two steps make the same.
  version int not null,
  act text not null,
  from_state text,
  to_state text not null,
  side text not null,
  person_id uuid,
  reason text,
  detail jsonb not null default '{}',
  at timestamptz not null,
  constraint order_step_version unique (order_id, version),
  constraint order_step_side check (side in ('client', 'provider', 'operator', 'platform'))
);

-- A change of price, items or date after acceptance: it holds once both sides have signed.
create table orders.amendment (
  id uuid primary key,
  order_id uuid not null references orders.service_order (id),
  number int not null,
  kind text not null,
  reason text not null,
  items jsonb not null default '[]',
  delta_fen bigint not null default 0,
  extra_days int not null default 0,
  subcontractor text,
  state text not null default 'proposed',
  proposed_side text not null,
  client_signed_by uuid,
  client_signed_at timestamptz,
  provider_signed_by uuid,
  provider_signed_at timestamptz,
  created_at timestamptz not null,
  ended_at timestamptz,
  constraint amendment_number unique (order_id, number),
  constraint amendment_kind check (kind in ('change', 'subcontract')),
  constraint amendment_state check (state in ('proposed', 'signed', 'refused', 'withdrawn')),
  constraint amendment_signed check (state <> 'signed' or (client_signed_at is not null and provider_signed_at is not null)),
  constraint amendment_subcontractor check ((kind = 'subcontract') = (subcontractor is not null)),
  constraint amendment_side check (proposed_side in ('client', 'provider'))
);
create unique index amendment_open_once on orders.amendment (order_id) where state = 'proposed';

-- What client and provider write to each other about one matter, from the enquiry to the settled order.
create table orders.thread (
  id uuid primary key,
  organisation_id uuid not null,
  provider_id uuid not null,
  enquiry_id uuid references orders.enquiry (id),
  order_id uuid references orders.service_order (id),
  client_read_at timestamptz,
  provider_read_at timestamptz,
  created_at timestamptz not null,
  constraint thread_matter check (enquiry_id is not null or order_id is not null),
  constraint thread_order unique (order_id),
  constraint thread_enquiry unique (enquiry_id, provider_id)
);

create table orders.message (
  id uuid primary key,
  thread_id uuid not null references orders.thread (id),
  side text not null,
  person_id uuid,
  body text not null,
  created_at timestamptz not null,
  constraint message_side check (side in ('client', 'provider', 'operator', 'platform')),
  constraint message_body check (length(body) between 1 and 4000)
);
create index message_thread on orders.message (thread_id, created_at, id);

create table orders.message_file (
  message_id uuid not null references orders.message (id),
  position int not null,
  sha256 text not null,
  name text not null,
  media_type text not null,
  size_bytes bigint not null,
  constraint message_file_pkey primary key (message_id, position)
);

-- How long a provider may take to answer, what cancelling costs at each stage, whether results wait for the money. Without a row the defaults hold.
create table orders.provider_policy (
  provider_id uuid primary key,
  answer_days int not null default 2,
  approval_days int not null default 5,
  received_rate_percent int not null default 10,
  working_rate_percent int not null default 50,
  reporting_rate_percent int not null default 90,
  holds_results boolean not null default false,
  version int not null default 1,
  updated_at timestamptz not null,
  updated_by uuid,
  constraint provider_policy_days check (answer_days between 1 and 10 and approval_days between 3 and 30),
  constraint provider_policy_rates check (0 <= received_rate_percent and received_rate_percent <= working_rate_percent
    and working_rate_percent <= reporting_rate_percent and reporting_rate_percent <= 100)
);

-- What other domains may know of orders: who, what, which stage, never the words.
create view orders_pub.service_order as
select id, number, organisation_id, provider_id, state, purpose, total_fen, placed_at, accepted_at, received_at, reported_at, approved_at, settled_at, ended_at
from orders.service_order;

-- What the catalogue says of a service that can be ordered.
create view catalog_pub.service as
select r.id as resource_id, r.provider_id, r.kind, r.status, r.name_zh, r.name_en,
  (r.content #>> '{detail,turnaroundDaysMin}')::int as turnaround_days_min,
  (r.content #>> '{detail,turnaroundDaysMax}')::int as turnaround_days_max,
  r.content #>> '{detail,sampleRequirements}' as sample_requirements
from catalog.resource r;

-- Disputes before the district's operator, with the evidence of both sides; evaluations of finished orders.

create table orders.dispute (
  id uuid primary key,
  number text not null,
  order_id uuid not null references orders.service_order (id),
  -- The platform objects for a client whose retest request nobody answered.
  opened_side text not null,
  opened_by uuid,
  claim text not null,
  wanted text not null,
  state text not null default 'open',
  ruling text,
  ruling_words text,
  ruled_by uuid,
  opened_at timestamptz not null,
  ended_at timestamptz,
  constraint dispute_number unique (number),
  constraint dispute_side check (opened_side in ('client', 'platform')),
  constraint dispute_wanted check (wanted in ('redo', 'refund', 'explanation')),
  constraint dispute_state check (state in ('open', 'ruled', 'settled')),
  constraint dispute_ruling check ((state = 'ruled') = (ruling is not null) and ruling in ('redo', 'pay', 'refund') and (ruling is null) = (ruled_by is null)),
  constraint dispute_ended check ((state = 'open') = (ended_at is null))
);
create unique index dispute_open_once on orders.dispute (order_id) where state = 'open';
create index dispute_order on orders.dispute (order_id, opened_at);
create index dispute_open on orders.dispute (opened_at, id) where state = 'open';

-- Words and papers of either side. Never changed.
create table orders.dispute_evidence (
  id uuid primary key,
  dispute_id uuid not null references orders.dispute (id),
  side text not null,
  person_id uuid not null,
  words text not null,
  file_id uuid,
  file_name text,
  media_type text,
  size_bytes bigint,
  at timestamptz not null,
  constraint dispute_evidence_side check (side in ('client', 'provider', 'operator')),
  constraint dispute_evidence_words check (length(words) between 1 and 4000)
);
create index dispute_evidence_dispute on orders.dispute_evidence (dispute_id, at, id);

-- One evaluation of each settled order, by whoever ordered; the provider may reply once and appeal once.
create table orders.evaluation (
  order_id uuid primary key references orders.service_order (id),
  organisation_id uuid not null,
  provider_id uuid not null,
  quality int not null,
  punctuality int not null,
  service int not null,
  words text not null default '',
  given_by uuid not null,
  given_at timestamptz not null,
  reply text,
  replied_by uuid,
  replied_at timestamptz,
  appeal text,
  appealed_by uuid,
  appealed_at timestamptz,
  decision text,
  decision_words text,
  decided_by uuid,
  decided_at timestamptz,
  constraint evaluation_points check (quality between 1 and 5 and punctuality between 1 and 5 and service between 1 and 5),
  constraint evaluation_reply check ((reply is null) = (replied_at is null)),
  constraint evaluation_appeal check ((appeal is null) = (appealed_at is null)),
  constraint evaluation_decision check (decision in ('kept', 'hidden') and (decision is null) = (decided_at is null) and (decided_at is null or appealed_at is not null))
);
create index evaluation_provider on orders.evaluation (provider_id, given_at desc, order_id);
create index evaluation_appealed on orders.evaluation (appealed_at, order_id) where appealed_at is not null and decided_at is null;

create view orders_pub.evaluation as
select order_id, provider_id, organisation_id, quality, punctuality, service, given_at from orders.evaluation where decision is distinct from 'hidden';

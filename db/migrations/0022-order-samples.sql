-- Samples of orders: what was declared, who holds it, where it lies, what is left of it, and what became of the rest.

-- Rooms and shelves of a provider.
create table orders.storage_place (
  id uuid primary key,
  provider_id uuid not null,
  room text not null,
  shelf text not null default '',
  storage text not null,
  is_retired boolean not null default false,
  version int not null default 1,
  updated_at timestamptz not null,
  constraint storage_place_name unique (provider_id, room, shelf),
  constraint storage_place_room check (length(room) between 1 and 80 and length(shelf) <= 80),
  constraint storage_place_storage check (storage in ('room', 'cool', 'cold', 'frozen'))
);

-- How long a provider keeps what is left after the report. Without a row the defaults hold.
create table orders.sample_rule (
  provider_id uuid primary key,
  retention_days int not null,
  version int not null default 1,
  updated_at timestamptz not null,
  updated_by uuid,
  constraint sample_rule_days check (retention_days between 1 and 3650)
);

create table orders.parcel (
  id uuid primary key,
  order_id uuid not null references orders.service_order (id),
  direction text not null,
  carrier text not null,
  tracking_number text not null,
  sent_by uuid not null,
  sent_at timestamptz not null,
  constraint parcel_direction check (direction in ('to_provider', 'to_client')),
  constraint parcel_words check (length(carrier) between 1 and 80 and length(tracking_number) <= 60)
);

create table orders.sample (
  id uuid primary key,
  order_id uuid not null references orders.service_order (id),
  number text not null,
  -- What is printed on the label and typed by whoever has no camera.
  code text not null,
  parent_id uuid references orders.sample (id),
  -- Of the same stuff as its parent, or made from it.
  origin text not null default 'declared',
  -- The refused, lost or broken sample in whose place it was sent.
  replaces_id uuid references orders.sample (id),
  name text not null,
  spec text not null default '',
  batch text not null default '',
  maker text not null default '',
  packaging text not null default '',
  appearance text not null default '',
  quantity numeric(12, 3) not null,
  remaining numeric(12, 3) not null,
  unit text not null,
  storage text not null,
  hazards text[] not null default '{}',
  rest text not null,
  produced_on date,
  expires_on date,
  note text not null default '',
  state text not null default 'declared',
  condition text,
  arrival_celsius numeric(5, 1),
  refusal text,
  parcel_id uuid references orders.parcel (id),
  return_parcel_id uuid references orders.parcel (id),
  place_id uuid references orders.storage_place (id),
  received_at timestamptz,
  retain_until date,
  retention_noticed_at timestamptz,
  version int not null default 1,
  declared_by uuid not null,
  declared_at timestamptz not null,
  constraint sample_number unique (order_id, number),
  constraint sample_code unique (code),
  constraint sample_replaces unique (replaces_id),
  constraint sample_origin check (origin in ('declared', 'split', 'derived') and (origin = 'declared') = (parent_id is null)),
  -- Whoever takes from a sample takes what is there.
  constraint sample_remaining check (quantity > 0 and remaining between 0 and quantity),
  constraint sample_storage check (storage in ('room', 'cool', 'cold', 'frozen')),
  constraint sample_hazards check (hazards <@ array['flammable', 'corrosive', 'toxic', 'infectious', 'biological', 'radioactive', 'sharp', 'pressurised']),
  constraint sample_rest check (rest in ('return', 'dispose')),
  constraint sample_days check (expires_on >= produced_on),
  constraint sample_state check (state in ('declared', 'sent', 'received', 'refused', 'used_up', 'returning', 'returned', 'destroyed', 'lost', 'broken', 'withdrawn')),
  constraint sample_condition check (condition in ('intact', 'damaged', 'temperature', 'insufficient')),
  constraint sample_refusal check (state <> 'refused' or refusal is not null),
  constraint sample_words check (length(name) between 1 and 200 and length(spec) <= 200 and length(batch) <= 100 and length(maker) <= 200
    and length(packaging) <= 200 and length(appearance) <= 500 and length(unit) between 1 and 20 and length(note) <= 1000 and length(refusal) <= 1000)
);
create index sample_order on orders.sample (order_id, declared_at, id);
create index sample_retention on orders.sample (retain_until, id) where retain_until is not null and state in ('received', 'refused');

-- For which items of the order a sample is.
create table orders.sample_item (
  sample_id uuid not null references orders.sample (id),
  order_item_id uuid not null references orders.order_item (id),
  constraint sample_item_pkey primary key (sample_id, order_item_id)
);
create index sample_item_item on orders.sample_item (order_item_id, sample_id);

-- Everything that happened to a sample. Names are as they were then. Never changed: what was wrong is put right by a further event that names it.
create table orders.custody_event (
  id uuid primary key,
  sample_id uuid not null references orders.sample (id),
  -- Counted in the sample without a gap.
  seq int not null,
  kind text not null,
  side text not null,
  person_id uuid,
  at timestamptz not null,
  from_name text,
  to_name text,
  place text,
  quantity numeric(12, 3),
  celsius numeric(5, 1),
  condition text,
  words text,
  tracking_number text,
  task_id uuid,
  corrects_id uuid references orders.custody_event (id),
  constraint custody_event_seq unique (sample_id, seq),
  constraint custody_event_kind check (kind in ('declared', 'edited', 'withdrawn', 'sent', 'received', 'refused', 'offered', 'handed_over', 'offer_refused',
    'offer_withdrawn', 'taken_over', 'stored', 'split', 'derived', 'consumed', 'lost', 'broken', 'corrected', 'retained', 'returned', 'return_confirmed',
    'destruction_proposed', 'destruction_withdrawn', 'destroyed')),
  constraint custody_event_side check (side in ('client', 'provider', 'platform')),
  constraint custody_event_corrects check (corrects_id is null or kind = 'corrected'),
  constraint custody_event_words check (length(words) <= 1000)
);
create trigger custody_event_append_only before update or delete or truncate on orders.custody_event
  for each statement execute function platform.refuse_change();

-- Photos and papers that belong to an event.
create table orders.custody_file (
  event_id uuid not null references orders.custody_event (id),
  position int not null,
  file_id uuid not null,
  constraint custody_file_pkey primary key (event_id, position)
);
create index custody_file_file on orders.custody_file (file_id);
create trigger custody_file_append_only before update or delete or truncate on orders.custody_file
  for each statement execute function platform.refuse_change();

-- Who holds a sample from when to when: at no moment two persons.
create table orders.custody_period (
  id uuid primary key,
  sample_id uuid not null references orders.sample (id),
  person_id uuid not null,
  held_from timestamptz not null,
  held_until timestamptz,
  constraint custody_period_order check (held_until >= held_from),
  constraint custody_one_holder exclude using gist (sample_id with =, tstzrange(held_from, held_until) with &&)
);
create unique index custody_held_once on orders.custody_period (sample_id) where held_until is null;
create index custody_period_person on orders.custody_period (person_id, sample_id) where held_until is null;

-- A sample that one person offers to another; it changes hands when the other confirms.
create table orders.sample_handover (
  id uuid primary key,
  sample_id uuid not null references orders.sample (id),
  from_person_id uuid not null,
  to_person_id uuid not null,
  place_id uuid references orders.storage_place (id),
  words text,
  state text not null default 'offered',
  offered_at timestamptz not null,
  answered_at timestamptz,
  constraint sample_handover_state check (state in ('offered', 'confirmed', 'refused', 'withdrawn') and (state = 'offered') = (answered_at is null)),
  constraint sample_handover_persons check (from_person_id <> to_person_id)
);
create unique index sample_handover_open_once on orders.sample_handover (sample_id) where state = 'offered';
create index sample_handover_to on orders.sample_handover (to_person_id, offered_at, id) where state = 'offered';

-- Destroyed with proof before a second person.
create table orders.sample_destruction (
  id uuid primary key,
  sample_id uuid not null references orders.sample (id),
  method text not null,
  state text not null default 'proposed',
  event_id uuid not null references orders.custody_event (id),
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  witnessed_by uuid,
  ended_at timestamptz,
  constraint sample_destruction_state check (state in ('proposed', 'witnessed', 'withdrawn') and (state = 'proposed') = (ended_at is null)),
  constraint sample_destruction_witness check ((state = 'witnessed') = (witnessed_by is not null) and witnessed_by <> proposed_by),
  constraint sample_destruction_method check (length(method) between 1 and 200)
);
create unique index sample_destruction_open_once on orders.sample_destruction (sample_id) where state <> 'withdrawn';

-- What went otherwise than agreed: with a sample, a method, an instrument, a study. The client is told and decides where it must.
create table orders.deviation (
  id uuid primary key,
  order_id uuid not null references orders.service_order (id),
  number int not null,
  kind text not null,
  sample_id uuid references orders.sample (id),
  task_id uuid,
  what text not null,
  occurred_at timestamptz not null,
  impact text not null default '',
  cause text not null default '',
  corrective_action text not null default '',
  needs_decision boolean not null,
  informed_at timestamptz,
  decision text,
  decision_words text,
  decided_by uuid,
  decided_at timestamptz,
  state text not null default 'open',
  opened_by uuid,
  opened_at timestamptz not null,
  closed_by uuid,
  closed_at timestamptz,
  version int not null default 1,
  constraint deviation_number unique (order_id, number),
  constraint deviation_kind check (kind in ('sample_refused', 'sample_lost', 'sample_broken', 'method', 'equipment', 'environment', 'result', 'study', 'batch', 'other')),
  constraint deviation_decision check (decision in ('go_on', 'replace', 'stop') and (decision is null) = (decided_at is null)),
  constraint deviation_state check (state in ('open', 'closed') and (state = 'closed') = (closed_at is not null)),
  constraint deviation_words check (length(what) between 1 and 2000 and length(impact) <= 2000 and length(cause) <= 2000 and length(corrective_action) <= 2000
    and length(decision_words) <= 1000)
);
create index deviation_sample on orders.deviation (sample_id) where sample_id is not null;
create index deviation_open on orders.deviation (order_id) where state = 'open';

-- Agreements and spending limits.

-- How an enterprise lets its people spend. The row's version stands for its limits and steps together.
create table orders.spending_policy (
  organisation_id uuid primary key,
  version int not null default 1,
  updated_at timestamptz not null,
  updated_by uuid not null
);

-- What a person may order alone. The person's own limit counts; without one the widest of the person's roles; who has none orders freely.
create table orders.spending_limit (
  id uuid primary key,
  organisation_id uuid not null references orders.spending_policy (organisation_id),
  person_id uuid,
  role text,
  order_fen bigint,
  month_fen bigint,
  constraint spending_limit_person unique (organisation_id, person_id),
  constraint spending_limit_role unique (organisation_id, role),
  constraint spending_limit_whose check (num_nonnulls(person_id, role) = 1),
  constraint spending_limit_amount check (num_nonnulls(order_fen, month_fen) > 0 and order_fen >= 0 and month_fen >= 0)
);

-- Who approves what lies above a limit, in this order, up to the first whose sum covers it. Without a sum a step covers everything.
create table orders.approval_step (
  organisation_id uuid not null references orders.spending_policy (organisation_id),
  position int not null,
  person_id uuid,
  role text,
  up_to_fen bigint,
  constraint approval_step_pkey primary key (organisation_id, position),
  constraint approval_step_whose check (num_nonnulls(person_id, role) = 1),
  constraint approval_step_amount check (up_to_fen > 0)
);

-- The steps that one order needs, fixed when it was submitted; the lowest that is open is next.
create table orders.purchase_approval (
  order_id uuid not null references orders.service_order (id),
  position int not null,
  person_id uuid,
  role text,
  up_to_fen bigint,
  state text not null default 'open',
  decided_by uuid,
  decided_at timestamptz,
  words text,
  constraint purchase_approval_pkey primary key (order_id, position),
  constraint purchase_approval_whose check (num_nonnulls(person_id, role) = 1),
  constraint purchase_approval_state check (state in ('open', 'approved', 'refused')),
  constraint purchase_approval_decided check ((state = 'open') = (decided_at is null) and (decided_at is null) = (decided_by is null)),
  constraint purchase_approval_words check (length(words) between 1 and 1000)
);

-- What a person has ordered in a month.
create index service_order_person on orders.service_order (organisation_id, person_id, placed_at);

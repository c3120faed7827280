-- What stands around orders: matters that the operator should look at, orders from before the platform, and vouchers that are taken back after the settlement.

-- Something about orders that a rule has noticed. It says what the rule saw, not what anybody did.
create table orders.signal (
  id uuid primary key,
  rule text not null,
  -- What the rule names it by, so that the same is one signal however often it is seen.
  subject text not null,
  organisation_id uuid,
  provider_id uuid,
  amount_fen bigint,
  -- The rows behind it: what each is, its id and number, its amount and day.
  evidence jsonb not null,
  state text not null default 'open',
  version int not null default 1,
  found_at timestamptz not null,
  changed_at timestamptz not null,
  reason text,
  decided_by uuid,
  decided_at timestamptz,
  constraint signal_once unique (rule, subject),
  constraint signal_rule check (rule in ('related_parties', 'round_trip', 'same_invoice', 'split_orders', 'no_trace')),
  constraint signal_subject check (length(subject) between 1 and 200),
  constraint signal_state check (state in ('open', 'followed_up', 'dismissed')),
  constraint signal_decided check ((state = 'open') = (decided_at is null) and (decided_at is null) = (decided_by is null)
    and (decided_at is null) = (reason is null) and length(reason) between 1 and 1000)
);
create index signal_list on orders.signal (state, changed_at desc, id desc);

-- A file with orders that a provider had before, and what was found in it.
create table orders.order_import (
  id uuid primary key,
  provider_id uuid not null,
  name text not null,
  sha256 text not null,
  state text not null default 'checked',
  -- Each row as it was read, with its problems.
  lines jsonb not null,
  line_count int not null,
  fault_count int not null,
  version int not null default 1,
  -- New, changed and unchanged orders, once it was applied.
  outcome jsonb,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null,
  applied_by uuid,
  applied_at timestamptz,
  constraint order_import_state check (state in ('checked', 'applied', 'discarded')),
  constraint order_import_counts check (line_count >= fault_count and fault_count >= 0),
  constraint order_import_applied check ((state = 'applied') = (applied_at is not null) and (applied_at is null) = (outcome is null))
);
create index order_import_list on orders.order_import (provider_id, uploaded_at desc, id desc);

-- An order from before the platform: history to look up. Nothing can be done with it, so nothing of it counts for marks, vouchers or money.
create table orders.imported_order (
  id uuid primary key,
  provider_id uuid not null,
  own_number text not null,
  client_name text not null,
  client_uscc text,
  -- The organisation of the platform with that credit code; it sees the order too.
  organisation_id uuid,
  title text not null,
  items text not null,
  state text not null,
  total_fen bigint not null,
  ordered_on date not null,
  finished_on date,
  report_number text,
  import_id uuid not null references orders.order_import (id),
  imported_at timestamptz not null,
  constraint imported_order_number unique (provider_id, own_number),
  constraint imported_order_state check (state in ('finished', 'cancelled')),
  constraint imported_order_total check (total_fen >= 0),
  constraint imported_order_days check (finished_on >= ordered_on),
  constraint imported_order_words check (length(own_number) between 1 and 60 and length(client_name) between 1 and 200 and length(title) between 1 and 200
    and length(items) <= 2000 and length(report_number) between 1 and 100)
);
create index imported_order_provider on orders.imported_order (provider_id, ordered_on desc, id desc);
create index imported_order_client on orders.imported_order (organisation_id, ordered_on desc, id desc) where organisation_id is not null;

-- A voucher that the office did not accept after the order was settled: the client owes that part again, until it is collected.
create table orders.recovery (
  order_id uuid primary key references orders.service_order (id),
  voucher_id uuid not null,
  programme_id uuid not null,
  organisation_id uuid not null,
  amount_fen bigint not null,
  opened_at timestamptz not null,
  collected_at timestamptz,
  constraint recovery_voucher unique (voucher_id),
  constraint recovery_amount check (amount_fen > 0)
);
create index recovery_open on orders.recovery (organisation_id, opened_at, order_id) where collected_at is null;

alter table orders.ledger_transfer drop constraint ledger_transfer_kind;
alter table orders.ledger_transfer add constraint ledger_transfer_kind check (kind in ('payment', 'bank_receipt', 'receipt_assigned', 'gateway_payout',
  'voucher_paid', 'hold', 'release', 'charge', 'voucher', 'voucher_back', 'collect_held', 'collect_balance', 'fee', 'share', 'credit', 'fee_back',
  'refund_asked', 'refund_sent', 'refund_refused', 'payout_asked', 'payout_sent', 'payout_refused'));

-- What a need at a price shall be paid with.
alter table orders.enquiry add column voucher_programme_id uuid;
alter table orders.enquiry add constraint enquiry_voucher check (voucher_programme_id is null or award = 'first');

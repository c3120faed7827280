-- Money: a double-entry ledger in fen, payments in and out, the bank's statements, charges of orders, their settlement, and invoices.

-- `normal_side` is the side on which the account stands: what it holds there can never fall below zero.
create table orders.ledger_account (
  id uuid primary key,
  -- Kind, organisation and scope in one, by which it is found.
  name text not null,
  kind text not null,
  normal_side text not null,
  -- Whose it is; null for the platform's own.
  organisation_id uuid,
  -- The order or the voucher programme to which it belongs, for kinds that have one account for each.
  scope_id uuid,
  debit_fen bigint not null default 0,
  credit_fen bigint not null default 0,
  opened_at timestamptz not null,
  constraint ledger_account_name unique (name),
  constraint ledger_account_named check (name = concat_ws('/', kind, organisation_id::text, scope_id::text)),
  constraint ledger_account_kind check (kind in ('bank', 'gateway', 'voucher_receivable', 'client_due',
    'clearing', 'client_prepaid', 'client_held', 'order_income', 'platform_fee', 'provider_payable', 'refunds', 'payouts')),
  constraint ledger_account_side check (normal_side = case when kind in ('bank', 'gateway', 'voucher_receivable', 'client_due') then 'debit' else 'credit' end),
  constraint ledger_account_scope check ((kind in ('client_due', 'client_held', 'order_income', 'voucher_receivable')) = (scope_id is not null)),
  constraint ledger_account_organisation check ((kind in ('client_due', 'client_held', 'client_prepaid', 'order_income', 'platform_fee', 'provider_payable'))
    = (organisation_id is not null)),
  constraint ledger_account_totals check (debit_fen >= 0 and credit_fen >= 0),
  constraint ledger_account_not_below_zero check (case normal_side when 'debit' then debit_fen >= credit_fen else credit_fen >= debit_fen end)
);
create index ledger_account_organisation on orders.ledger_account (organisation_id, kind);
create index ledger_account_scope on orders.ledger_account (scope_id) where scope_id is not null;

-- One amount from one account to another: what is debited here is credited there, so that the ledger balances by construction.
create table orders.ledger_transfer (
  id uuid primary key,
  -- What it was for; each cause is posted once.
  cause text not null,
  kind text not null,
  debit_account_id uuid not null references orders.ledger_account (id),
  credit_account_id uuid not null references orders.ledger_account (id),
  amount_fen bigint not null,
  order_id uuid references orders.service_order (id),
  person_id uuid,
  at timestamptz not null,
  constraint ledger_transfer_cause unique (cause),
  constraint ledger_transfer_amount check (amount_fen > 0),
  constraint ledger_transfer_two_accounts check (debit_account_id <> credit_account_id),
  constraint ledger_transfer_kind check (kind in ('payment', 'bank_receipt', 'receipt_assigned', 'gateway_payout', 'voucher_paid', 'hold', 'release', 'charge',
    'voucher', 'collect_held', 'collect_balance', 'fee', 'share', 'credit', 'fee_back', 'refund_asked', 'refund_sent', 'refund_refused',
    'payout_asked', 'payout_sent', 'payout_refused'))
);
create index ledger_transfer_debit on orders.ledger_transfer (debit_account_id, at desc, id desc);
create index ledger_transfer_credit on orders.ledger_transfer (credit_account_id, at desc, id desc);
create index ledger_transfer_order on orders.ledger_transfer (order_id, id) where order_id is not null;
create trigger ledger_transfer_append_only before update or delete or truncate on orders.ledger_transfer
  for each statement execute function platform.refuse_change();

-- The platform's share of what a provider earns: a rule without provider holds for all that have none of their own. A later rule follows an earlier one.
create table orders.fee_rule (
  id uuid primary key,
  provider_id uuid,
  valid_from date not null,
  rate_basis_points int not null,
  note text not null default '',
  created_by uuid,
  created_at timestamptz not null,
  constraint fee_rule_day unique nulls not distinct (provider_id, valid_from),
  constraint fee_rule_rate check (rate_basis_points between 0 and 3000),
  constraint fee_rule_note check (length(note) <= 500)
);

-- What of an order's price a provider wants set aside before the work, from a day on.
create table orders.deposit_rule (
  id uuid primary key,
  provider_id uuid not null,
  valid_from date not null,
  deposit_percent int not null,
  -- The work begins only when the deposit is there.
  is_required boolean not null,
  created_by uuid,
  created_at timestamptz not null,
  constraint deposit_rule_day unique (provider_id, valid_from),
  constraint deposit_rule_percent check (deposit_percent between 0 and 100 and (deposit_percent > 0 or not is_required))
);

-- What was agreed about the money of an order when it was accepted.
create table orders.order_terms (
  order_id uuid primary key references orders.service_order (id),
  deposit_fen bigint not null,
  is_deposit_required boolean not null,
  fee_basis_points int not null,
  agreed_at timestamptz not null,
  constraint order_terms_deposit check (deposit_fen >= 0),
  constraint order_terms_fee check (fee_basis_points between 0 and 10000)
);

-- Work that was measured instead of counted: the difference to what the item had foreseen, at its frozen price.
create table orders.metered_charge (
  id uuid primary key,
  order_id uuid not null references orders.service_order (id),
  item_id uuid not null references orders.order_item (id),
  -- Hundredths of the item's unit.
  measured_hundredths bigint not null,
  amount_fen bigint not null,
  note text not null default '',
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  constraint metered_charge_item unique (item_id),
  constraint metered_charge_measured check (measured_hundredths between 0 and 100000000),
  constraint metered_charge_note check (length(note) <= 500)
);
create index metered_charge_order on orders.metered_charge (order_id, id);

-- Money that a provider gives back of an order, before or after it was settled.
create table orders.credit_note (
  id uuid primary key,
  number text not null,
  order_id uuid not null references orders.service_order (id),
  amount_fen bigint not null,
  reason text not null,
  -- Issued after the order was charged, so that it has transfers of its own; the charge has taken the others into account.
  is_posted boolean not null,
  issued_by uuid not null,
  issued_at timestamptz not null,
  constraint credit_note_number unique (number),
  constraint credit_note_amount check (amount_fen > 0),
  constraint credit_note_reason check (length(reason) between 1 and 500)
);
create index credit_note_order on orders.credit_note (order_id, id);

-- The settlement of an order or of its cancellation; each step is one transaction and is done once.
create table orders.settlement (
  order_id uuid primary key references orders.service_order (id),
  kind text not null,
  state text not null default 'running',
  charge_fen bigint not null,
  opened_at timestamptz not null,
  done_at timestamptz,
  constraint settlement_kind check (kind in ('order', 'cancellation')),
  constraint settlement_state check (state in ('running', 'waiting', 'done') and (state = 'done') = (done_at is not null)),
  constraint settlement_charge check (charge_fen >= 0)
);
create index settlement_open on orders.settlement (opened_at, order_id) where state <> 'done';

create table orders.settlement_step (
  order_id uuid not null references orders.settlement (order_id),
  step text not null,
  amount_fen bigint not null,
  at timestamptz not null,
  constraint settlement_step_pkey primary key (order_id, step),
  constraint settlement_step_name check (step in ('redeem_voucher', 'collect_held', 'release_rest', 'collect_balance', 'take_fee', 'credit_provider', 'close')),
  constraint settlement_step_amount check (amount_fen >= 0)
);

-- Money that an organisation pays in: through a payment provider, or announced and sent by bank with the number as its reference.
create table orders.payment (
  id uuid primary key,
  number text not null,
  organisation_id uuid not null,
  -- Paid for this order; set aside for it as soon as it is there.
  order_id uuid references orders.service_order (id),
  channel text not null,
  amount_fen bigint not null,
  state text not null default 'waiting',
  -- The payment provider's own number, and the page on which the payer pays.
  provider_reference text,
  pay_path text,
  begun_by uuid not null,
  begun_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  constraint payment_number unique (number),
  constraint payment_channel check (channel in ('sandbox', 'bank_transfer')),
  constraint payment_amount check (amount_fen between 1 and 10000000000),
  constraint payment_state check (state in ('waiting', 'paid', 'failed', 'lapsed', 'withdrawn') and (state = 'waiting') = (ended_at is null)),
  constraint payment_reference unique (channel, provider_reference)
);
create index payment_own on orders.payment (organisation_id, begun_at desc, id desc);
create index payment_waiting on orders.payment (expires_at, id) where state = 'waiting';

-- What a payment provider told, as often as it told it.
create table orders.payment_notice (
  channel text not null,
  event_id text not null,
  payment_id uuid not null references orders.payment (id),
  outcome text not null,
  times int not null default 1,
  first_at timestamptz not null,
  constraint payment_notice_pkey primary key (channel, event_id),
  constraint payment_notice_outcome check (outcome in ('paid', 'failed')),
  constraint payment_notice_event check (length(event_id) between 1 and 200)
);

-- The sandbox's own memory: a payment provider that is the platform's neighbour, not a part of its books.
create table orders.sandbox_payment (
  reference text primary key,
  merchant_number text not null,
  amount_fen bigint not null,
  subject text not null,
  state text not null default 'open',
  -- How its notices leave: at once, late, several times, or never.
  manner text,
  event_id text,
  notices_left int not null default 0,
  next_notice_at timestamptz,
  created_at timestamptz not null,
  paid_at timestamptz,
  constraint sandbox_payment_merchant unique (merchant_number),
  constraint sandbox_payment_state check (state in ('open', 'paid', 'failed')),
  constraint sandbox_payment_manner check (manner in ('at_once', 'late', 'repeated', 'silent', 'fails'))
);
create index sandbox_payment_due on orders.sandbox_payment (next_notice_at, reference) where notices_left > 0;

-- Money that leaves: a client's balance given back, or what a provider has earned. Somebody sends it by bank and enters that it was sent.
create table orders.outgoing (
  id uuid primary key,
  number text not null,
  kind text not null,
  organisation_id uuid not null,
  amount_fen bigint not null,
  account_name text not null,
  account_number text not null,
  bank_name text not null,
  reason text not null default '',
  state text not null default 'asked',
  asked_by uuid not null,
  asked_at timestamptz not null,
  decided_by uuid,
  ended_at timestamptz,
  refusal text,
  constraint outgoing_number unique (number),
  constraint outgoing_kind check (kind in ('refund', 'payout')),
  constraint outgoing_amount check (amount_fen > 0),
  constraint outgoing_words check (length(account_name) between 1 and 200 and length(account_number) between 4 and 60 and length(bank_name) between 1 and 200
    and length(reason) <= 500),
  constraint outgoing_state check (state in ('asked', 'sent', 'refused') and (state = 'asked') = (ended_at is null)),
  constraint outgoing_refusal check ((state = 'refused') = (refusal is not null) and length(refusal) between 1 and 500)
);
create index outgoing_own on orders.outgoing (organisation_id, asked_at desc, id desc);
create index outgoing_state on orders.outgoing (state, asked_at, id);

-- A bank statement as it was imported; the same file is one.
create table orders.bank_statement (
  id uuid primary key,
  sha256 text not null,
  name text not null,
  line_count int not null,
  new_count int not null,
  imported_by uuid not null,
  imported_at timestamptz not null,
  constraint bank_statement_file unique (sha256),
  constraint bank_statement_counts check (line_count >= new_count and new_count >= 0)
);

-- A line of a statement; the same line in two statements is one.
create table orders.bank_line (
  id uuid primary key,
  statement_id uuid not null references orders.bank_statement (id),
  fingerprint text not null,
  booked_on date not null,
  -- What came in is positive, what went out negative.
  amount_fen bigint not null,
  counterparty_name text not null,
  counterparty_account text not null,
  reference text not null,
  serial text not null,
  state text not null default 'open',
  -- Why it was taken for what it is.
  matched_by text,
  -- What it is.
  target text,
  organisation_id uuid,
  payment_id uuid references orders.payment (id),
  outgoing_id uuid references orders.outgoing (id),
  programme_id uuid,
  note text,
  decided_by uuid,
  decided_at timestamptz,
  constraint bank_line_once unique (fingerprint),
  constraint bank_line_amount check (amount_fen <> 0),
  constraint bank_line_state check (state in ('open', 'assigned', 'set_aside') and (state = 'assigned') = (target is not null)),
  constraint bank_line_matched check ((state = 'open') = (matched_by is null) and matched_by in ('number', 'code', 'order', 'name_and_amount', 'person')),
  constraint bank_line_target check (target in ('prepaid', 'gateway', 'voucher', 'outgoing')),
  constraint bank_line_words check (length(counterparty_name) <= 200 and length(counterparty_account) <= 100 and length(reference) <= 500 and length(serial) <= 100
    and length(note) between 1 and 500)
);
create unique index bank_line_outgoing on orders.bank_line (outgoing_id) where outgoing_id is not null;
create index bank_line_open on orders.bank_line (booked_on, id) where state = 'open';
create index bank_line_all on orders.bank_line (booked_on desc, id desc);

-- How an organisation wants its invoices, and where its money goes back to.
create table orders.money_profile (
  organisation_id uuid primary key,
  invoice_title text not null default '',
  taxpayer_number text not null default '',
  invoice_kind text not null default 'general',
  address text not null default '',
  phone text not null default '',
  bank_name text not null default '',
  bank_account text not null default '',
  email text not null default '',
  version int not null default 1,
  constraint money_profile_kind check (invoice_kind in ('general', 'special')),
  constraint money_profile_words check (length(invoice_title) <= 200 and length(taxpayer_number) <= 20 and length(address) <= 200 and length(phone) <= 40
    and length(bank_name) <= 200 and length(bank_account) <= 60 and length(email) <= 200)
);

-- A client asks a provider for an invoice of one order or more; the data of the invoice are kept as they were then.
create table orders.invoice_request (
  id uuid primary key,
  number text not null,
  organisation_id uuid not null,
  provider_id uuid not null,
  amount_fen bigint not null,
  contents text not null,
  invoice_title text not null,
  taxpayer_number text not null,
  invoice_kind text not null,
  address text not null,
  phone text not null,
  bank_name text not null,
  bank_account text not null,
  email text not null,
  state text not null default 'asked',
  asked_by uuid not null,
  asked_at timestamptz not null,
  invoice_number text,
  invoice_day date,
  ended_by uuid,
  ended_at timestamptz,
  refusal text,
  constraint invoice_request_number unique (number),
  constraint invoice_request_amount check (amount_fen > 0),
  constraint invoice_request_kind check (invoice_kind in ('general', 'special')),
  constraint invoice_request_contents check (length(contents) between 1 and 200),
  constraint invoice_request_state check (state in ('asked', 'issued', 'refused', 'withdrawn') and (state = 'asked') = (ended_at is null)),
  constraint invoice_request_issued check ((state = 'issued') = (invoice_number is not null) and (state = 'issued') = (invoice_day is not null)
    and length(invoice_number) between 8 and 20),
  constraint invoice_request_refusal check ((state = 'refused') = (refusal is not null) and length(refusal) between 1 and 500)
);
-- An invoice is entered once, whoever enters it.
create unique index invoice_number_once on orders.invoice_request (invoice_number) where invoice_number is not null;
create index invoice_request_client on orders.invoice_request (organisation_id, asked_at desc, id desc);
create index invoice_request_provider on orders.invoice_request (provider_id, state, asked_at desc, id desc);

create table orders.invoice_order (
  request_id uuid not null references orders.invoice_request (id),
  order_id uuid not null references orders.service_order (id),
  amount_fen bigint not null,
  -- Null once the request was refused or withdrawn: an order is on one invoice.
  live_order_id uuid,
  constraint invoice_order_pkey primary key (request_id, order_id),
  constraint invoice_order_once unique (live_order_id),
  constraint invoice_order_live check (live_order_id = order_id),
  constraint invoice_order_amount check (amount_fen > 0)
);

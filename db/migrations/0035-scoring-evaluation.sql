-- Evaluation: public money that enterprises were paid, by clause, for comparisons with what became of them.

create table scoring.support_import (
  id uuid primary key,
  file_name text not null check (length(file_name) between 1 and 200),
  sha256 text not null,
  row_count int not null,
  imported_by uuid not null,
  imported_at timestamptz not null,
  constraint support_import_once unique (sha256)
);

-- One payment of one clause. Payments are never changed; a wrong one is taken back with its reason.
create table scoring.support_payment (
  id uuid primary key,
  import_id uuid references scoring.support_import (id),
  enterprise_id uuid not null references scoring.enterprise (id),
  clause_code text not null check (clause_code ~ '^[A-Za-z0-9][A-Za-z0-9._/-]{0,39}$'),
  clause_name text not null check (length(clause_name) between 2 and 200),
  amount_fen bigint not null,
  paid_on date not null,
  -- The number under which the paying office keeps it: the same payment is taken over once.
  reference text not null check (length(reference) between 1 and 100),
  recorded_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdraw_reason text check (length(withdraw_reason) between 2 and 500),
  constraint support_payment_amount check (amount_fen > 0),
  constraint support_payment_withdrawn check ((withdrawn_at is null) = (withdraw_reason is null) and (withdrawn_at is null) = (withdrawn_by is null))
);
create unique index support_payment_once on scoring.support_payment (clause_code, reference) where withdrawn_at is null;
create index support_payment_of on scoring.support_payment (enterprise_id, paid_on) where withdrawn_at is null;
create index support_payment_clause on scoring.support_payment (clause_code, paid_on, id) where withdrawn_at is null;
create index support_payment_newest on scoring.support_payment (paid_on desc, id desc);

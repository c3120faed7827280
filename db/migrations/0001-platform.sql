-- What every domain hangs on: outbox, receipts of idempotent commands, audit log with its seal, files, mail.
create extension if not exists btree_gist;
create extension if not exists pg_trgm;

create schema if not exists platform;

-- Facts that leave a domain; written in the transaction of the fact, relayed to handlers at least once.
-- No foreign keys and no triggers: this table is on the hot path of a booking.
create table platform.outbox_event (
  id uuid primary key,
  topic text not null check (topic ~ '^[a-z]+\.[a-z_]+$'),
  payload jsonb not null,
  occurred_at timestamptz not null default now()
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

-- The answer to a command that carried an Idempotency-Key, committed with its effect.
create table platform.command_receipt (
  actor_id text not null,
  key text not null check (length(key) between 1 and 200),
  request_hash bytea not null,
  status int not null,
  body jsonb,
  headers jsonb not null default '{}',
  created_at timestamptz not null default now(),
  constraint command_receipt_pkey primary key (actor_id, key)
);
create index command_receipt_created on platform.command_receipt (created_at);

-- Who did what to which thing. Append-only; the seal below makes later changes visible.
create table platform.audit_entry (
  id uuid primary key,
  at timestamptz not null,
  actor_user_id uuid,
  actor_organisation_id uuid,
  action text not null,
  subject_type text not null,
  subject_id text not null,
  detail jsonb not null default '{}',
  request_id text
);
create index audit_entry_subject on platform.audit_entry (subject_type, subject_id, at, id);
create index audit_entry_organisation on platform.audit_entry (actor_organisation_id, at, id);
create index audit_entry_at on platform.audit_entry (at, id);

-- The seal: a hash chain over the entries in the order in which they were found, written in the background so that no change waits for it.
create table platform.audit_seal (
  position bigint primary key check (position > 0),
  entry_id uuid not null constraint audit_seal_entry unique,
  entry_hash bytea not null check (length(entry_hash) = 32),
  chain_hash bytea not null check (length(chain_hash) = 32),
  sealed_at timestamptz not null default now()
);
create index audit_seal_chain_hash on platform.audit_seal (chain_hash);

create function platform.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '%.% is append-only', tg_table_schema, tg_table_name using errcode = 'insufficient_privilege';
end
$$;
create trigger audit_entry_append_only before update or delete or truncate on platform.audit_entry
  for each statement execute function platform.refuse_change();
create trigger audit_seal_append_only before update or delete or truncate on platform.audit_seal
  for each statement execute function platform.refuse_change();

-- Content-addressed files: one row per upload, bytes stored once per hash.
create table platform.file (
  id uuid primary key,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  name text not null check (length(name) between 1 and 255),
  media_type text not null,
  size_bytes bigint not null check (size_bytes >= 0),
  owner_organisation_id uuid,
  uploaded_by uuid,
  created_at timestamptz not null default now()
);
create index file_sha256 on platform.file (sha256);

-- Letters: queued in the transaction of the fact; `kept` where no mail server is set, for the outbox page.
create table platform.mail (
  id uuid primary key,
  key text constraint mail_key unique check (length(key) between 1 and 200),
  to_address text not null check (length(to_address) between 3 and 320),
  subject text not null check (length(subject) between 1 and 500),
  text_body text not null,
  html_body text,
  language text not null check (language in ('zh', 'en')),
  state text not null default 'queued' check (state in ('queued', 'sent', 'failed', 'kept')),
  attempts int not null default 0,
  last_error text,
  created_at timestamptz not null default now(),
  sent_at timestamptz
);
create index mail_state on platform.mail (state, id);
create index mail_created on platform.mail (created_at);

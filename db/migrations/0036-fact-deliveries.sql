-- Deliveries of facts: where each supplier puts its files, whom to ask, how often something is expected, and what a watched folder held.

alter table scoring.fact_supplier
  add column folder text,
  add column contact text,
  add column expected_days int,
  add column version int not null default 1,
  add constraint fact_supplier_folder_once unique (folder),
  add constraint fact_supplier_folder check (folder ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
  add constraint fact_supplier_contact check (length(contact) between 1 and 200),
  add constraint fact_supplier_expected check (expected_days between 1 and 1000);

-- What lay in a folder at the last look: a file that has changed since is still being written and is left alone.
create table scoring.folder_look (
  folder text primary key,
  looked_at timestamptz not null,
  -- Why nothing can be taken from it: the code of a problem.
  fault text,
  files jsonb not null
);

-- From which folder a file was taken, and which state of its import its result file tells.
alter table scoring.folder_file
  add column folder text not null,
  add column result_state text,
  add constraint folder_file_result check (result_state in ('checked', 'applied', 'failed', 'cancelled'));
create index folder_file_import on scoring.folder_file (import_id);

-- Of what was written: how many values are kept unseen and unused until their enterprises consent.
alter table scoring.fact_import add column lacking_consent_count int not null default 0;

-- Keys of organisations without their secrets, for domains that show who can deliver by the interface.
create view people_pub.api_key as
  select organisation_id, scopes, created_at, expires_at, last_used_at, revoked_at from people.api_key;

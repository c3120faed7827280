-- How facts come in: batches of tables, pushes and reports, what was wrong with them, who may state what, and consent on paper.

-- A part is not larger than its whole, or than a multiple of it; a breach of a `refusal` is an error, of a `question` may be right.
create table scoring.fact_relation (
  part_code text not null references scoring.fact_definition (code),
  whole_code text not null references scoring.fact_definition (code),
  factor numeric not null check (factor > 0),
  severity text not null,
  certainty text not null,
  primary key (part_code, whole_code),
  constraint fact_relation_severity check (severity in ('refusal', 'question')),
  constraint fact_relation_certainty check (certainty in ('seen', 'second_hand', 'to_confirm')),
  constraint fact_relation_two check (part_code <> whole_code)
);
insert into scoring.fact_relation (part_code, whole_code, factor, severity, certainty) values
  ('hightech_revenue', 'revenue', 1, 'refusal', 'to_confirm'),
  ('export_value', 'revenue', 1, 'question', 'to_confirm'),
  ('rd_expense', 'revenue', 5, 'question', 'to_confirm'),
  ('rd_deduction_relief', 'rd_expense', 1, 'refusal', 'to_confirm'),
  ('tax_paid', 'revenue', 1, 'question', 'to_confirm'),
  ('rd_staff', 'staff_total', 1, 'refusal', 'to_confirm'),
  ('graduate_staff', 'staff_total', 1, 'refusal', 'to_confirm'),
  ('new_staff', 'staff_total', 1, 'question', 'to_confirm'),
  ('new_graduates', 'staff_total', 1, 'question', 'to_confirm'),
  ('research_graduates', 'new_graduates', 1, 'question', 'to_confirm'),
  ('innovative_device_approvals', 'class_three_certificates', 20, 'question', 'to_confirm');

-- Which bodies may state facts of which source by the interface; the operator may for all.
create table scoring.fact_supplier (
  organisation_id uuid not null,
  source text not null,
  added_by uuid not null,
  added_at timestamptz not null,
  primary key (organisation_id, source),
  constraint fact_supplier_source check (source in ('tax', 'statistics', 'patents', 'technology_contracts', 'social_insurance', 'science_bureau', 'market_regulation', 'court', 'finance', 'talent_system'))
);

-- What came in at once, by whatever door.
create table scoring.fact_import (
  id uuid primary key,
  content text not null,
  door text not null,
  -- Who states the facts; null for the register and for events, whose rows say it themselves.
  source text,
  -- The period of rows that name none.
  period text,
  file_id uuid,
  file_name text not null check (length(file_name) between 1 and 255),
  state text not null default 'uploaded',
  mode text,
  rows_total int not null default 0,
  rows_done int not null default 0,
  rows_good int not null default 0,
  rows_refused int not null default 0,
  rows_asked int not null default 0,
  value_count int not null default 0,
  mistake_count int not null default 0,
  question_count int not null default 0,
  recorded_count int not null default 0,
  replaced_count int not null default 0,
  unchanged_count int not null default 0,
  failure jsonb,
  -- Headers by sheet, so that rows that were left out can be given back under them.
  headers jsonb not null default '{}',
  created_by uuid,
  organisation_id uuid,
  created_at timestamptz not null,
  checked_at timestamptz,
  finished_at timestamptz,
  constraint fact_import_content check (content in ('facts', 'enterprises', 'events')),
  constraint fact_import_door check (door in ('upload', 'push', 'folder')),
  constraint fact_import_state check (state in ('uploaded', 'checked', 'applied', 'failed', 'cancelled')),
  constraint fact_import_mode check (mode in ('good_rows', 'all_or_nothing')),
  constraint fact_import_source check ((content = 'facts') = (source is not null)),
  constraint fact_import_finished check ((state in ('applied', 'failed', 'cancelled')) = (finished_at is not null))
);
create index fact_import_newest on scoring.fact_import (id desc);

-- A row of a batch as it was read; `record` is what it would write. Good rows wait here until the batch is applied.
create table scoring.fact_import_row (
  import_id uuid not null references scoring.fact_import (id) on delete cascade,
  line int not null,
  sheet text not null,
  row_no int not null,
  state text not null,
  credit_code text not null,
  record jsonb,
  cells jsonb not null,
  primary key (import_id, line),
  constraint fact_import_row_state check (state in ('good', 'asked', 'refused'))
);
create index fact_import_row_left on scoring.fact_import_row (import_id, line) where state <> 'good';

-- Everything found: mistakes refuse their row, questions wait for an officer.
create table scoring.fact_import_issue (
  import_id uuid not null references scoring.fact_import (id) on delete cascade,
  position int not null,
  line int,
  sheet text not null,
  row_no int not null,
  column_no int,
  column_name text,
  value text,
  fact_code text,
  code text not null,
  params jsonb not null,
  is_question boolean not null,
  accepted_by uuid,
  accepted_at timestamptz,
  accept_reason text check (length(accept_reason) between 2 and 500),
  primary key (import_id, position),
  constraint fact_import_issue_accepted check ((accepted_at is null) = (accept_reason is null) and (accepted_at is null or is_question))
);
create index fact_import_issue_line on scoring.fact_import_issue (import_id, line);

-- A file of a watched folder is taken once, whoever sees it first.
create table scoring.folder_file (
  source text not null,
  sha256 text not null,
  file_name text not null,
  import_id uuid not null references scoring.fact_import (id),
  taken_at timestamptz not null,
  primary key (source, sha256)
);

-- What an enterprise says of itself waits for an officer; the fact row is made when it is accepted.
create table scoring.self_report (
  id uuid primary key,
  enterprise_id uuid not null references scoring.enterprise (id),
  fact_code text not null references scoring.fact_definition (code),
  period text not null,
  value numeric not null,
  note text check (length(note) between 2 and 500),
  evidence_file_id uuid not null,
  state text not null default 'pending',
  stated_by uuid not null,
  stated_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  decision_reason text check (length(decision_reason) between 2 and 500),
  fact_id uuid references scoring.fact (id),
  constraint self_report_state check (state in ('pending', 'accepted', 'refused', 'withdrawn')),
  constraint self_report_decided check ((state = 'pending') = (decided_at is null)),
  constraint self_report_fact check ((state = 'accepted') = (fact_id is not null)),
  constraint self_report_reason check (state <> 'refused' or decision_reason is not null)
);
-- One wish for one fact waits at a time.
create unique index self_report_waiting on scoring.self_report (enterprise_id, fact_code, period) where state = 'pending';
create index self_report_oldest on scoring.self_report (state, id);
create index self_report_enterprise on scoring.self_report (enterprise_id, id);

-- Consent to the use of tax and social insurance data by enterprises that gave it on paper.
create table scoring.paper_consent (
  id uuid primary key,
  enterprise_id uuid not null references scoring.enterprise (id),
  document text not null check (length(document) between 1 and 200),
  file_id uuid,
  valid_from date not null,
  valid_until date not null,
  recorded_by uuid,
  recorded_at timestamptz not null,
  revoked_by uuid,
  revoked_at timestamptz,
  revoke_reason text check (length(revoke_reason) between 2 and 500),
  constraint paper_consent_interval check (valid_until >= valid_from),
  constraint paper_consent_revoked check ((revoked_at is null) = (revoke_reason is null))
);
create unique index paper_consent_once on scoring.paper_consent (enterprise_id, document) where revoked_at is null;
create index paper_consent_enterprise on scoring.paper_consent (enterprise_id, recorded_at, id);

-- Consents with the interval in which they hold, for domains that take facts under them.
create view people_pub.consent as
  select owner_organisation_id, reader_organisation_id, facts, granted_at, valid_until, revoked_at from people.consent;

alter table scoring.enterprise add column district text check (length(district) <= 100);
create index enterprise_newest on scoring.enterprise (id desc);
-- The newest statements of a definition, for coverage.
create index fact_code_received on scoring.fact (fact_code, source, received_at) where state = 'current';

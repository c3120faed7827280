-- Reports: templates of each provider, drafts that three persons answer for, issued documents with number, signature and verification code, and who may read a copy.

-- The body code of a provider, which begins the number of each of its reports.
create table orders.report_numbering (
  provider_id uuid primary key,
  code text not null,
  version int not null default 1,
  updated_by uuid not null,
  updated_at timestamptz not null,
  constraint report_numbering_code unique (code),
  constraint report_numbering_form check (code ~ '^[A-Z][A-Z0-9]{1,7}$')
);

-- The last serial of a provider's class in a year. It moves in the transaction that issues, so no number is left out.
create table orders.report_serial (
  provider_id uuid not null,
  year int not null,
  class_code text not null,
  last int not null,
  constraint report_serial_pkey primary key (provider_id, year, class_code)
);

create table orders.report_template (
  id uuid primary key,
  provider_id uuid not null,
  name text not null,
  class_code text not null,
  language text not null,
  state text not null default 'active',
  version int not null default 1,
  created_at timestamptz not null,
  constraint report_template_name check (length(name) between 1 and 100),
  constraint report_template_class check (class_code ~ '^[A-Z][A-Z0-9]{0,3}$'),
  constraint report_template_language check (language in ('zh', 'en', 'zh_en')),
  constraint report_template_state check (state in ('active', 'retired'))
);
create unique index report_template_name_once on orders.report_template (provider_id, name) where state = 'active';

-- What a template said at each version; a report keeps to the one that it began with.
create table orders.report_template_version (
  template_id uuid not null references orders.report_template (id),
  version int not null,
  content jsonb not null,
  created_by uuid,
  created_at timestamptz not null,
  constraint report_template_version_pkey primary key (template_id, version)
);

-- Keys that sign reports: one root of the platform, and for each provider one that the root vouches for. Private keys are sealed with the server's secret.
create table orders.signing_key (
  id uuid primary key,
  provider_id uuid,
  issuer_id uuid references orders.signing_key (id),
  certificate bytea not null,
  sealed_key bytea not null,
  valid_from timestamptz not null,
  valid_to timestamptz not null,
  retired_at timestamptz,
  constraint signing_key_issuer check ((provider_id is null) = (issuer_id is null)),
  constraint signing_key_validity check (valid_from < valid_to)
);
create unique index signing_key_root_once on orders.signing_key ((true)) where provider_id is null and retired_at is null;
create unique index signing_key_provider_once on orders.signing_key (provider_id) where provider_id is not null and retired_at is null;

create table orders.report (
  id uuid primary key,
  order_id uuid not null references orders.service_order (id),
  provider_id uuid not null,
  template_id uuid not null,
  template_version int not null,
  -- `part`: results of some items, delivered before the rest.
  kind text not null,
  state text not null default 'draft',
  version int not null default 1,
  content jsonb not null,
  -- The issued report that this one takes the place of, and why.
  replaces_id uuid references orders.report (id),
  replace_reason text,
  created_by uuid not null,
  created_at timestamptz not null,
  prepared_by uuid,
  prepared_at timestamptz,
  checked_by uuid,
  checked_at timestamptz,
  approved_by uuid,
  approved_at timestamptz,
  returned_reason text,
  -- Frozen when it is issued.
  number text,
  edition int not null default 1,
  code text,
  issued_by uuid,
  issued_at timestamptz,
  sha256 text,
  size_bytes bigint,
  pages int,
  marks jsonb,
  signing_key_id uuid references orders.signing_key (id),
  ended_by uuid,
  ended_at timestamptz,
  end_reason text,
  constraint report_template_of foreign key (template_id, template_version) references orders.report_template_version (template_id, version),
  constraint report_kind check (kind in ('full', 'part')),
  constraint report_state check (state in ('draft', 'prepared', 'checked', 'approved', 'issued', 'replaced', 'withdrawn', 'discarded')),
  constraint report_replaces check ((replaces_id is null) = (replace_reason is null) and (replaces_id is null) = (edition = 1) and replaces_id <> id),
  constraint report_words check (length(replace_reason) between 1 and 1000 and length(end_reason) between 1 and 1000 and length(returned_reason) between 1 and 1000),
  -- Three persons answer for a report.
  constraint report_three_persons check (checked_by <> prepared_by and approved_by <> prepared_by and approved_by <> checked_by),
  constraint report_signs check ((prepared_by is null) = (prepared_at is null) and (checked_by is null) = (checked_at is null) and (approved_by is null) = (approved_at is null)
    and (checked_by is null or prepared_by is not null) and (approved_by is null or checked_by is not null)
    and (state not in ('prepared', 'checked', 'approved', 'issued', 'replaced', 'withdrawn') or prepared_by is not null)
    and (state not in ('checked', 'approved', 'issued', 'replaced', 'withdrawn') or checked_by is not null)
    and (state not in ('approved', 'issued', 'replaced', 'withdrawn') or approved_by is not null)),
  constraint report_issued check ((state in ('issued', 'replaced', 'withdrawn')) = (number is not null)
    and num_nulls(number, code, issued_by, issued_at, sha256, size_bytes, pages, marks, signing_key_id) in (0, 9)),
  constraint report_ended check ((state in ('replaced', 'withdrawn', 'discarded')) = (ended_at is not null) and (state <> 'withdrawn' or end_reason is not null)),
  constraint report_number unique (number),
  constraint report_code unique (code)
);
-- A report has one successor at most, issued or in preparation.
create unique index report_successor_once on orders.report (replaces_id) where replaces_id is not null and state <> 'discarded';
-- One report of the whole order is in preparation at a time.
create unique index report_in_preparation_once on orders.report (order_id)
  where kind = 'full' and replaces_id is null and state in ('draft', 'prepared', 'checked', 'approved');
create index report_order on orders.report (order_id, created_at, id);
create index report_provider on orders.report (provider_id, state, created_at desc, id desc);

-- What was issued never changes: a mistake is mended by a successor.
create function orders.report_is_frozen() returns trigger language plpgsql as $$
begin
  if old.sha256 is not null and (new.number, new.edition, new.code, new.issued_by, new.issued_at, new.sha256, new.size_bytes, new.pages, new.marks,
      new.signing_key_id, new.content, new.order_id, new.provider_id, new.template_id, new.template_version, new.prepared_by, new.checked_by, new.approved_by,
      new.replaces_id) is distinct from
     (old.number, old.edition, old.code, old.issued_by, old.issued_at, old.sha256, old.size_bytes, old.pages, old.marks,
      old.signing_key_id, old.content, old.order_id, old.provider_id, old.template_id, old.template_version, old.prepared_by, old.checked_by, old.approved_by,
      old.replaces_id) then
    raise exception 'report % is issued and cannot be changed', old.number using errcode = 'restrict_violation', constraint = 'report_frozen';
  end if;
  return new;
end $$;
create trigger report_frozen before update on orders.report for each row execute function orders.report_is_frozen();

-- A copy that the client lets somebody else read. Of the link only the hash is kept.
create table orders.report_release (
  id uuid primary key,
  report_id uuid not null references orders.report (id),
  organisation_id uuid not null,
  recipient text not null,
  note text not null default '',
  token_hash bytea not null,
  created_by uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  revoked_by uuid,
  constraint report_release_token unique (token_hash),
  constraint report_release_words check (length(recipient) between 1 and 200 and length(note) <= 500),
  constraint report_release_time check (expires_at > created_at),
  constraint report_release_revoked check ((revoked_at is null) = (revoked_by is null))
);
create index report_release_report on orders.report_release (report_id, created_at desc, id desc);

-- Each time that a released copy was opened.
create table orders.report_read (
  id uuid primary key,
  release_id uuid not null references orders.report_release (id),
  act text not null,
  address text not null,
  at timestamptz not null,
  constraint report_read_act check (act in ('opened', 'downloaded')),
  constraint report_read_address check (length(address) <= 64)
);
create index report_read_release on orders.report_read (release_id, at desc, id desc);

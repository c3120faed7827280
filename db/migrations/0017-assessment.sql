-- Assessment of open sharing: what providers state themselves, what the catalogue tells of instruments and of searches without a result,
-- and indexes by which a year of the meter log is read.

-- What no log can prove, for one year: a field of the nine indicators (the institution's) or of the national yearly message (an instrument's).
create table booking.assessment_statement (
  provider_id uuid not null,
  year int not null,
  -- None: of the institution.
  resource_id uuid,
  field text not null,
  value text not null,
  -- By what it can be checked: a document's number, an address, a list.
  evidence text not null,
  version int not null default 1,
  updated_at timestamptz not null,
  updated_by uuid not null,
  constraint assessment_statement_once unique nulls not distinct (provider_id, year, resource_id, field),
  constraint assessment_statement_year check (year between 2000 and 2200),
  constraint assessment_statement_field check (field ~ '^[a-z][a-zA-Z_]{1,40}$'),
  constraint assessment_statement_texts check (length(value) between 1 and 2000 and length(evidence) between 1 and 500)
);

-- Few records replace another one, and only these are asked whether they do.
create index use_record_replacing on booking.use_record (replaces) where replaces is not null;
create index charge_resource on booking.charge (resource_id, id);

-- What an instrument cost and since when it runs, for the national scope of 500,000 yuan.
create view catalog_pub.instrument_facts as
select id as resource_id, original_value_fen, started_on, content #>> '{detail,shareMode}' as share_mode from catalog.resource;

create view catalog_pub.search_miss as
select day, query, conditions, count, last_at from catalog.search_miss;

-- What agreements say in figures, and whether work waits for them; circles of orders among the signals.

-- The figure that a proposed clause carries, as a clause of a template does: {kind, amount, unit}.
alter table orders.agreement_change add column figure jsonb;
alter table orders.agreement_change add constraint agreement_change_figure check (figure is null or jsonb_typeof(figure) = 'object');

-- Until when the records behind an issued report are kept; null where the agreement names no figure.
alter table orders.report add column retain_until date;

-- Whether work of a provider waits until both sides have accepted the agreement: kind of service → yes or no, and services that differ from their kind.
-- What is not named has the platform's default.
create table orders.agreement_rule (
  provider_id uuid primary key,
  by_kind jsonb not null default '{}',
  by_service jsonb not null default '{}',
  version int not null default 1,
  updated_at timestamptz not null,
  updated_by uuid not null,
  constraint agreement_rule_objects check (jsonb_typeof(by_kind) = 'object' and jsonb_typeof(by_service) = 'object')
);

-- Fixed when the order came to be.
alter table orders.service_order add column needs_agreement boolean not null default false;

alter table orders.signal drop constraint signal_rule;
alter table orders.signal add constraint signal_rule check (rule in ('related_parties', 'round_trip', 'circle', 'same_invoice', 'split_orders', 'no_trace'));

-- The platform's clauses on retention, now with their figures; orders that hold the first version keep it.
update orders.terms_version set is_default = false where id = '01980000-0000-7000-8000-000000000501';
insert into orders.terms_version (id, template_id, provider_id, topic, number, name, clauses, state, is_default, created_at, published_at) values
('01980000-0000-7000-8000-000000000502', '01980000-0000-7000-8000-000000000500', null, 'retention', 2, '留样与档案条款（通用）', $json$[
  {"key": "1", "heading": "留样", "text": "报告签发后，剩余样品保存{期限}；易变质或有储存期限的样品按约定时间保存。期满前甲方可要求返还，运费由甲方承担。", "figure": {"kind": "samples", "amount": 30, "unit": "day"}},
  {"key": "2", "heading": "处置", "text": "保存期满未要求返还的，乙方按规定销毁并留存记录；危险样品的处置费用由甲方承担。"},
  {"key": "3", "heading": "档案", "text": "原始记录和报告副本自报告签发之日起保存{期限}；法律法规规定更长的，从其规定。", "figure": {"kind": "records", "amount": 6, "unit": "year"}}
]$json$, 'published',
  -- Where another template has become the default it stays.
  not exists (select from orders.terms_version where is_default and provider_id is null and topic = 'retention'), '2026-11-23 00:00:00+08', '2026-11-23 00:00:00+08');

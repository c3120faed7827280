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

-- Terms that providers and the platform offer. A row is never edited once it is published: a change is the next number of its template.
create table orders.terms_version (
  id uuid primary key,
  template_id uuid not null,
  -- Null for the platform's own.
  provider_id uuid,
  topic text not null,
  number int not null,
  name text not null,
  -- [{key, heading, text}], in their order.
  clauses jsonb not null,
  state text not null default 'draft',
  -- Chosen for new orders of the provider when nobody chooses.
  is_default boolean not null default false,
  version int not null default 1,
  created_at timestamptz not null,
  created_by uuid,
  published_at timestamptz,
  published_by uuid,
  constraint terms_version_number unique (template_id, number),
  constraint terms_version_topic check (topic in ('general', 'confidentiality', 'intellectual_property', 'liability', 'retention')),
  constraint terms_version_state check (state in ('draft', 'published', 'retired') and (state = 'draft') = (published_at is null)),
  constraint terms_version_default check (not is_default or state = 'published'),
  constraint terms_version_name check (length(name) between 1 and 100),
  constraint terms_version_clauses check (jsonb_typeof(clauses) = 'array' and jsonb_array_length(clauses) between 1 and 40)
);
create unique index terms_version_draft_once on orders.terms_version (template_id) where state = 'draft';
create unique index terms_version_default_once on orders.terms_version (provider_id, topic) nulls not distinct where is_default;
create index terms_version_owner on orders.terms_version (provider_id, topic, name, number);

-- Terms that a provider has chosen for a quote; the order that comes of it begins with them. Topics that are left out have the defaults.
create table orders.quote_terms (
  quote_id uuid not null references orders.quote (id),
  topic text not null,
  terms_id uuid not null references orders.terms_version (id),
  constraint quote_terms_pkey primary key (quote_id, topic)
);

-- What client and provider agree about one order, beside its price: terms, particulars of the samples, and who accepted which text.
create table orders.agreement (
  id uuid primary key,
  order_id uuid not null references orders.service_order (id),
  organisation_id uuid not null,
  provider_id uuid not null,
  state text not null default 'open',
  particulars jsonb not null default '{}',
  version int not null default 1,
  created_at timestamptz not null,
  -- The document as both accepted it, byte for byte what the hash is of, and its file once it is printed.
  agreed_at timestamptz,
  content text,
  content_sha256 text,
  file_sha256 text,
  file_bytes bigint,
  constraint agreement_order unique (order_id),
  constraint agreement_state check (state in ('open', 'agreed')),
  constraint agreement_agreed check ((state = 'agreed') = (content is not null) and (content is null) = (agreed_at is null) and (content is null) = (content_sha256 is null)),
  constraint agreement_file check ((file_sha256 is null) = (file_bytes is null))
);

create table orders.agreement_terms (
  agreement_id uuid not null references orders.agreement (id),
  topic text not null,
  terms_id uuid not null references orders.terms_version (id),
  constraint agreement_terms_pkey primary key (agreement_id, topic)
);

-- A change of one clause that one side proposes and the other accepts or refuses. What was accepted stands in place of the clause.
create table orders.agreement_change (
  agreement_id uuid not null references orders.agreement (id),
  number int not null,
  topic text not null,
  -- The clause that is replaced or struck; of a new one the key that it will have.
  clause_key text not null,
  kind text not null,
  before_heading text not null,
  before_text text not null,
  heading text not null,
  text text not null,
  words text not null default '',
  side text not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  state text not null default 'proposed',
  decided_by uuid,
  decided_at timestamptz,
  constraint agreement_change_pkey primary key (agreement_id, number),
  constraint agreement_change_kind check (kind in ('replace', 'add', 'strike')),
  constraint agreement_change_side check (side in ('client', 'provider')),
  constraint agreement_change_state check (state in ('proposed', 'accepted', 'refused', 'withdrawn')),
  constraint agreement_change_decided check ((state = 'proposed') = (decided_at is null) and (decided_at is null) = (decided_by is null)),
  constraint agreement_change_text check (length(text) <= 4000 and length(heading) <= 200 and length(words) <= 1000)
);
-- One proposal for a clause at a time.
create unique index agreement_change_open_once on orders.agreement_change (agreement_id, topic, clause_key) where state = 'proposed';

-- Who accepted which text, when. Never changed; a text that changed needs another.
create table orders.agreement_acceptance (
  agreement_id uuid not null references orders.agreement (id),
  side text not null,
  content_sha256 text not null,
  person_id uuid not null,
  at timestamptz not null,
  constraint agreement_acceptance_pkey primary key (agreement_id, side, content_sha256),
  constraint agreement_acceptance_side check (side in ('client', 'provider'))
);

-- The amendment that took the item out of the order.
alter table orders.order_item add column removed_by uuid references orders.amendment (id);
alter table orders.amendment add constraint amendment_words check (length(reason) between 1 and 1000 and length(subcontractor) between 1 and 200);
-- Who refused or withdrew it, and why.
alter table orders.amendment add column ended_by uuid, add column ended_words text, add column proposed_by uuid;

insert into orders.terms_version (id, template_id, provider_id, topic, number, name, clauses, state, is_default, created_at, published_at) values
('01980000-0000-7000-8000-000000000101', '01980000-0000-7000-8000-000000000100', null, 'general', 1, '委托检测通用条款', $json$[
  {"key": "1", "heading": "委托范围", "text": "检测项目、依据、数量和费用以本协议所列为准。超出所列范围的工作，须经双方签署变更单后方可开展并收费。"},
  {"key": "2", "heading": "样品", "text": "甲方保证样品及资料真实、完整，来源合法，并如实告知危险性和特殊储存要求。乙方按约定条件接收、标识、流转和保管样品。样品与约定不符时，乙方应在 2 个工作日内通知甲方，补样期间不计入检测时限。"},
  {"key": "3", "heading": "时限", "text": "检测时限按工作日计算，自样品收齐并审查合格之日起算；无需样品的，自接单之日起算。因甲方原因暂停的时间不计入时限。"},
  {"key": "4", "heading": "报告", "text": "乙方按约定方式和份数交付报告。超出认可或资质认定范围的项目，须在报告中注明，且不得使用相应标识。报告签发后如需更改，以替换报告为准，原报告同时失效。"},
  {"key": "5", "heading": "分包", "text": "乙方拟将部分项目分包的，应事先以变更单写明分包机构和项目，经甲方同意后方可实施，并在报告中注明。乙方对分包结果负责；由甲方指定分包机构的除外。"},
  {"key": "6", "heading": "变更与中止", "text": "价格、项目或时限的变更须经双方签署变更单。检测中止或取消的，费用按订单所列各阶段比例结算。"},
  {"key": "7", "heading": "争议", "text": "双方对报告或费用有异议的，可先通过平台申请复测或提出异议；协商不成的，向被告所在地人民法院提起诉讼。"}
]$json$, 'published', true, '2026-01-01 00:00:00+08', '2026-01-01 00:00:00+08'),
('01980000-0000-7000-8000-000000000201', '01980000-0000-7000-8000-000000000200', null, 'confidentiality', 1, '保密条款（通用）', $json$[
  {"key": "1", "heading": "保密信息", "text": "一方向另一方提供的样品、技术资料、检测数据、报告及商务信息，均为保密信息；已公开的、接收方合法自行取得的除外。"},
  {"key": "2", "heading": "使用限制", "text": "接收方仅可为履行本协议使用保密信息，仅可提供给确有必要知悉且负有同等保密义务的人员，不得用于宣传、论文或其他客户的项目。"},
  {"key": "3", "heading": "依法披露", "text": "法律法规或监管部门要求披露的，接收方应在允许的范围内提前通知对方，并仅披露必要部分。"},
  {"key": "4", "heading": "期限", "text": "保密义务自信息提供之日起五年内有效，不因本协议终止而免除。"}
]$json$, 'published', true, '2026-01-01 00:00:00+08', '2026-01-01 00:00:00+08'),
('01980000-0000-7000-8000-000000000301', '01980000-0000-7000-8000-000000000300', null, 'intellectual_property', 1, '知识产权条款（通用）', $json$[
  {"key": "1", "heading": "背景知识产权", "text": "双方在本协议之前已有的知识产权归各自所有，本协议不构成转让或许可。"},
  {"key": "2", "heading": "数据与报告", "text": "甲方付清费用后，检测数据和报告的使用权归甲方。乙方为质量管理和法定留存的需要保留副本。"},
  {"key": "3", "heading": "方法改进", "text": "乙方在履行中对自身检测方法作出的改进归乙方所有，但不得包含甲方的保密信息；涉及甲方产品的技术成果归甲方所有。"}
]$json$, 'published', true, '2026-01-01 00:00:00+08', '2026-01-01 00:00:00+08'),
('01980000-0000-7000-8000-000000000401', '01980000-0000-7000-8000-000000000400', null, 'liability', 1, '责任条款（通用）', $json$[
  {"key": "1", "heading": "结果责任", "text": "乙方对检测数据和报告的真实性、准确性负责。因乙方原因结果有误的，乙方免费复测并出具替换报告。"},
  {"key": "2", "heading": "赔偿限额", "text": "除故意或重大过失外，一方对另一方的赔偿以本协议总价的两倍为限，不赔偿间接损失。"},
  {"key": "3", "heading": "延期", "text": "因乙方原因超过约定时限的，每延误一个工作日，减收相应项目费用的百分之一，累计不超过百分之二十。"},
  {"key": "4", "heading": "不可抗力", "text": "因不可抗力不能履行的，受影响一方及时通知对方，在影响范围内免除责任，时限相应顺延。"}
]$json$, 'published', true, '2026-01-01 00:00:00+08', '2026-01-01 00:00:00+08'),
('01980000-0000-7000-8000-000000000501', '01980000-0000-7000-8000-000000000500', null, 'retention', 1, '留样与档案条款（通用）', $json$[
  {"key": "1", "heading": "留样", "text": "报告签发后，剩余样品保存三十日；易变质或有储存期限的样品按约定时间保存。期满前甲方可要求返还，运费由甲方承担。"},
  {"key": "2", "heading": "处置", "text": "保存期满未要求返还的，乙方按规定销毁并留存记录；危险样品的处置费用由甲方承担。"},
  {"key": "3", "heading": "档案", "text": "原始记录和报告副本自报告签发之日起保存不少于六年；法律法规另有规定的，从其规定。"}
]$json$, 'published', true, '2026-01-01 00:00:00+08', '2026-01-01 00:00:00+08');

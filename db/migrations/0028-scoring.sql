-- Innovation points: enterprises of the district, facts about them, models, runs and their scores.

create schema scoring;
create schema scoring_pub;

-- Whoever can be scored, also without an account. An organisation of the platform is the enterprise with its credit code.
create table scoring.enterprise (
  id uuid primary key,
  credit_code text not null,
  name text not null check (length(name) between 2 and 200),
  short_name text check (length(short_name) between 1 and 60),
  founded_on date,
  industry text check (length(industry) <= 100),
  park text check (length(park) <= 100),
  -- Named in rankings or scored at all only when it did not refuse; only facts of public sources otherwise.
  is_opted_out boolean not null default false,
  created_at timestamptz not null,
  version int not null default 1,
  constraint enterprise_credit_code unique (credit_code),
  constraint enterprise_credit_code_form check (credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$')
);
create index enterprise_name on scoring.enterprise (name, id);

-- What can be known about an enterprise: one row a code. `authority` are sources, the one that decides first.
create table scoring.fact_definition (
  code text primary key check (code ~ '^[a-z][a-z0-9_]{1,59}$'),
  name_zh text not null,
  name_en text not null,
  unit text not null,
  period_kind text not null,
  authority text[] not null,
  -- Values outside are asked about, never refused: units taken for 10,000, signs, sums.
  plausible_low numeric,
  plausible_high numeric,
  -- How far a value may lie from the one of the period before, as a factor; null: any.
  plausible_factor numeric,
  -- Tax and social insurance data are read with the enterprise's consent only.
  needs_consent boolean not null default false,
  certainty text not null,
  position int not null,
  version int not null default 1,
  constraint fact_definition_period check (period_kind in ('year', 'quarter', 'point')),
  constraint fact_definition_certainty check (certainty in ('seen', 'second_hand', 'to_confirm')),
  constraint fact_definition_authority check (cardinality(authority) >= 1)
);

-- Names from the national pilot and its local editions; sources and limits of plausibility are to be confirmed by the district.
insert into scoring.fact_definition
  (code, name_zh, name_en, unit, period_kind, authority, plausible_low, plausible_high, plausible_factor, needs_consent, certainty, position)
values
  ('rd_expense', '研发费用', 'R&D expense', '万元', 'year', '{tax,statistics,self_report}', 0, 2000000, 20, true, 'to_confirm', 1),
  ('revenue', '营业收入', 'Revenue', '万元', 'year', '{tax,statistics,self_report}', 0, 20000000, 20, true, 'to_confirm', 2),
  ('hightech_revenue', '高新技术产品收入', 'Revenue from high-tech products', '万元', 'year', '{statistics,tax,self_report}', 0, 20000000, 20, true, 'to_confirm', 3),
  ('net_profit', '净利润', 'Net profit', '万元', 'year', '{tax,statistics,self_report}', -2000000, 5000000, null, true, 'to_confirm', 4),
  ('net_assets', '净资产', 'Net assets', '万元', 'year', '{tax,statistics,self_report}', -2000000, 20000000, null, true, 'to_confirm', 5),
  ('rd_deduction_relief', '研发费用加计扣除所得税减免额', 'Income tax relief for R&D', '万元', 'year', '{tax,self_report}', 0, 300000, 20, true, 'to_confirm', 6),
  ('tax_paid', '实缴税费', 'Taxes paid', '万元', 'year', '{tax,self_report}', 0, 3000000, 20, true, 'to_confirm', 7),
  ('export_value', '出口额', 'Exports', '万元', 'year', '{statistics,tax,self_report}', 0, 20000000, null, true, 'to_confirm', 8),
  ('fixed_investment', '固定资产投资额', 'Investment in fixed assets', '万元', 'year', '{statistics,self_report}', 0, 5000000, null, false, 'to_confirm', 9),
  ('staff_total', '职工总数', 'Staff', '人', 'year', '{social_insurance,statistics,self_report}', 1, 200000, 10, true, 'to_confirm', 10),
  ('rd_staff', '科技人员数', 'R&D staff', '人', 'year', '{statistics,self_report}', 0, 100000, 10, false, 'to_confirm', 11),
  ('graduate_staff', '研究生以上人员数', 'Staff with a master''s degree or higher', '人', 'year', '{statistics,self_report}', 0, 100000, 10, false, 'to_confirm', 12),
  ('new_staff', '当年新增从业人员', 'New staff in the year', '人', 'year', '{social_insurance,statistics,self_report}', 0, 50000, null, true, 'seen', 13),
  ('new_graduates', '吸纳高校应届毕业生人数', 'New graduates hired', '人', 'year', '{social_insurance,statistics,self_report}', 0, 20000, null, true, 'seen', 14),
  ('research_graduates', '从事科研的应届毕业生', 'New graduates in research', '人', 'year', '{statistics,self_report}', 0, 20000, null, false, 'seen', 15),
  ('foreign_experts', '引进外籍专家', 'Foreign experts engaged', '人', 'year', '{talent_system,statistics,self_report}', 0, 1000, null, false, 'seen', 16),
  ('high_level_talents', '高层次人才数', 'High-level talents', '人', 'point', '{talent_system,self_report}', 0, 1000, null, false, 'to_confirm', 17),
  ('invention_applications', '发明专利申请量（与主营业务相关）', 'Invention patent applications (core business)', '件', 'year', '{patents,self_report}', 0, 20000, 20, false, 'to_confirm', 18),
  ('pct_applications', 'PCT 专利申请量（与主营业务相关）', 'PCT applications (core business)', '件', 'year', '{patents,self_report}', 0, 5000, null, false, 'to_confirm', 19),
  ('invention_grants', '发明专利授权量', 'Invention patents granted', '件', 'year', '{patents,self_report}', 0, 20000, null, false, 'to_confirm', 20),
  ('valid_inventions', '有效发明专利拥有量', 'Invention patents in force', '件', 'point', '{patents,self_report}', 0, 50000, null, false, 'to_confirm', 21),
  ('software_copyrights', '软件著作权登记数', 'Software copyrights registered', '件', 'year', '{patents,self_report}', 0, 5000, null, false, 'to_confirm', 22),
  ('technology_contract_value', '技术合同成交额', 'Value of registered technology contracts', '万元', 'year', '{technology_contracts,self_report}', 0, 2000000, null, false, 'to_confirm', 23),
  ('joint_projects', '产学研合作项目数', 'Joint projects with universities and institutes', '项', 'year', '{science_bureau,self_report}', 0, 1000, null, false, 'to_confirm', 24),
  ('transfer_contracts', '科技成果转化项数', 'Research results put to use', '项', 'year', '{technology_contracts,self_report}', 0, 1000, null, false, 'to_confirm', 25),
  ('provincial_platforms', '省级及以上研发与创新平台数', 'R&D platforms at provincial level or above', '个', 'point', '{science_bureau,self_report}', 0, 200, null, false, 'to_confirm', 26),
  ('provincial_awards', '省级及以上科技奖励数', 'Science awards at provincial level or above', '项', 'year', '{science_bureau,self_report}', 0, 100, null, false, 'to_confirm', 27),
  ('provincial_projects', '省级及以上科技计划项目数', 'Science programme projects at provincial level or above', '项', 'year', '{science_bureau,self_report}', 0, 500, null, false, 'to_confirm', 28),
  ('standards_taken_part', '主导或参与制定标准数', 'Standards led or taken part in', '项', 'year', '{market_regulation,self_report}', 0, 500, null, false, 'to_confirm', 29),
  ('venture_capital', '获得风险投资金额', 'Venture capital received', '万元', 'year', '{finance,market_regulation,self_report}', 0, 2000000, null, false, 'to_confirm', 30),
  ('equity_financing_rounds', '股权融资轮次', 'Rounds of equity financing', '轮', 'point', '{finance,market_regulation,self_report}', 0, 30, null, false, 'to_confirm', 31),
  ('class_three_certificates', '第三类医疗器械注册证数', 'Class III device certificates', '张', 'point', '{market_regulation,self_report}', 0, 1000, null, false, 'to_confirm', 32),
  ('class_two_certificates', '第二类医疗器械注册证数', 'Class II device certificates', '张', 'point', '{market_regulation,self_report}', 0, 2000, null, false, 'to_confirm', 33),
  ('innovative_device_approvals', '进入创新医疗器械特别审查程序数', 'Devices in the special review of innovative devices', '项', 'point', '{market_regulation,self_report}', 0, 100, null, false, 'to_confirm', 34),
  ('overseas_certificates', '境外医疗器械上市许可数', 'Device authorisations abroad', '张', 'point', '{market_regulation,self_report}', 0, 1000, null, false, 'to_confirm', 35),
  ('quality_awards', '质量与品牌荣誉数', 'Quality and brand honours', '项', 'year', '{market_regulation,self_report}', 0, 100, null, false, 'to_confirm', 36),
  ('shared_instrument_hours', '使用共享仪器机时', 'Hours of shared instruments used', '小时', 'year', '{statistics,self_report}', 0, 100000, null, false, 'to_confirm', 37),
  ('high_tech_status', '高新技术企业资格（有 1，无 0）', 'High-tech enterprise status (1 or 0)', '是否', 'point', '{science_bureau,self_report}', 0, 1, null, false, 'to_confirm', 38);

-- One statement of one source. Values are never changed: a correction is a new row, the old one says what replaced it.
create table scoring.fact (
  id uuid primary key,
  enterprise_id uuid not null references scoring.enterprise (id),
  fact_code text not null references scoring.fact_definition (code),
  -- 2025, 2026-Q3; a point in time is the day 2026-09-30.
  period text not null,
  source text not null,
  value numeric not null,
  state text not null default 'current',
  -- How sure the source is: proved by a record, stated by the enterprise alone, estimated.
  confidence text not null,
  document text check (length(document) <= 200),
  evidence_file_id uuid,
  batch_id uuid,
  reason text check (length(reason) <= 500),
  recorded_by uuid,
  received_at timestamptz not null,
  ended_at timestamptz,
  replaced_by uuid references scoring.fact (id) deferrable initially deferred,
  constraint fact_period check (period ~ '^\d{4}(-Q[1-4]|-\d{2}-\d{2})?$'),
  constraint fact_source check (source in ('tax', 'statistics', 'patents', 'technology_contracts', 'social_insurance', 'science_bureau', 'market_regulation', 'court', 'finance', 'talent_system', 'self_report')),
  constraint fact_state check (state in ('pending', 'current', 'replaced', 'withdrawn', 'refused')),
  constraint fact_confidence check (confidence in ('proved', 'stated', 'estimated')),
  constraint fact_ended check ((state in ('replaced', 'withdrawn', 'refused')) = (ended_at is not null)),
  constraint fact_replaced check ((state = 'replaced') = (replaced_by is not null))
);
-- Of one source one statement holds at a time.
create unique index fact_current on scoring.fact (enterprise_id, fact_code, period, source) where state = 'current';
create index fact_by_code on scoring.fact (fact_code, period, enterprise_id) where state = 'current';
create index fact_history on scoring.fact (enterprise_id, fact_code, period, received_at);
create index fact_batch on scoring.fact (batch_id) where batch_id is not null;

-- Where sources differ and the order of authority is not right: an officer's choice, with its reason.
create table scoring.fact_choice (
  id uuid primary key,
  enterprise_id uuid not null references scoring.enterprise (id),
  fact_code text not null references scoring.fact_definition (code),
  period text not null,
  source text not null,
  reason text not null check (length(reason) between 2 and 500),
  chosen_by uuid not null,
  chosen_at timestamptz not null,
  ended_at timestamptz
);
create unique index fact_choice_current on scoring.fact_choice (enterprise_id, fact_code, period) where ended_at is null;

-- What counts against an enterprise.
create table scoring.negative_event (
  id uuid primary key,
  enterprise_id uuid not null references scoring.enterprise (id),
  code text not null check (code ~ '^[a-z][a-z0-9_]{1,59}$'),
  occurred_on date not null,
  repaired_on date,
  source text not null,
  document text not null check (length(document) between 1 and 200),
  recorded_by uuid,
  received_at timestamptz not null,
  ended_at timestamptz,
  end_reason text check (length(end_reason) <= 500),
  constraint negative_event_repaired check (repaired_on >= occurred_on),
  constraint negative_event_ended check ((ended_at is null) = (end_reason is null))
);
create unique index negative_event_once on scoring.negative_event (enterprise_id, code, document) where ended_at is null;

create table scoring.model (
  id uuid primary key,
  code text not null check (code ~ '^[a-z][a-z0-9-]{1,39}$'),
  model_version text not null check (length(model_version) between 1 and 20),
  document jsonb not null,
  sha256 text not null,
  state text not null default 'draft',
  created_by uuid,
  created_at timestamptz not null,
  published_by uuid,
  published_at timestamptz,
  retired_at timestamptz,
  version int not null default 1,
  constraint model_once unique (code, model_version),
  constraint model_state check (state in ('draft', 'published', 'retired')),
  constraint model_published check ((state = 'draft') = (published_at is null)),
  -- Four eyes: whoever wrote a model does not publish it. Models that the platform brings along have no writer.
  constraint model_four_eyes check (published_by <> created_by)
);

-- A run is never changed once it is done; a correction is a new run that names the old one.
create table scoring.run (
  id uuid primary key,
  number text not null,
  model_id uuid not null references scoring.model (id),
  period text not null,
  -- The day at which events, ages and stages are judged, and the instant whose facts are taken.
  as_of date not null,
  facts_at timestamptz not null,
  purpose text not null,
  state text not null default 'queued',
  corrects_id uuid references scoring.run (id),
  progress_percent int not null default 0,
  enterprise_count int,
  scored_count int,
  engine_version text,
  model_sha256 text,
  facts_sha256 text,
  result_sha256 text,
  failure text,
  started_by uuid,
  created_at timestamptz not null,
  finished_at timestamptz,
  constraint run_number unique (number),
  constraint run_period check (period ~ '^\d{4}(-Q[1-4])?$'),
  constraint run_purpose check (purpose in ('official', 'trial')),
  constraint run_state check (state in ('queued', 'running', 'done', 'failed')),
  constraint run_done check ((state = 'done') = (result_sha256 is not null)),
  constraint run_progress check (progress_percent between 0 and 100)
);
-- Two at once for the same model and period would leave two answers to one question.
create unique index run_under_way on scoring.run (model_id, period, purpose) where state in ('queued', 'running');
create index run_newest on scoring.run (created_at desc, id desc);

-- What a run says of each enterprise, for lists and pages; the files of the run hold every digit.
create table scoring.run_score (
  run_id uuid not null references scoring.run (id),
  enterprise_id uuid not null references scoring.enterprise (id),
  status text not null,
  stage text,
  score numeric,
  rank_all int,
  rank_stage int,
  stage_count int,
  -- Best and worst place in the draws of the run's robustness; null until they are done.
  rank_all_low int,
  rank_all_high int,
  rank_stage_low int,
  rank_stage_high int,
  coverage numeric not null,
  -- Points of each branch by its code.
  branches jsonb not null,
  primary key (run_id, enterprise_id),
  constraint run_score_status check (status in ('scored', 'no_stage', 'missing_fact', 'low_coverage', 'vetoed', 'gated')),
  constraint run_score_scored check ((status = 'scored') = (score is not null) and (score is null) = (rank_all is null)),
  constraint run_score_interval check (rank_all_low <= rank_all_high and rank_stage_low <= rank_stage_high)
);
create index run_score_rank on scoring.run_score (run_id, rank_all, enterprise_id);
create index run_score_stage on scoring.run_score (run_id, stage, rank_stage, enterprise_id);
create index run_score_enterprise on scoring.run_score (enterprise_id, run_id);

-- How far the places of a run hang on choices of weight and method. With the settings (seed, draws, noise, alternatives) anyone gets the same.
create table scoring.robustness (
  run_id uuid primary key references scoring.run (id),
  state text not null default 'queued',
  settings jsonb not null,
  progress_percent int not null default 0,
  -- What leaving an indicator out moves, and which choice the places hang on most; the file holds the intervals too.
  summary jsonb,
  result_sha256 text,
  failure text,
  created_at timestamptz not null,
  finished_at timestamptz,
  constraint robustness_state check (state in ('queued', 'running', 'done', 'failed')),
  constraint robustness_done check ((state = 'done') = (result_sha256 is not null and summary is not null)),
  constraint robustness_progress check (progress_percent between 0 and 100)
);

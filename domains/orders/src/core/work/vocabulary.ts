/** What is done for an item: something is tested or examined, or a batch is made. Access to computing and data is granted, not worked on. */
export const TASK_KINDS = ['test', 'batch'] as const
export type TaskKind = (typeof TASK_KINDS)[number]

export const TASK_STATES = ['planned', 'running', 'done', 'checked', 'void'] as const
export type TaskState = (typeof TASK_STATES)[number]

/** `not_judged`: measured without a limit, or judged by words. */
export const VERDICTS = ['pass', 'fail', 'not_judged'] as const
export type Verdict = (typeof VERDICTS)[number]

/** What an investigation found a result outside its limits to come from. `confirmed`: it is so. */
export const CAUSES = ['confirmed', 'laboratory_error', 'sample', 'instrument', 'method', 'unknown'] as const
export type Cause = (typeof CAUSES)[number]

export const CALIBRATION_STATES = ['unknown', 'valid', 'due_soon', 'overdue'] as const
export type CalibrationState = (typeof CALIBRATION_STATES)[number]

/** Why a plan is over: another took its place, it was given up, or the booking was taken away. */
export const PLAN_STATES = ['live', 'replaced', 'released', 'lost'] as const

export const STUDY_STATES = ['planning', 'running', 'completed', 'final', 'archived', 'stopped'] as const
export type StudyState = (typeof STUDY_STATES)[number]

export const STUDY_PLAN_STATES = ['draft', 'signed', 'in_force'] as const

/** Quality assurance looks at a study, at the facility, or at a process that all studies use. */
export const INSPECTION_KINDS = ['study', 'facility', 'process'] as const
export type InspectionKind = (typeof INSPECTION_KINDS)[number]

export const ARCHIVE_KINDS = ['plan', 'raw_data', 'specimen', 'report', 'record', 'other'] as const

export const RECIPE_STATES = ['draft', 'approved', 'replaced'] as const
export const BATCH_STATES = ['running', 'made', 'released', 'rejected'] as const
export type BatchState = (typeof BATCH_STATES)[number]

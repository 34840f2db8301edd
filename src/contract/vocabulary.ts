/**
 * The closed word lists of the case record. The order is the order in which lists are shown.
 */
export const BENEFITS = [
  'a-dagpenge',
  'kontanthjaelp',
  'uddannelseshjaelp',
  'sygedagpenge',
  'jobafklaring',
  'ressourceforloeb',
  'revalidering',
  'ledighedsydelse',
  'fleksjob',
  'foertidspension',
  'seniorpension',
  'efterloen',
  'shy',
  'integrationsydelse',
  'selvforsoergende',
] as const;
export type Benefit = (typeof BENEFITS)[number];

export const READINESS = ['jobparat', 'aktivitetsparat', 'uddannelsesparat', 'aktivitetsparat-ung'] as const;
export type Readiness = (typeof READINESS)[number];

export const OFFER_KINDS = [
  'guidance',
  'external-mentor',
  'internal-mentor',
  'digital-job-search',
  'ordinary-education',
  'internship',
  'wage-subsidy',
  'paid-hours',
  'partial-return',
  'utility-job',
  'danish-lessons',
  'programme',
] as const;
export type OfferKind = (typeof OFFER_KINDS)[number];

export const OFFER_STATUSES = ['planned', 'running', 'ended', 'stopped'] as const;
export const PLACEMENTS = ['individual', 'fixed'] as const;
export const GOALS = ['employment', 'education', 'none'] as const;
export const GENDERS = ['female', 'male', 'other'] as const;
export const INTEGRATION_GROUPS = ['refugee', 'family-reunified', 'immigrant', 'displaced-ukraine'] as const;

export const EVENT_TYPES = [
  'interview',
  'contact',
  'referral-job-consultant',
  'job-broker-offered',
  'job-broker-assigned',
  'follow-up',
  'follow-up-job-consultant',
  'repatriation-talk',
  'cv-updated',
  'education-plan',
  'internship-considered',
  'literacy-screening',
  'counsellor-assigned',
  'fleksjob-ambassador-assigned',
  'rehabilitation-started',
  'effort-agreed',
  'danish-offered',
  'note',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

export const ROLES = [
  'caseworker',
  'job-consultant',
  'job-broker',
  'specialist',
  'team-lead',
  'functional-lead',
  'repatriation-staff',
  'admin',
] as const;
export type Role = (typeof ROLES)[number];

export const TIERS = ['green', 'yellow', 'red'] as const;
export type Tier = (typeof TIERS)[number];

export const QUESTION_KINDS = ['start-offer', 'extend-offer', 'continue-offer', 'deadlines', 'next-step'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

export const MATTER_KINDS = ['company-enquiry', 'complaint'] as const;

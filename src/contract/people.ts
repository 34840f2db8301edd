import { z } from 'zod';
import { civilDate } from './case.ts';
import { ROLES } from './vocabulary.ts';

const id = z.string().min(1).max(100);

/** A member of staff. A role without `team` holds for the whole municipality. */
export const personSchema = z.strictObject({
  id,
  name: z.string().min(1).max(200),
  aadObjectId: z.string().min(1).optional(),
  tenantId: z.string().min(1).optional(),
  municipality: id,
  roles: z.array(z.strictObject({ role: z.enum(ROLES), team: id.optional() })),
  substituteFor: z.array(z.strictObject({ person: id, from: civilDate, to: civilDate })).optional(),
  from: civilDate.optional(),
  to: civilDate.optional(),
});
export type Person = z.infer<typeof personSchema>;

/** A change to one field of a person, in ids only: of a name it is kept that it changed, not what it was. */
export interface PersonChange {
  /** ISO instant. */
  at: string;
  by: string;
  field: 'name' | 'roles' | 'identity' | 'from' | 'to' | 'substituteFor';
  was?: string;
  is?: string;
}

export const teamSchema = z.strictObject({
  id,
  municipality: id,
  name: z.string().min(1).max(200),
  leads: z.array(id),
  digestAt: z.string().optional(),
  conversationId: z.string().optional(),
});
export type Team = z.infer<typeof teamSchema>;

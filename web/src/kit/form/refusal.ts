import type { UserErrorCode } from '../../client/generated/graphql.js';

/** Why a mutation was refused, as the API says it. */
export interface UserError {
  readonly field: readonly string[];
  readonly code: UserErrorCode;
  readonly message: string;
}

/** A mutation that was refused: nothing was changed. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(readonly userErrors: readonly UserError[]) {
    super(userErrors.map(({ message }) => message).join(' '));
  }
}

/** The payload of a mutation that was done. Throws a {@link Refusal} if it was not. */
export function accepted<Payload extends { readonly userErrors: readonly UserError[] }>(
  payload: Payload,
): Payload {
  if (payload.userErrors.length > 0) throw new Refusal(payload.userErrors);
  return payload;
}

/** Whether a mutation was refused because somebody else changed the same thing meanwhile. */
export function isConflict(error: unknown): boolean {
  return (
    error instanceof Refusal && error.userErrors.some(({ code }) => code === 'VERSION_CONFLICT')
  );
}

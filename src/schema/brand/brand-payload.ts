import { Field, ObjectType } from 'type-graphql';
import { UserErrorType } from '../user-error/user-error-type.js';
import { BrandType } from './brand-type.js';

@ObjectType('BrandPayload', { description: 'The outcome of a change of a brand.' })
export class BrandPayload {
  @Field(() => BrandType, { nullable: true, description: 'The brand after it; null if refused.' })
  readonly brand!: BrandType | null;

  @Field(() => [UserErrorType], { description: 'Why it was refused.' })
  readonly userErrors!: readonly UserErrorType[];
}

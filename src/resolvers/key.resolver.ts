import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Caller } from '../domain/access/caller.js';
import { BrandType } from '../schema/brand/brand-type.js';
import { CreateKeyInput } from '../schema/key/create-key-input.js';
import { CreateKeyPayload } from '../schema/key/create-key-payload.js';
import { KeyConnection } from '../schema/key/key-connection.js';
import { KeyPayload } from '../schema/key/key-payload.js';
import { KeyType } from '../schema/key/key-type.js';
import { KeysArgs } from '../schema/key/keys-args.js';
import type { CountedConnection } from '../schema/paging/connection-types.js';
import { createKey } from '../services/keys/create-key.js';
import { listKeys } from '../services/keys/list-keys.js';
import { revokeKey } from '../services/keys/revoke-key.js';
import { Access } from './access.js';
import { By } from './by.js';
import type { GraphContext } from './context.js';
import { uuidOf } from './decode-ids.js';
import { toCreateKeyRequest } from './mapping/access-requests.js';
import { toListKeysRequest } from './mapping/access-lists.js';
import { loadGrantedBrands } from './mapping/load-granted-brands.js';
import { keyListOrder } from './paging/list-order.js';
import { toCountedConnection } from './paging/to-connection.js';

@Resolver(() => KeyType)
export class KeyResolver {
  @Access('key:read')
  @Query(() => KeyConnection, {
    description: "The agency's keys, also those that are no longer good.",
  })
  async keys(
    @Args(() => KeysArgs) args: KeysArgs,
    @Ctx() { kernel, caller }: GraphContext,
  ): Promise<CountedConnection<KeyType>> {
    const request = toListKeysRequest(args);
    return toCountedConnection(await listKeys(kernel, caller, request), {
      order: keyListOrder(request.order),
      request: request.page,
      toNode: (key) => new KeyType(key),
    });
  }

  @FieldResolver(() => [BrandType], {
    nullable: true,
    description: 'The brands that it has to do with; null: all.',
  })
  brands(
    @Root() { key }: KeyType,
    @Ctx() { loaders }: GraphContext,
  ): Promise<readonly BrandType[] | null> {
    return loadGrantedBrands(loaders, key);
  }

  @Access('key:write')
  @Mutation(() => CreateKeyPayload, { description: 'Makes a key and shows its token once.' })
  async createKey(
    @Arg('input', () => CreateKeyInput, { description: 'The key to make.' })
    input: CreateKeyInput,
    @Ctx() { kernel }: GraphContext,
    @By() caller: Caller,
  ): Promise<CreateKeyPayload> {
    return new CreateKeyPayload(await createKey(kernel, caller, toCreateKeyRequest(input)));
  }

  @Access('key:write')
  @Mutation(() => KeyPayload, {
    description: 'Ends a key for ever: what is open with it is closed within seconds.',
  })
  async revokeKey(
    @Arg('id', () => ID, { description: 'Which key.' }) id: string,
    @Ctx() { kernel }: GraphContext,
    @By() caller: Caller,
  ): Promise<KeyPayload> {
    return new KeyPayload(await revokeKey(kernel, caller, uuidOf('key', id)));
  }
}

import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { AuditEntryConnection } from '../schema/audit/audit-entry-connection.js';
import { AuditEntryType } from '../schema/audit/audit-entry-type.js';
import { AuditLogArgs } from '../schema/audit/audit-log-args.js';
import type { Connection } from '../schema/paging/connection-types.js';
import { listAudit } from '../services/audit/list-audit.js';
import { Access } from './access.js';
import type { GraphContext } from './context.js';
import { AUDIT_ORDER } from './paging/list-order.js';
import { pageRequest } from './paging/page-request.js';
import { toConnection } from './paging/to-connection.js';

@Resolver()
export class AuditResolver {
  @Access('audit:read')
  @Query(() => AuditEntryConnection, {
    description: "All that was changed in the agency, but for what keys' feeds spend.",
  })
  async auditLog(
    @Args(() => AuditLogArgs) args: AuditLogArgs,
    @Ctx() { kernel, caller }: GraphContext,
  ): Promise<Connection<AuditEntryType>> {
    const request = pageRequest(args, AUDIT_ORDER);
    const filter = {
      actorId: args.filter?.actorId ?? null,
      objectId: args.filter?.objectId ?? null,
      action: args.filter?.action ?? null,
      objectKind: args.filter?.objectKind ?? null,
      from: args.filter?.from ?? null,
      to: args.filter?.to ?? null,
    };
    return toConnection(await listAudit(kernel, caller, { page: request, filter }), {
      order: AUDIT_ORDER,
      request,
      toNode: (entry) => new AuditEntryType(entry),
    });
  }
}

import type { GraphQLSchema } from 'graphql';
import type { Metrics } from '../platform/metrics.js';
import type { Kernel } from '../services/kernel.js';
import type { Admission } from './admission/admission.js';
import type { OperationLimits } from './operation-rules.js';
import type { ServiceState } from './service-state.js';

/** What both doors of the API are made of. */
export interface GraphqlParts {
  readonly schema: GraphQLSchema;
  readonly kernel: Kernel;
  readonly admission: Admission;
  readonly limits: OperationLimits;
  readonly metrics: Metrics;
  readonly state: ServiceState;
  /** Whether everybody may read the schema, as in the demo. */
  readonly openSchema: boolean;
}

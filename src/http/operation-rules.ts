import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import { GraphQLError, type ValidationContext, type ValidationRule } from 'graphql';

/** How large an operation may be. */
export interface OperationLimits {
  readonly maxDepth: number;
  readonly maxAliases: number;
  readonly maxDirectives: number;
  readonly maxTokens: number;
}

/** The limits as validation rules, for every door through which operations come in. */
export function operationRules(limits: OperationLimits): ValidationRule[] {
  const { maxDepth, maxAliases, maxDirectives } = limits;
  return [
    maxDepthRule({
      n: maxDepth,
      flattenFragments: true,
      ...refusing(`An operation may nest fields ${maxDepth} deep at most.`),
    }),
    maxAliasesRule({
      n: maxAliases,
      allowList: [],
      ...refusing(`An operation may have ${maxAliases} aliases at most.`),
    }),
    maxDirectivesRule({
      n: maxDirectives,
      ...refusing(`An operation may have ${maxDirectives} directives at most.`),
    }),
  ];
}

/** Reports like any other rule; the rules by themselves would throw through the validation. */
function refusing(message: string) {
  return {
    propagateOnRejection: false,
    onReject: [
      (context: ValidationContext | null) => {
        context?.reportError(new GraphQLError(message));
      },
    ],
  };
}

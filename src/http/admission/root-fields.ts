import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionSetNode,
} from 'graphql';

/** Recording spend is limited by bytes and by the length of its queue, never by count. */
const RECORDS_SPEND: ReadonlySet<string> = new Set([
  'recordSpend',
  'recordSpendBatch',
  'recordRefund',
]);

/** The names of an operation's root fields, through fragments. The document need not be valid. */
export function rootFieldsOf(
  document: DocumentNode,
  operation: OperationDefinitionNode,
): ReadonlySet<string> {
  const names = new Set<string>();
  const pending: SelectionSetNode[] = [operation.selectionSet];
  const spread = new Set<string>();
  for (let set = pending.pop(); set !== undefined; set = pending.pop()) {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) names.add(selection.name.value);
      else if (selection.kind === Kind.INLINE_FRAGMENT) pending.push(selection.selectionSet);
      else if (!spread.has(selection.name.value)) {
        spread.add(selection.name.value);
        pending.push(...fragmentsOf(document, selection.name.value));
      }
    }
  }
  return names;
}

function fragmentsOf({ definitions }: DocumentNode, name: string): readonly SelectionSetNode[] {
  return definitions
    .filter(
      (definition): definition is FragmentDefinitionNode =>
        definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name,
    )
    .map(({ selectionSet }) => selectionSet);
}

/** What has been found out about operations that are asked for again and again. */
const knownToRecordSpend = new WeakMap<OperationDefinitionNode, boolean>();

/** Whether an operation does nothing but record spend. */
export function onlyRecordsSpend(
  document: DocumentNode,
  operation: OperationDefinitionNode,
): boolean {
  if (operation.operation !== OperationTypeNode.MUTATION) return false;
  const known = knownToRecordSpend.get(operation);
  if (known !== undefined) return known;
  const found = rootFieldsOf(document, operation).isSubsetOf(RECORDS_SPEND);
  knownToRecordSpend.set(operation, found);
  return found;
}

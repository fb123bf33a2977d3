import { Type } from '@mikro-orm/core';
import { formatInstant, type Instant } from '../domain/time/instant.js';

/** `timestamptz(3)` as an Instant (epoch milliseconds). The connection already parses it so. */
export class InstantType extends Type<Instant | null, string | null> {
  override convertToDatabaseValue(instant: Instant | null): string | null {
    return instant === null ? null : formatInstant(instant);
  }

  override convertToJSValue(value: string | number | null): Instant | null {
    return typeof value === 'string' ? Date.parse(value) : value;
  }

  override getColumnType(): string {
    return 'timestamptz(3)';
  }

  override compareAsType(): string {
    return 'number';
  }
}

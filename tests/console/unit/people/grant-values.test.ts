import { describe, expect, it } from '@jest/globals';
import {
  asksBrands,
  brandsProblem,
  grantOf,
  grantValuesOf,
  type GrantValues,
  NO_GRANT,
  roleProblem,
} from '../../../../web/src/features/people/grant-values.js';

function chosen(values: Partial<GrantValues>): GrantValues {
  return { ...NO_GRANT, ...values };
}

describe('a role and its brands in a form', () => {
  it('ask for a role', () => {
    expect(roleProblem(null)).not.toBeNull();
    expect(roleProblem('ANALYST')).toBeNull();
  });

  it('ask for brands where the role cannot be had for all', () => {
    expect(asksBrands(chosen({ role: 'CLIENT' }))).toBe(true);
    expect(brandsProblem(chosen({ role: 'CLIENT' }))).not.toBeNull();
    expect(brandsProblem(chosen({ role: 'CLIENT', brandIds: ['a'] }))).toBeNull();
  });

  it('ask for brands of a manager only if it is to be for some', () => {
    expect(asksBrands(chosen({ role: 'MANAGER' }))).toBe(false);
    expect(brandsProblem(chosen({ role: 'MANAGER', isForSome: true }))).not.toBeNull();
  });

  it('forget brands that were chosen for another role', () => {
    const values = chosen({ role: 'ADMIN', isForSome: true, brandIds: ['a'] });
    expect(brandsProblem(values)).toBeNull();
    expect(grantOf(values)).toEqual({ role: 'ADMIN', brandIds: null });
  });

  it('send the brands of whoever is for some', () => {
    const values = chosen({ role: 'MANAGER', isForSome: true, brandIds: ['a', 'b'] });
    expect(grantOf(values)).toEqual({ role: 'MANAGER', brandIds: ['a', 'b'] });
  });

  it('take 500 brands and no more', () => {
    const brandIds = Array.from({ length: 500 }, (_, place) => `brand-${place}`);
    expect(brandsProblem(chosen({ role: 'CLIENT', brandIds }))).toBeNull();
    expect(brandsProblem(chosen({ role: 'CLIENT', brandIds: [...brandIds, 'x'] }))).toMatch('501');
  });

  it('begin with what somebody has', () => {
    expect(grantValuesOf({ role: 'CLIENT', brands: [{ id: 'a' }] })).toEqual({
      role: 'CLIENT',
      isForSome: true,
      brandIds: ['a'],
    });
    expect(grantValuesOf({ role: 'OWNER', brands: null }).isForSome).toBe(false);
  });
});

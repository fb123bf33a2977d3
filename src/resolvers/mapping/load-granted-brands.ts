import type { Grant } from '../../domain/access/read-grant.js';
import { BrandType } from '../../schema/brand/brand-type.js';
import type { Loaders } from '../loaders.js';

/** The brands that somebody has, with those of all others of a page in one query; null: all. */
export async function loadGrantedBrands(
  loaders: Loaders,
  { brandIds }: Pick<Grant, 'brandIds'>,
): Promise<readonly BrandType[] | null> {
  if (brandIds === null) return null;
  const brands = await Promise.all(brandIds.map((id) => loaders.brands.load(id)));
  return brands.filter((brand) => brand !== null).map((brand) => new BrandType(brand));
}

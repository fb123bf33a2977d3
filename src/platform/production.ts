/**
 * Says that nobody develops here, unless something else is said: libraries check themselves less then,
 * which is an eighth of the time that a page takes. Before any of them is loaded.
 */
export function runInProduction(): void {
  process.env['NODE_ENV'] ??= 'production';
}

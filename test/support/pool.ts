const kept: typeof globalThis & { gatehouseDatabase?: unknown } = globalThis;

/** The application keeps one pool of connections for its process, which is to the database of another file. */
export function forgetPool(): void {
  delete kept.gatehouseDatabase;
}

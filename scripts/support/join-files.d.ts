/**
 * Joins a TypeScript program of ours into one file, all but its packages.
 *
 * @returns where the whole is
 */
export declare function joinFiles(file: string): Promise<string>;

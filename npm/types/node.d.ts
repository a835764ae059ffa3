/** The text or the bytes of a file, or a value that is written as JSON. */
export type File = string | Uint8Array | object;

/** Options of `summit-map render` by their names in camel case; what it does not know, it refuses. */
export type RenderOptions = Record<string, string | number | boolean | undefined>;

/** A map as SVG. Throws with what the command line says: the input, the place in it and the fix. */
export declare function render(map: File, facts: File, options?: RenderOptions): string;

export interface PrerenderOptions {
  /** The folder that addresses are relative to; that of the process if there is none. */
  folder?: string;
  /** Gives the file of an address, in place of the folder. */
  read?: (address: string) => string | Uint8Array;
}

/** The page with every `<summit-map src facts>` drawn in; again, only what has changed changes. */
export declare function prerender(html: string, options?: PrerenderOptions): string;

export interface CommandSystem {
  /** Gives a file, or throws as `node:fs` does. */
  read?: (path: string) => Uint8Array;
  /** Takes a file. */
  write?: (path: string, bytes: Uint8Array) => void;
}

/** Runs the command line (`summit-map` alone says what it does); nothing is read, written or printed but by what it is given. */
export declare function command(args: string[], system?: CommandSystem): { code: number; output: Uint8Array; errors: string };

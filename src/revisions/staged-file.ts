// What is stored about the revision that is built and waits for Apply.

/** The key under which the database holds the SHA-256 of the staged file. */
export const stagedFileHash = 'staged file hash'

/** The key under which the database holds the hash of the files that were there when the plan was made. */
export const plannedFilesHash = 'planned files hash'

/** The key under which the database holds what the plan leaves out of an uploaded export. */
export const ignoredPaths = 'ignored paths'

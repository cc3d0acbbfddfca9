// Where a folder's tsconfig maps a package to this file, the folder must not use that package: it is no module, so that
// importing it, or its types, does not compile. (`electron` is for src/main and src/preload alone.)

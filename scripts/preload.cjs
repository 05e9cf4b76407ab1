// Loaded before anything else, in syntax that any Node can parse: exits with one sentence if Node is too old,
// and caches compiled code to speed up later starts.
var parts = process.versions.node.split('.').map(Number)
if (parts[0] < 22 || (parts[0] === 22 && parts[1] < 18)) {
  console.error(
    'Entente needs Node 22.18 or newer, and this is Node ' +
      process.versions.node +
      ': run "npm ci --include=dev" (it installs a Node of its own) or install a newer Node from https://nodejs.org.',
  )
  process.exit(1)
}

require('node:module').enableCompileCache()

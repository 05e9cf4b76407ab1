// Loaded before anything else, and written so that any Node can parse it: says in one sentence when Node is too old,
// and keeps compiled code so that a later start is quicker.
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

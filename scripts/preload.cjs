// Loaded before anything else, in syntax that any Node can parse: exits with one sentence if Node is too old or a package
// is missing, and caches compiled code to speed up later starts, also of the processes that build facts and render images.
var parts = process.versions.node.split('.').map(Number)
if (parts[0] < 22 || (parts[0] === 22 && parts[1] < 18)) {
  console.error(
    'Entente needs Node 22.18 or newer, and this is Node ' +
      process.versions.node +
      ': run "npm ci --include=dev" (it installs a Node of its own) or install a newer Node from https://nodejs.org.',
  )
  process.exit(1)
}

var nodeModule = require('node:module')
var missing = Object.keys(require('../package.json').dependencies).filter(function (name) {
  try {
    return nodeModule.findPackageJSON(name, require.resolve('./preload.cjs')) === undefined
  } catch (error) {
    return error.code === 'ERR_MODULE_NOT_FOUND'
  }
})
if (missing.length > 0) {
  console.error(
    'Packages of Entente are not installed (' + missing.join(', ') + '): run "npm ci", then start again.',
  )
  process.exit(1)
}

var cache = nodeModule.enableCompileCache().directory
if (cache !== undefined) process.env.NODE_COMPILE_CACHE = cache

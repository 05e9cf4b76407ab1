// Bundles the page's own code with the packages it uses, once for each start.
import { join } from 'node:path'
import { build } from 'esbuild'

export interface Bundle {
  script: string
  style: string
}

const folder = import.meta.dirname

/** Makes one script and one style sheet, so that the page loads nothing else. */
export async function bundle(): Promise<Bundle> {
  const { outputFiles } = await build({
    entryPoints: { page: join(folder, 'browser/page.ts'), style: join(folder, 'style/style.css') },
    outdir: folder,
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2024',
    logLevel: 'silent',
  })
  const textOf = (name: string) => outputFiles.find(({ path }) => path.endsWith(name))?.text ?? ''
  return { script: textOf('page.js'), style: textOf('style.css') }
}

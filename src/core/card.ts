// The card: the answer to a command, as data. A renderer turns it into a message, or into text for a terminal.
import type { Fact } from '../data/model/types.ts'
import type { ImageSpec } from '../images/image-spec.ts'

/** All texts are Markdown, in which user input is escaped and dates have the month first. */
export interface Card {
  /** 24-bit RGB, of the bar at the side. */
  color?: number
  heading?: Heading
  /** A small line below the heading, such as the date that the card looks back to. */
  notice?: string
  /** The answer in one sentence, two at most. */
  verdict?: TextWithFacts
  sections?: readonly Section[]
  /** The publications that footnote marks refer to, in the order of the marks. */
  sources?: readonly Source[]
  /** Small print below the sources. */
  notes?: readonly string[]
  /** The menus and buttons of this card, above those that every card has. */
  controls?: readonly Control[]
  /** Opens what the card leaves out. */
  more?: ViewState
  /** Opens the same card again; set on cards of facts. */
  viewState?: ViewState
  files?: readonly AttachedContent[]
  /** What a shared copy has instead, because others read it. */
  shared?: Pick<Card, 'heading' | 'verdict' | 'sections' | 'controls' | 'viewState'>
  /** The facts that the card shows, each once. */
  facts?: readonly Fact[]
  /** Shown on request; the card is complete without it. */
  image?: ImageSpec | undefined
  /** Whether the image was requested. */
  showImage?: boolean
}

/** A file that is attached to a card. */
export interface AttachedContent {
  name: string
  content: string | Buffer
}

export interface Heading {
  text: string
  /** What it is, in a word or two. */
  kind?: string
  /** Whether the text is the title of a publication, in which dates stay as they are. */
  isTitle?: boolean
  url?: string | null
}

export interface TextWithFacts {
  text: string
  /** The facts that it comes from. */
  facts?: readonly Fact[]
}

export interface Section {
  heading?: string | Heading
  /** A small line below the heading, such as where all lines come from. */
  caption?: string | Partial<Citation>
  lines: readonly Line[]
  isBulleted?: boolean
}

export interface Line extends TextWithFacts {
  /** Bold, before the text. */
  label?: string
  /** A small line each, below the text; without them, footnote marks follow the text. */
  citation?: Citation | readonly Citation[]
}

/** A publication as cards cite it. */
export interface Source {
  /** The id of the article. */
  article: string
  title: string
  url: string | null
  /** In words; of several dates, the first and the last. */
  date: string
}

/** Where exactly something is said. */
export interface Citation extends Omit<Source, 'article'> {
  sections: readonly string[]
  /** Anything else to know about the source, such as its age. */
  remarks?: readonly string[]
}

export type Control = { type: 'buttons'; buttons: readonly Button[] } | Menu

export interface Button {
  label: string
  /** The command or handler, and its arguments. */
  opens: ViewState
  style?: 'primary' | 'danger'
  isDisabled?: boolean
}

export interface Menu {
  type: 'menu'
  placeholder?: string
  /** The command or handler, and its arguments; it also receives the value chosen. */
  opens: ViewState
  /** At most 25 are shown. */
  options: readonly MenuOption[]
  /** Whether several can be chosen at once. */
  isMultiple?: boolean
}

export interface MenuOption {
  label: string
  value: string
  description?: string
  isDefault?: boolean
}

/** Rewrites the dates of a text, which have the month first, in the date order of a server. */
export type FormatDates = (text: string) => string

/** The name of a command or handler and its arguments, as packed in a custom id. */
export type ViewState = readonly [target: string, ...parts: (string | number)[]]

/** A card of a sentence or two. */
export function textCard(text: string): Card {
  return { verdict: { text } }
}

/** A row of buttons; none for no buttons. */
export function buttonRow(...buttons: readonly Button[]): Control[] {
  return buttons.length > 0 ? [{ type: 'buttons', buttons }] : []
}

// What a person can do: each verb sends what Discord would send and resolves to what the person would see.
import { createDeeds } from './user-actions.ts'
import { type Deed, deliver } from './dispatch-interaction.ts'
import type { Answers } from './modals.ts'
import type { Choice } from './validation/choices.ts'
import { type Draft, readDraft, publish } from './message-events.ts'
import { forwarded, pollOf } from './message-parts.ts'
import type { Envelope, Message } from './messages.ts'
import { userOf } from './to-api.ts'
import type { Parts } from './context.ts'
import { permission, personPermissions, sending } from './permissions.ts'
import type { Seen } from './response.ts'
import { readTyped, readUnfinished } from './parse-command-line.ts'
import type { Person, PersonName, Place, PlaceName } from './world.ts'

export interface Verbs {
  /** Types and sends a command: `/alliance name:NATO private:true`. */
  run(typed: string): Promise<Seen>
  /** Types a command without sending it; resolves to the choices for its last option. */
  complete(typed: string): Promise<Choice[]>
  /** Presses a button, named by its label or custom id. */
  click(on: Message | Seen, button: string): Promise<Seen>
  /** Chooses in a menu, by labels or values (or names of people or channels); `menu` names one of several. */
  choose(on: Message | Seen, picks: string | string[], menu?: string): Promise<Seen>
  /** Sends a form, its inputs named by label or custom id; what is left out keeps its preset value. */
  submit(form: Seen, answers: Answers): Promise<Seen>
  /** Uses a command of a message's Apps menu. */
  messageMenu(name: string, on: Message | Seen): Promise<Seen>
  /** Writes a message here. */
  say(text: string): Promise<Message>
  /** Writes a message that holds a poll here. */
  poll(question: string, answers: string[]): Promise<Message>
  /** Forwards a message to here. */
  forward(on: Message | Seen): Promise<Message>
  /** What this interaction shows next, such as a follow-up; `{ type: 'nothing' }` if nothing comes. */
  next(seen: Seen): Promise<Seen>
  /** The same verbs for another person. */
  as(person: PersonName | Person): Verbs
  /** The same verbs at another place. */
  at(place: PlaceName | Place): Verbs
}

/** The verbs of one person at one place. Each throws an Error for what Discord's client would not let the person do. */
export function createVerbs(parts: Parts, person: Person, where: Place): Verbs {
  const { world, interactions } = parts
  const deeds = createDeeds(parts, person, where)
  const { place } = deeds

  function messageOf(on: Message | Seen): Message {
    if ('id' in on) return on
    if ('message' in on) return on.message
    throw new Error(
      `There is no message: what ${person.name} saw of interaction ${on.interactionId} was "${on.type}"`,
    )
  }

  async function act(make: () => Deed): Promise<Seen> {
    return interactions.see(deliver(parts, make()), 0)
  }

  return {
    run: (typed) => act(() => deeds.use(readTyped(typed, deeds.commands()))),
    async complete(typed) {
      const interaction = deliver(parts, deeds.complete(readUnfinished(typed, deeds.commands())))
      await interactions.see(interaction, 0)
      if (!interaction.choices) throw new Error(`Loading options failed for interaction ${interaction.id}`)
      return interaction.choices
    },
    click: (on, label) => act(() => deeds.click(messageOf(on), label)),
    choose: (on, picks, named) =>
      act(() => deeds.choose(messageOf(on), typeof picks === 'string' ? [picks] : picks, named)),
    submit: (form, answers) =>
      act(() => {
        if (form.type !== 'modal') throw new Error(`There is no form: what was seen is "${form.type}"`)
        return deeds.submit(form, answers)
      }),
    messageMenu: (name, on) => act(() => deeds.messageMenu(name, messageOf(on))),
    async say(text) {
      return Promise.resolve(say(parts, person, place, text))
    },
    async poll(question, answers) {
      return Promise.resolve(write(parts, person, place, { poll: pollOf(question, answers) }))
    },
    async forward(on) {
      return Promise.resolve(write(parts, person, place, forwarded(messageOf(on))))
    },
    async next(seen) {
      const interaction = interactions.byId(seen.interactionId)
      if (!interaction) throw new Error('The interaction is too long ago')
      return interactions.see(interaction, seen.nth + 1)
    },
    as: (other) => createVerbs(parts, typeof other === 'string' ? world.people[other] : other, where),
    at: (other) => createVerbs(parts, person, typeof other === 'string' ? world.places[other] : other),
  }
}

/** Writes a person's message. @throws Error where the person may not write */
export function say(parts: Parts, person: Person, place: Place, text: string): Message {
  return write(parts, person, place, {}, readDraft({ content: text }, new Map()))
}

function write(
  parts: Parts,
  person: Person,
  place: Place,
  extra: Partial<Envelope>,
  draft: Draft = { payload: { content: '' }, files: new Map() },
): Message {
  const needed = permission.viewChannel | sending(place)
  if ((personPermissions(person, place) & needed) !== needed)
    throw new Error(`${person.name} may not write in ${place.name}`)
  return publish(parts, place, { type: 0, author: userOf(person), flags: 0, ...extra }, draft).message
}

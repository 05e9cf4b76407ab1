// The limits of autocomplete: https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-choice-structure
import { z } from 'zod'
import { boundedArray, addIssue, boundedString } from './schema-helpers.ts'

/** The value of a choice: text (3), a whole number (4) or a number (10). */
const valueOf = (optionType: number) =>
  optionType === 3
    ? boundedString({ max: 100 })
    : z.number().check((context) => {
        const { value } = context
        if (optionType === 4 && !Number.isInteger(value))
          addIssue(context, 'NUMBER_TYPE_COERCE', `Value "${value}" is not int.`)
        else if (Math.abs(value) > 2 ** 53)
          addIssue(context, 'NUMBER_TYPE_MAX', `Value should be between -${2 ** 53} and ${2 ** 53}.`)
      })

export const choice = (optionType: number) =>
  z.object({
    name: boundedString({ min: 1, max: 100 }),
    name_localizations: z.record(z.string(), boundedString({ min: 1, max: 100 }).nullable()).nullish(),
    value: valueOf(optionType),
  })

const choicesOf = (optionType: number) => z.object({ choices: boundedArray(choice(optionType), { max: 25 }) })

const choicesByType = new Map([3, 4, 10].map((optionType) => [optionType, choicesOf(optionType)]))

export const choices = (optionType: number) => choicesByType.get(optionType) ?? choicesOf(optionType)

export interface Choice {
  name: string
  value: string | number
}

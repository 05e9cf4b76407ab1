// A limit of Discord's as a test row: its documentation, a payload just within it, one just beyond it, and the error.

export interface Row {
  limit: string
  /** The page in Discord's documentation. */
  page: string
  accepted: unknown
  rejected: unknown
  /** The path of the invalid field, joined by dots; '' for the body itself. */
  at: string
  code: string
}

const docs = 'https://discord.com/developers/docs'

export const page = {
  embed: `${docs}/resources/message#embed-object-embed-limits`,
  embedFields: `${docs}/resources/message#embed-object-embed-structure`,
  message: `${docs}/resources/message#create-message`,
  attachment: `${docs}/resources/message#attachment-object`,
  allowedMentions: `${docs}/resources/message#allowed-mentions-object`,
  components: `${docs}/components/reference`,
  legacy: `${docs}/components/reference#legacy-message-component-behavior`,
  customId: `${docs}/components/reference#anatomy-of-a-component-custom-id`,
  row: `${docs}/components/reference#action-row`,
  button: `${docs}/components/reference#button`,
  stringMenu: `${docs}/components/reference#string-select`,
  userMenu: `${docs}/components/reference#user-select`,
  section: `${docs}/components/reference#section`,
  textDisplay: `${docs}/components/reference#text-display`,
  thumbnail: `${docs}/components/reference#thumbnail`,
  gallery: `${docs}/components/reference#media-gallery`,
  file: `${docs}/components/reference#file`,
  separator: `${docs}/components/reference#separator`,
  container: `${docs}/components/reference#container`,
  textInput: `${docs}/components/reference#text-input`,
  label: `${docs}/components/reference#label`,
  fileUpload: `${docs}/components/reference#file-upload`,
  callback: `${docs}/interactions/receiving-and-responding#interaction-response-object-interaction-callback-type`,
  autocomplete: `${docs}/interactions/receiving-and-responding#interaction-response-object-autocomplete`,
  modal: `${docs}/interactions/receiving-and-responding#interaction-response-object-modal`,
  command: `${docs}/interactions/application-commands#application-command-object-application-command-structure`,
  naming: `${docs}/interactions/application-commands#application-command-object-application-command-naming`,
  option: `${docs}/interactions/application-commands#application-command-object-application-command-option-structure`,
  choice: `${docs}/interactions/application-commands#application-command-object-application-command-option-choice-structure`,
  subcommands: `${docs}/interactions/application-commands#subcommands-and-subcommand-groups`,
  registering: `${docs}/interactions/application-commands#registering-a-command`,
  contexts: `${docs}/interactions/application-commands#contexts`,
} as const

export const x = (length: number) => 'x'.repeat(length)
export const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index))

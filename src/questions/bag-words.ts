// Words that several bags understand or require.

export const people =
  'member members membership country countries nation nations state states ally allies party parties'
export const listing =
  /\b(who|whose|list|name|names|members?|country|countries|nations?|states?|allies|participants|parties|signatories)\b/
export const counting = /\b(how many|number|count|how big|how large)\b/
export const dating = /\b(when|what year|which year|year|date|since|how long)\b/
export const bound =
  /\b(must|does|do|would|will|have to|has to|obligated|obliged|bound|required|requires?|obliges?|binds?|got to|supposed to|duty|need|legally|promise[ds]?|owe|owes)\b/

// The accent color of the cards for operators.

export const adminColor = 0x5b7a8c

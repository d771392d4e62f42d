/** 'Amina' of 'Amina T.', as people speak of each other. */
export const firstNameOf = (label: string): string => label.split(' ')[0] ?? label

import type { Language } from '../../platform/core/words.ts'

const it =
  'Volpe Gatto Cervo Riccio Falco Lontra Gufo Lepre Orso Delfino Tasso Rondine Cavallo Picchio Balena Lince Pettirosso Castoro Airone Panda Scoiattolo Tigre Cigno Pinguino Leone Foca Merlo Koala Zebra Stambecco Aquila Rana Giraffa Civetta Cammello Farfalla Elefante Canguro Tartaruga Lupo'.split(
    ' ',
  )
const en =
  'Fox Cat Deer Hedgehog Falcon Otter Owl Hare Bear Dolphin Badger Swallow Horse Woodpecker Whale Lynx Robin Beaver Heron Panda Squirrel Tiger Swan Penguin Lion Seal Blackbird Koala Zebra Ibex Eagle Frog Giraffe Barn-owl Camel Butterfly Elephant Kangaroo Turtle Wolf'.split(
    ' ',
  )

/** A name that small children keep in mind beside their number, from 1 to 40. */
export const animalOf = (language: Language, number: number): string => (language === 'en' ? en : it)[number - 1] ?? ''

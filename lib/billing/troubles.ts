/** What can keep anything from being done just now, in words for the person it happens to. */
export const troubles = {
  stripe_away: {
    title: "Our payment service can't be reached",
    text: "Nothing is lost. Try again in a minute: we go on from where this stopped.",
  },
  records_away: {
    title: "Our records can't be reached",
    text: "Nothing is lost. Try again in a minute: we go on from where this stopped.",
  },
  under_way: {
    title: "This is being done already",
    text: "It was asked for a moment ago, in another tab perhaps, and isn't finished. Nothing is done twice. Try again in a minute: we go on from where that stopped.",
  },
  refused: {
    title: "Our payment service refused this",
    text: "That is our mistake and has been noted. Nothing was changed, and trying again won't help today.",
  },
} as const;

export type TroubleKind = keyof typeof troubles;

/** The page's words. */
const WORDS = {
  en: {
    desk: "on the desk", search: "Search", getCoins: "Get Coins", chat: "LIVE chat", login: "Log in", logout: "Log out",
    more: "More", send: "Send", sent: "sent", saySomething: "Say something nice", commentsOff: "Comments off",
    noLive: "No LIVE", back: "Back", ended: "LIVE has ended", paused: "LIVE paused", follow: "Follow", joined: "joined",
    goal: "LIVE goal", topViewers: "Top viewers", recharge: "Recharge", later: "Not now",
    short: "Insufficient balance", shortText: "Recharge to send this Gift.",
    failed: "Couldn't send gift. Try again later.", adult: "You must be 18 or older to recharge or send Gifts.",
    verify: "Verify to continue", verifyText: "Drag the slider to fit the puzzle", settings: "Settings", language: "English",
    help: "Feedback and help", dark: "Dark mode", calm: "Take a moment",
    calmText: "You've sent many Gifts. Gifting takes a short break.", ok: "OK", viewers: "viewers", likes: "likes",
    nav: ["For You", "Explore", "Following", "Friends", "LIVE", "Messages", "Profile"], accounts: "Following accounts",
    giftTo: "To", followed: "followed the LIVE creator",
    shared: "shared the LIVE",
    loginText: "Log in to send Gifts and chat", combo: "Combo", quantity: "Quantity", locked: "This Gift is locked",
    promo: "New in LIVE Fest:", areYou18: "Are you 18 or older?", yes: "Yes, I am", no: "No", goOn: "Continue",
    ageTitle: "This LIVE is for viewers aged 18 and over", ageText: "It may not suit everyone.",
    coinBalance: "Coin Balance:", coin: "Coin", coins: "Coins", coinLow: "coin", coinsLow: "coins", sentBig: "Sent",
    sendGifts: "Send Gifts", sendGiftsTip: "Send Gifts to become a top viewer", enters: "joined", report: "Report", hideChat: "Hide chat",
    moreNames: ["More", "More gifts", "All gifts"], tabs: ["Gifts", "Interactive", "Exclusive"],
  },
  fr: {
    desk: "sur le bureau", search: "Rechercher", getCoins: "Obtenir des pièces", chat: "Chat du LIVE", login: "Se connecter",
    logout: "Se déconnecter", more: "Plus", send: "Envoyer", sent: "a envoyé", saySomething: "Dites quelque chose de gentil",
    commentsOff: "Commentaires désactivés", noLive: "Aucun LIVE", back: "Retour", ended: "Le LIVE est terminé",
    paused: "LIVE en pause", follow: "Suivre", joined: "a rejoint", goal: "Objectif du LIVE", topViewers: "Meilleurs spectateurs",
    recharge: "Recharger", later: "Plus tard", short: "Solde insuffisant", shortText: "Rechargez pour envoyer ce cadeau.",
    failed: "Impossible d'envoyer le cadeau. Réessayez plus tard.",
    adult: "Vous devez avoir au moins 18 ans pour recharger ou envoyer des cadeaux.", verify: "Vérifiez pour continuer",
    verifyText: "Faites glisser le curseur pour compléter le puzzle", settings: "Paramètres", language: "Français",
    help: "Commentaires et aide", dark: "Mode sombre", calm: "Prenez un moment",
    calmText: "Vous avez envoyé beaucoup de cadeaux. Les cadeaux font une courte pause.", ok: "OK", viewers: "spectateurs",
    likes: "j'aime", nav: ["Pour toi", "Explorer", "Suivis", "Amis", "LIVE", "Messages", "Profil"], accounts: "Comptes suivis",
    giftTo: "À", followed: "suit le créateur du LIVE",
    shared: "a partagé le LIVE",
    loginText: "Connectez-vous pour envoyer des cadeaux et discuter", combo: "Combo", quantity: "Quantité",
    locked: "Ce cadeau est verrouillé", promo: "Nouveau au LIVE Fest :", areYou18: "Avez-vous 18 ans ou plus ?", yes: "Oui", no: "Non",
    goOn: "Continuer", ageTitle: "Ce LIVE est réservé aux plus de 18 ans", ageText: "Il peut ne pas convenir à tout le monde.",
    coinBalance: "Solde de pièces :", coin: "pièce", coins: "pièces", coinLow: "pièce", coinsLow: "pièces", sentBig: "A envoyé",
    sendGifts: "Envoyer des cadeaux", sendGiftsTip: "Envoyez des cadeaux pour être parmi les meilleurs", enters: "a rejoint",
    report: "Signaler", hideChat: "Masquer le chat", moreNames: ["Plus", "Plus de cadeaux", "Tous les cadeaux"],
    tabs: ["Cadeaux", "Interactif", "Exclusif"],
  },
};

export const words = WORDS[document.documentElement.lang] ?? WORDS.en;

/** Makes an element: make("div", "c-DivThing", "text" or children…). */
export function make(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) {
    element.className = className;
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** The coin in front of a price. */
export function coin() {
  return make("i", "c-IconCoin");
}

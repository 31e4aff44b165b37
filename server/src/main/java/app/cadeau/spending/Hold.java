package app.cadeau.spending;

import app.cadeau.money.Coins;

/** Coins reserved for a send before its first press. Names are as other rooms write them: account, {@code @streamer}, send id. */
public record Hold(String account, String streamer, String send, Coins coins) {}

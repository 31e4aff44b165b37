package app.cadeau.sends;

/**
 * What the machine carries.
 *
 * @param lanes sends that may be at work at once
 * @param atWork sends that are
 * @param pace how much of the pace asked for it gives each of them now: 1 is all of it, less while it is short
 */
public record Machine(int lanes, int atWork, double pace) {}

package app.cadeau.team;

import app.cadeau.money.Coins;
import java.time.Instant;
import java.util.List;

/**
 * That gifts on a real platform may be sent: the risks were read, the accounts are their own.
 *
 * @param host of the platform, and no other
 * @param dailyCap at most so many coins a day, over all accounts
 * @param accounts those that were there when it was given
 */
public record Consent(String host, Coins dailyCap, MemberName by, Instant at, List<String> accounts) {}
